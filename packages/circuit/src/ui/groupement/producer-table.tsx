import { EmptyState, useFormats, useText } from '@navette/ui';
import { IconBasketOff } from '@tabler/icons-react';
import type { ProducerTotal } from '../../client/index.ts';
import { tourTexts } from './texts.ts';

interface Props {
	readonly totals: readonly ProducerTotal[];
	producerName(pr: string): string;
}

/** What each producer has to prepare for the tour. */
export function ProducerTable({ totals, producerName }: Props) {
	const text = useText(tourTexts);
	const { number, money, weight } = useFormats();
	if (totals.length === 0)
		return (
			<EmptyState icon={IconBasketOff} title={text.noOrders}>
				{text.noOrdersWhy}
			</EmptyState>
		);
	return (
		<table className="nv-card ci-table cg-producers">
			<thead>
				<tr>
					<th scope="col">{text.producer}</th>
					<th scope="col">{text.references}</th>
					<th scope="col">{text.groups}</th>
					<th scope="col">{text.weight}</th>
					<th scope="col">{text.amount}</th>
				</tr>
			</thead>
			<tbody>
				{totals.map((one) => (
					<tr key={one.pr}>
						<th scope="row">{producerName(one.pr)}</th>
						<td data-label={text.references}>{number(one.references)}</td>
						<td data-label={text.groups}>{number(one.groups)}</td>
						<td data-label={text.weight}>{weight(one.gross)}</td>
						<td data-label={text.amount}>
							<b>
								{one.estimated ? '≈ ' : ''}
								{money(one.price)}
							</b>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
