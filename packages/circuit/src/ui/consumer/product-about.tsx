import { useFormats, useText } from '@navette/ui';
import type { OrderRow } from '../../client/index.ts';
import { priceUnit } from '../parts/amount-words.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { orderTexts } from './order-texts.ts';

/** What one gets for the price: net weight of a unit, usual weight of a piece, step in bulk. */
const useMeasure = (): ((row: OrderRow) => string | undefined) => {
	const text = useText(deliveryTexts);
	const order = useText(orderTexts);
	const { weight } = useFormats();
	return ({ perm, net, step }) => {
		if (perm.mode === 'P') return order.step(weight(step));
		if (net === undefined) return undefined;
		return perm.mode === 'UP' ? text.about(weight(net)) : text.net(weight(net));
	};
};

/** Price, the one at opening when it changed, measure, description, labels. */
export function ProductAbout({ row }: { readonly row: OrderRow }) {
	const text = useText(deliveryTexts);
	const formats = useFormats();
	const measure = useMeasure()(row);
	const { perm, price, priceBefore, offered } = row;
	return (
		<>
			<p className="co-price">
				<b>{formats.money(price)}</b> {priceUnit(perm, formats)}
				{measure === undefined ? null : <span className="co-dot">{measure}</span>}
				{priceBefore === undefined ? null : (
					<s className="co-dot">{text.priceOpening(formats.money(priceBefore))}</s>
				)}
				{offered ? null : <span className="co-dot">{text.unavailable}</span>}
			</p>
			{perm.desc === undefined && perm.labels.length === 0 ? null : (
				<p className="co-about">
					{perm.labels.length > 0 ? <b>{perm.labels.join(', ')}</b> : null}
					{perm.labels.length > 0 && perm.desc !== undefined ? '. ' : null}
					{perm.desc}
				</p>
			)}
		</>
	);
}
