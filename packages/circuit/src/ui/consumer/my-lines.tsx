import { type Formats, useText } from '@navette/ui';
import type { OrderRow } from '../../client/index.ts';
import { amountOf, type ConsumerOrder, dueOf } from '../../model/index.ts';
import { amountInWords } from '../parts/amount-words.ts';
import { halvesWords } from '../parts/halves-words.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { orderTexts } from './order-texts.ts';

interface Props {
	readonly order: ConsumerOrder;
	readonly rows: readonly OrderRow[];
	readonly formats: Formats;
}

function Amount({ row, order, formats }: Omit<Props, 'rows'> & { readonly row: OrderRow }) {
	const text = useText(deliveryTexts);
	const line = order.lignes[row.code];
	const { perm, amount } = row;
	const due = line ? amountOf(perm.mode, dueOf(line)) : amount;
	const ordered = amountInWords(amount, perm, formats);
	return <>{due === amount ? ordered : text.due(amountInWords(due, perm, formats), ordered)}</>;
}

function Remarks({ row, formats }: { readonly row: OrderRow; readonly formats: Formats }) {
	const text = useText(orderTexts);
	const halves = useText(halvesWords);
	const { perm, price, priceBefore, group, state } = row;
	const isCrate = perm.emb === 'caisse';
	const remarks = [
		priceBefore === undefined
			? undefined
			: `${formats.money(price)}, ${text.atOpening(formats.money(priceBefore))}`,
		group?.missing === 1 ? (isCrate ? halves.missingCrate : halves.missingUnit) : undefined,
		state === 'waiting' ? text.toSend : state === 'sending' ? text.sending : undefined,
	].filter((remark) => remark !== undefined);
	return remarks.length === 0 ? null : <small>{remarks.join(' · ')}</small>;
}

/** The lines of one's own order: product, quantity that counts, price. */
export function MyLines({ order, rows, formats }: Props) {
	const text = useText(deliveryTexts);
	const mine = rows.filter((row) => order.lignes[row.code] !== undefined);
	return (
		<table className="co-table">
			<caption className="nv-hidden">{text.tabs.mine}</caption>
			<thead>
				<tr>
					<th scope="col">{text.product}</th>
					<th scope="col">{text.quantity}</th>
					<th scope="col">{text.price}</th>
				</tr>
			</thead>
			<tbody>
				{mine.map((row) => (
					<tr key={row.code}>
						<th scope="row">
							{row.perm.lib}
							<Remarks row={row} formats={formats} />
						</th>
						<td>
							<Amount row={row} order={order} formats={formats} />
						</td>
						<td>
							{row.figures.est ? '≈ ' : ''}
							{formats.money(row.figures.px)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
