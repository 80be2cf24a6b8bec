import { Button } from '@mantine/core';
import { Chip, parseWeight, QuantityStepper, useFormats, useText } from '@navette/ui';
import { type PackingRow, typedGrams } from '../../client/index.ts';
import { amountInWords, amountShort } from '../parts/amount-words.ts';
import { cartonTexts } from './carton-texts.ts';
import { PackagesEntry } from './packages-entry.tsx';
import type { Packing } from './use-packing.ts';
import { WeightEntry } from './weight-entry.tsx';

interface Props {
	readonly row: PackingRow;
	readonly packing: Packing;
	readonly writable: boolean;
}

/** One weight: plain, or a sum of several. */
const readWeight = (text: string): readonly number[] | undefined => {
	const grams = typedGrams(text) ?? parseWeight(text);
	return grams === undefined || grams === 0 ? undefined : [grams];
};

function Entry({ row, packing, writable }: Props) {
	const text = useText(cartonTexts);
	const { weight } = useFormats();
	if (row.mode === 'UP') return <PackagesEntry {...{ row, packing, writable }} />;
	if (!writable) return null;
	if (row.mode === 'U')
		return (
			<QuantityStepper
				label={text.packed(row.label)}
				halves={row.packed ?? 0}
				half={row.half}
				onChange={(halves) => packing.pack(row, halves)}
			/>
		);
	return (
		<WeightEntry
			key={row.packed}
			label={text.weightOf(row.label)}
			help={text.weightHelp}
			button="OK"
			expected={row.ordered}
			initial={row.packed === undefined ? '' : weight(row.packed)}
			disabled={!writable}
			read={readWeight}
			take={([grams]) => packing.pack(row, grams)}
		/>
	);
}

/** How what is packed stands towards what was ordered. */
function Gap({ row }: { readonly row: PackingRow }) {
	const text = useText(cartonTexts);
	const formats = useFormats();
	if (row.packed === undefined) return <Chip>{text.nothingSaid}</Chip>;
	const gap = row.packed - row.ordered;
	if (gap === 0) return <Chip tone="ok">{text.complete}</Chip>;
	const size = amountShort(Math.abs(gap), row.mode, formats);
	return <Chip tone="warn">{gap < 0 ? text.missing(size) : text.more(size)}</Chip>;
}

/** One product of a carton: what is expected, what is packed. */
export function PackingLine({ row, packing, writable }: Props) {
	const text = useText(cartonTexts);
	const formats = useFormats();
	const { mode, packed, detail } = row;
	const short = (quantity: { readonly q2: number; readonly g: number }) =>
		amountShort(mode === 'P' ? quantity.g : quantity.q2, mode, formats);
	return (
		<li className="nv-card cp-line" data-done={row.isComplete || undefined}>
			<div className="cp-line-head">
				<h3>{row.label}</h3>
				<p className="cp-expected">
					<small className="nv-quiet">{text.expected}</small>{' '}
					<b>{amountInWords(row.ordered, row, formats)}</b>
				</p>
			</div>
			{detail.length > 0 ? (
				<p className="nv-quiet">{detail.map((one) => `${one.init} ${short(one)}`).join(', ')}</p>
			) : null}
			{mode === 'UP' ? (
				<p className="nv-quiet">{text.perPiece(formats.weight(row.nominal))}</p>
			) : null}
			<div className="cp-entry">
				<Entry {...{ row, packing, writable }} />
				{writable && packed === undefined && mode !== 'UP' ? (
					<Button size="md" variant="light" onClick={() => packing.pack(row, row.ordered)}>
						{text.asOrdered}
					</Button>
				) : null}
				{writable && packed !== undefined && row.packages.length === 0 ? (
					<Button size="md" variant="subtle" onClick={() => packing.pack(row, undefined)}>
						{text.takeBack}
					</Button>
				) : null}
			</div>
			<span className="cp-gap">
				{packed !== undefined ? <b>{amountInWords(packed, row, formats)}</b> : null}
				<Gap row={row} />
			</span>
		</li>
	);
}
