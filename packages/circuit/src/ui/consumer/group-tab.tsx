import { EmptyState, LoadingState, Stat, Stats, useFormats, useText } from '@navette/ui';
import { IconCircleCheck, IconCircleHalf2, IconUsers } from '@tabler/icons-react';
import { type GroupProduct, groupProducts } from '../../client/index.ts';
import { amountShort } from '../parts/amount-words.ts';
import { deliveriesTexts } from './deliveries-texts.ts';
import { deliveryTexts } from './delivery-texts.ts';
import type { DeliveryView } from './use-delivery.ts';

function Row({ product }: { readonly product: GroupProduct }) {
	const text = useText(deliveryTexts);
	const formats = useFormats();
	const { perm, code, ordered, mine, missing, people } = product;
	const short = (amount: number) => amountShort(amount, perm?.mode ?? 'U', formats);
	return (
		<tr data-missing={missing === 1 || undefined}>
			<th scope="row">
				{perm?.lib ?? code}
				<small>{text.people(people)}</small>
			</th>
			<td>{short(ordered)}</td>
			<td>{mine > 0 ? short(mine) : '–'}</td>
			<td>
				{missing === 1 ? (
					<span className="co-half">
						<IconCircleHalf2 size={16} aria-hidden />½
					</span>
				) : (
					'–'
				)}
			</td>
		</tr>
	);
}

/** C4: what the group orders, by product: totals, my part, missing halves. No names. */
export function GroupTab({ view }: { readonly view: DeliveryView }) {
	const text = useText(deliveryTexts);
	const texts = useText(deliveriesTexts);
	const { money, weight, number } = useFormats();
	const { groupOrder, order, catalogue } = view;
	if (groupOrder === undefined) return <LoadingState rows={5} />;
	const products = groupProducts(groupOrder, order, catalogue.result);
	if (!groupOrder || products.length === 0)
		return (
			<EmptyState icon={IconUsers} title={text.emptyGroupTitle}>
				{text.emptyGroup}
			</EmptyState>
		);
	const { nco, pb, px } = groupOrder.tot;
	const missing = products.filter((product) => product.missing === 1).length;
	return (
		<>
			<Stats>
				<Stat name={text.groupTotal} value={text.people(nco)} />
				<Stat name={texts.references(products.length)} value={number(products.length)} />
				<Stat name={texts.gross} value={weight(pb)} />
				<Stat name={texts.price} value={`≈ ${money(px)}`} />
			</Stats>
			<p className="co-halves" data-missing={missing > 0 || undefined}>
				{missing > 0 ? (
					<IconCircleHalf2 size={20} aria-hidden />
				) : (
					<IconCircleCheck size={20} aria-hidden />
				)}
				{text.missingCount(missing)}
			</p>
			<table className="co-table">
				<caption className="nv-hidden">{text.tabs.group}</caption>
				<thead>
					<tr>
						<th scope="col">{text.product}</th>
						<th scope="col">{text.ordered}</th>
						<th scope="col">{text.mine}</th>
						<th scope="col">{text.missing}</th>
					</tr>
				</thead>
				<tbody>
					{products.map((product) => (
						<Row key={product.code} product={product} />
					))}
				</tbody>
			</table>
			<p className="nv-quiet">{text.noNames}</p>
		</>
	);
}
