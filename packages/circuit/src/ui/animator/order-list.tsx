import { useFormats, useText } from '@navette/ui';
import type { ProductRow } from '../../client/index.ts';
import { AlertChips } from '../parts/alert-chips.tsx';
import { amountInWords } from '../parts/amount-words.ts';
import { groupOrderTexts } from './group-order-texts.ts';
import type { GroupOrderView } from './use-group-order.ts';

interface Props {
	readonly view: GroupOrderView;
	readonly rows: readonly ProductRow[];
	producerName(pr: string): string;
}

function ListRow({ row, stages }: { readonly row: ProductRow; readonly stages: boolean }) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const { perm } = row.line;
	const declared = (amount: number | undefined) =>
		amount === undefined ? '–' : amountInWords(amount, perm, formats);
	return (
		<tr>
			<th scope="row">
				{perm.lib} <small className="nv-quiet ca-people">{text.people(row.people)}</small>
			</th>
			<td className="ci-number" data-label={text.quantity}>
				<b>{amountInWords(row.wanted, perm, formats)}</b>
			</td>
			{stages ? (
				<>
					<td className="ci-number" data-label={text.shipped}>
						{declared(row.shipped)}
					</td>
					<td className="ci-number" data-label={text.received}>
						{declared(row.received)}
					</td>
				</>
			) : null}
			<td className="ci-number" data-label={text.amount}>
				{row.estimated ? '≈ ' : ''}
				{formats.money(row.price)}
			</td>
			<td data-label={text.alertColumn} className="ci-plain">
				<AlertChips bits={row.alerts} />
			</td>
		</tr>
	);
}

/** The group's order as its producers read it: quantities, halves missing, amounts, alerts. */
export function OrderList({ view, rows, producerName }: Props) {
	const text = useText(groupOrderTexts);
	const formats = useFormats();
	const lines = Object.values(view.groupOrder?.lignes ?? {});
	const stages = lines.some((line) => line.exp !== undefined || line.rec !== undefined);
	return (
		<div className="ca-lists">
			{[...Map.groupBy(rows, (row) => row.pr)].map(([pr, own]) => (
				<section key={pr} className="nv-card" aria-label={producerName(pr)}>
					<h2>
						{producerName(pr)}{' '}
						<span className="nv-quiet">
							{own.some(({ estimated }) => estimated) ? '≈ ' : ''}
							{formats.money(own.reduce((sum, row) => sum + row.price, 0))}
						</span>
					</h2>
					<table className="ci-table">
						<thead>
							<tr>
								<th scope="col">{text.product}</th>
								<th scope="col" className="ci-number">
									{text.quantity}
								</th>
								{stages ? (
									<>
										<th scope="col" className="ci-number">
											{text.shipped}
										</th>
										<th scope="col" className="ci-number">
											{text.received}
										</th>
									</>
								) : null}
								<th scope="col" className="ci-number">
									{text.amount}
								</th>
								<th scope="col">{text.alertColumn}</th>
							</tr>
						</thead>
						<tbody>
							{own.map((row) => (
								<ListRow key={row.code} row={row} stages={stages} />
							))}
						</tbody>
					</table>
				</section>
			))}
		</div>
	);
}
