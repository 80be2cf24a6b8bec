import {
	DataAge,
	EmptyState,
	ErrorState,
	LoadingState,
	useFormats,
	useReport,
	useText,
} from '@navette/ui';
import { IconChecklist } from '@tabler/icons-react';
import { useMemo } from 'react';
import {
	type Findings,
	type FoundRow,
	findingsByGroup,
	type GroupFindings,
} from '../../client/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { amountShort } from '../parts/amount-words.ts';
import { whenText } from '../parts/when-text.ts';
import { producerTexts } from './producer-texts.ts';
import type { ProducerView } from './use-producer.ts';

/** `+ 2`, `− 1½`, `− 200 g`. */
function useGapWords() {
	const formats = useFormats();
	return (gap: number, row: FoundRow): string => {
		const size = amountShort(Math.abs(gap), row.mode, formats);
		return gap === 0 ? '=' : `${gap > 0 ? '+' : '−'}\u00a0${size}`;
	};
}

function Row({ row }: { readonly row: FoundRow }) {
	const text = useText(producerTexts);
	const formats = useFormats();
	const gapWords = useGapWords();
	const amount = (value: number | undefined, grams?: number) =>
		value === undefined
			? '–'
			: `${amountShort(value, row.mode, formats)}${grams === undefined ? '' : ` (${formats.weight(grams)})`}`;
	return (
		<tr>
			<th scope="row">
				{row.label} <AlertChips bits={row.alerts} />
				{row.remark ? <small className="cp-remark">{row.remark}</small> : null}
			</th>
			<td className="ci-number" data-label={text.ordered}>
				{amount(row.ordered)}
			</td>
			<td className="ci-number" data-label={text.sent}>
				{amount(row.shipped, row.shippedGrams)}
			</td>
			<td className="ci-number" data-label={text.found}>
				{row.found === undefined ? (
					<span className="nv-quiet">{text.notCounted}</span>
				) : (
					amount(row.found, row.foundGrams)
				)}
			</td>
			<td className="ci-number" data-label={text.gap}>
				{row.gap === undefined ? '' : <b>{row.gap === 0 ? text.same : gapWords(row.gap, row)}</b>}
			</td>
		</tr>
	);
}

function Group({ group, name }: { readonly group: GroupFindings; readonly name: string }) {
	const text = useText(producerTexts);
	return (
		<section className="nv-card" aria-label={name}>
			<div className="ci-card-head">
				<h2>{name}</h2>
				<span className="nv-quiet">
					{group.waiting === 0 ? text.allCounted : text.toCount(group.waiting)}
				</span>
			</div>
			<table className="ci-table cp-found">
				<thead>
					<tr>
						<th scope="col">{text.product}</th>
						{[text.ordered, text.sent, text.found, text.gap].map((title) => (
							<th key={title} scope="col" className="ci-number">
								{title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{group.rows.map((row) => (
						<Row key={row.code} row={row} />
					))}
				</tbody>
			</table>
		</section>
	);
}

/** R7: what was shipped and what each group found, with its remarks. */
export function FoundTab({ view }: { readonly view: ProducerView }) {
	const text = useText(producerTexts);
	const formats = useFormats();
	const { producer, livr, catalogue, delivery, now, groupName } = view;
	const { right, gp, pr } = producer;
	const report = useReport<Findings>('Constats', { right, gp, livr, pr });
	const groups = useMemo(
		() => findingsByGroup(report.result, pr, catalogue),
		[report.result, pr, catalogue],
	);
	if (!report.result && report.error)
		return <ErrorState error={report.error} retry={report.refresh} />;
	if (!report.result) return <LoadingState rows={4} />;
	const isAnythingFound = groups.some(({ rows }) => rows.some(({ found }) => found !== undefined));
	if (!isAnythingFound) {
		const arrivals = Object.values(delivery?.pts ?? {}).map(({ tLiv }) => tLiv);
		const first = arrivals.length > 0 ? Math.min(...arrivals) : undefined;
		return (
			<EmptyState icon={IconChecklist} title={text.waitingTitle}>
				{first !== undefined && first > now
					? text.waiting(whenText(first, now, formats))
					: text.waitingAny}
			</EmptyState>
		);
	}
	return (
		<div className="cp-panel">
			<DataAge asOf={report.asOf} />
			{groups.map((group) => (
				<Group key={group.gc} group={group} name={groupName(group.gc)} />
			))}
		</div>
	);
}
