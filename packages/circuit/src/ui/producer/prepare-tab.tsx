import { Button, Checkbox } from '@mantine/core';
import { EmptyState, useFormats, useText, useUndo } from '@navette/ui';
import { IconCarrot } from '@tabler/icons-react';
import type { GroupPart, Preparation, PreparationRow } from '../../client/index.ts';
import { amountOf } from '../../model/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import { producerTexts } from './producer-texts.ts';
import type { ProducerView } from './use-producer.ts';
import { type Ticks, useTicks } from './use-ticks.ts';

interface RowProps {
	readonly row: PreparationRow;
	readonly view: ProducerView;
	readonly ticks: Ticks;
}

const permOf = ({ code, total }: PreparationRow, view: ProducerView) =>
	view.catalogue.lignes[code]?.perm ?? {
		...({ mode: total.g > 0 ? 'P' : 'U', emb: 'unite' } as const),
	};

function Part(props: { readonly part: GroupPart; readonly row: RowProps['row'] } & RowProps) {
	const text = useText(producerTexts);
	const formats = useFormats();
	const { part, row, view } = props;
	const { mode } = permOf(row, view);
	const short = (quantity: { readonly q2?: number; readonly g?: number }) =>
		amountShort(amountOf(mode, quantity), mode, formats);
	return (
		<li>
			<span>
				{view.groupName(part.gc)} <b>{short(part.ordered)}</b>
				{part.shipped ? ` (${text.shipped} ${short(part.shipped)})` : ''}
			</span>
			{part.detail.length > 0 ? (
				<small className="nv-quiet">
					{part.detail.map((one) => `${one.init} ${short(one)}`).join(', ')}
				</small>
			) : null}
		</li>
	);
}

function Row({ row, view, ticks }: RowProps) {
	const text = useText(producerTexts);
	const formats = useFormats();
	const perm = permOf(row, view);
	const isTicked = ticks.ticked.has(row.code);
	return (
		<li className="nv-card cp-row" data-done={isTicked || undefined}>
			<Checkbox
				size="lg"
				checked={isTicked}
				onChange={() => ticks.toggle(row.code)}
				aria-label={text.tick(row.label)}
			/>
			<div className="cp-row-name">
				<h2>{row.label}</h2>
				<ul className="cp-parts">
					{row.groups.map((part) => (
						<Part key={part.gc} {...{ part, row, view, ticks }} />
					))}
				</ul>
			</div>
			<p className="cp-row-total">
				<b>{amountInWords(amountOf(perm.mode, row.total), perm, formats)}</b>
				<small className="nv-quiet">
					{formats.weight(row.weight)} · ≈ {formats.money(row.price)}
				</small>
			</p>
		</li>
	);
}

/** R2: what to prepare, product by product with each group's part; ticks stay on this device. */
export function PrepareTab(props: {
	readonly view: ProducerView;
	readonly preparation: Preparation;
}) {
	const { view, preparation } = props;
	const text = useText(producerTexts);
	const offerUndo = useUndo();
	const { producer, livr } = view;
	const ticks = useTicks(`prepare.${producer.gp}.${producer.pr}.${livr}`);
	const { rows } = preparation;
	if (rows.length === 0)
		return (
			<EmptyState icon={IconCarrot} title={text.emptyPrepareTitle}>
				{preparation.isFinal ? text.nothing : text.emptyPrepare}
			</EmptyState>
		);
	const done = rows.filter(({ code }) => ticks.ticked.has(code)).length;
	const clear = () => {
		const before = [...ticks.ticked];
		ticks.put([]);
		offerUndo({ message: text.cleared, undo: () => ticks.put(before) });
	};
	return (
		<div className="cp-panel">
			<div className="ci-toolbar">
				<b role="status">{text.ticked(done, rows.length)}</b>
				{done > 0 ? (
					<Button variant="default" size="sm" onClick={clear}>
						{text.clear}
					</Button>
				) : null}
			</div>
			<ul className="cp-rows">
				{rows.map((row) => (
					<Row key={row.code} {...{ row, view, ticks }} />
				))}
			</ul>
			<p className="nv-quiet cp-tight">{text.tickNote}</p>
		</div>
	);
}
