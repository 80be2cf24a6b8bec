import { Button, TextInput } from '@mantine/core';
import { useFormats, useText } from '@navette/ui';
import { IconAlertTriangle, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { expectedOf, type OfferedLine, type UnloadingRow } from '../../../client/index.ts';
import { amountOf } from '../../../model/index.ts';
import { amountInWords, amountShort } from '../../parts/amount-words.ts';
import { NumberPad } from '../../parts/number-pad.tsx';
import { unloadingTexts } from './unloading-texts.ts';
import { useReceivedPad } from './use-received-pad.ts';
import type { Found } from './use-unloading.ts';

interface Props {
	readonly row: UnloadingRow;
	readonly product: OfferedLine;
	readonly hasNext: boolean;
	take(found: Found): void;
	acceptExpected(): void;
}

type Pad = ReturnType<typeof useReceivedPad>;

function Doubt({ pad, row, product }: { readonly pad: Pad } & Pick<Props, 'row' | 'product'>) {
	const text = useText(unloadingTexts);
	const formats = useFormats();
	if (pad.doubt === undefined) return null;
	const words = (amount: number) => amountInWords(amount, product.perm, formats);
	return (
		<div className="cu-doubt" role="alert">
			<p>
				<IconAlertTriangle size={20} aria-hidden />
				{text.doubt(words(pad.doubt), words(expectedOf(row)))}
			</p>
			<p className="ca-choice">
				<Button size="md" variant="default" onClick={() => pad.change('')}>
					{text.doubtNo}
				</Button>
				<Button size="md" color="red" onClick={() => pad.take(true)}>
					{text.doubtYes}
				</Button>
			</p>
		</div>
	);
}

function Remark({ pad, has }: { readonly pad: Pad; readonly has: boolean }) {
	const text = useText(unloadingTexts);
	const [shown, show] = useState(has);
	if (!shown)
		return (
			<Button variant="subtle" onClick={() => show(true)}>
				{text.addRemark}
			</Button>
		);
	return (
		<TextInput
			label={text.remark}
			description={text.remarkAbout}
			maxLength={300}
			value={pad.remark}
			onChange={(event) => pad.setRemark(event.currentTarget.value)}
		/>
	);
}

/** Types what was received of one product, with one hand. */
export function ReceivedPad({ row, product, hasNext, take, acceptExpected }: Props) {
	const text = useText(unloadingTexts);
	const formats = useFormats();
	const pad = useReceivedPad(row, product, take);
	const { mode, emb, demi } = product.perm;
	const units = { P: 'grams', UP: 'pieces', U: emb === 'caisse' ? 'crates' : 'units' } as const;
	const unit = text.units[units[mode]];
	const short = (amount: number) => amountShort(amount, mode, formats);
	const hasSum = pad.amount !== undefined && (pad.typed.includes('+') || mode === 'P');
	const mark = formats.language === 'fr' ? ',' : '.';
	const sign = mode === 'P' ? mark : demi ? '½' : undefined;
	const shownAs = row.shipped === undefined ? text.asOrdered : text.asShipped;
	return (
		<div className="cu-pad">
			<p className="cu-pad-expected">
				{text.expected} <b>{amountInWords(expectedOf(row), product.perm, formats)}</b>
				{row.received ? (
					<span>
						{text.received} <b>{short(amountOf(mode, row.received))}</b>
					</span>
				) : null}
			</p>
			<div className="ci-pad-field" data-invalid={pad.fault !== undefined || undefined}>
				<input
					data-autofocus
					inputMode="none"
					autoComplete="off"
					aria-label={text.field(row.label, unit)}
					aria-invalid={pad.fault !== undefined}
					value={pad.typed}
					onChange={(event) => pad.change(event.target.value)}
					onKeyDown={(event) => {
						if (event.key === 'Enter') pad.take();
					}}
				/>
				<span>{unit}</span>
			</div>
			<p className="cu-pad-note" role="status">
				{pad.fault ?? (hasSum ? text.equals(short(pad.amount ?? 0)) : text.hint[mode])}
			</p>
			<Doubt {...{ pad, row, product }} />
			<NumberPad
				onKey={pad.press}
				onErase={pad.erase}
				signs={sign === undefined ? ['+'] : ['+', sign]}
			>
				<div className="cu-pad-actions">
					<Button size="lg" variant="default" onClick={acceptExpected}>
						{shownAs} · {short(expectedOf(row))}
					</Button>
					<Button
						size="lg"
						rightSection={
							hasNext ? (
								<IconArrowRight size={20} aria-hidden />
							) : (
								<IconCheck size={20} aria-hidden />
							)
						}
						onClick={() => pad.take()}
					>
						{hasNext ? text.next : text.done}
					</Button>
				</div>
			</NumberPad>
			<div className="ct-actions">
				<Remark pad={pad} has={row.remark !== undefined} />
				{row.received ? (
					<Button variant="subtle" onClick={() => pad.put(null)}>
						{text.clear}
					</Button>
				) : null}
			</div>
		</div>
	);
}
