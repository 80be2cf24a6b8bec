import { Chip, EmptyState, type Tone, useFormats, useText } from '@navette/ui';
import { IconPackage } from '@tabler/icons-react';
import type { CartonRow, CartonView } from '../../client/index.ts';
import { amountInWords } from '../parts/amount-words.ts';
import { groupOrderTexts } from './group-order-texts.ts';

const TONES: Readonly<Record<number, Tone>> = { 0: 'plain', 1: 'info', 2: 'ok', 3: 'ok' };

function Line({ row, shipped }: { readonly row: CartonRow; readonly shipped: boolean }) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	return (
		<tr>
			<th scope="row">
				{row.label} <small className="nv-quiet ca-people">{text.people(row.people)}</small>
			</th>
			<td className="ci-number" data-label={text.quantity}>
				<b>{amountInWords(row.ordered, row, formats)}</b>
			</td>
			{shipped ? (
				<td className="ci-number" data-label={text.shipped}>
					{row.shipped === undefined ? '–' : amountInWords(row.shipped, row, formats)}
				</td>
			) : null}
			<td className="ci-number" data-label={text.amount}>
				{row.estimated ? '≈ ' : ''}
				{formats.money(row.price)}
			</td>
		</tr>
	);
}

function Carton({ carton, name }: { readonly carton: CartonView; readonly name: string }) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const shipped = carton.rows.some((row) => row.shipped !== undefined);
	const state = text.cartonStates[carton.state as 0 | 1 | 2 | 3];
	return (
		<section className="nv-card ca-carton" aria-label={name}>
			<div className="ci-card-head">
				<h2>{name}</h2>
				<Chip tone={TONES[carton.state] ?? 'plain'} icon={IconPackage}>
					{state}
				</Chip>
			</div>
			<table className="ci-table">
				<thead>
					<tr>
						<th scope="col">{text.product}</th>
						<th scope="col" className="ci-number">
							{text.quantity}
						</th>
						{shipped ? (
							<th scope="col" className="ci-number">
								{text.shipped}
							</th>
						) : null}
						<th scope="col" className="ci-number">
							{text.amount}
						</th>
					</tr>
				</thead>
				<tbody>
					{carton.rows.map((row) => (
						<Line key={row.code} row={row} shipped={shipped} />
					))}
				</tbody>
			</table>
			<p className="ca-carton-total">
				<b>
					{carton.rows.some(({ estimated }) => estimated) ? '≈ ' : ''}
					{formats.money(carton.synthesis.price)}
				</b>
				<span>{formats.weight(carton.synthesis.weight)}</span>
				{carton.boxes > 0 ? <span>{text.boxes(carton.boxes)}</span> : null}
			</p>
		</section>
	);
}

/** The cartons that producers fill for the group. */
export function CartonList(props: {
	readonly cartons: readonly CartonView[];
	producerName(pr: string): string;
}) {
	const text = useText(groupOrderTexts);
	if (props.cartons.length === 0)
		return (
			<EmptyState icon={IconPackage} title={text.noCartons}>
				{text.noCartonsWhy}
			</EmptyState>
		);
	return (
		<div className="ca-cartons">
			{props.cartons.map((carton) => (
				<Carton key={carton.pr} carton={carton} name={props.producerName(carton.pr)} />
			))}
		</div>
	);
}
