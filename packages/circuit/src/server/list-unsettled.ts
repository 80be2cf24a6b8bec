import type { OperationContext } from '@navette/engine';
import { type Delivery, unsettledProducts } from '../model/index.ts';
import { postAutomatic } from './automatic-items.ts';
import { catalogueOf, type DeliveryKey } from './delivery-catalogues.ts';
import { readGrouped, readOne } from './documents.ts';
import type { UsedRight } from './rights.ts';

/** Products named in one item; the rest is counted. */
const NAMED = 40;

/**
 * When a delivery is archived, each group whose products are not all settled finds the list in the chat
 * of its distribution: nobody is there to confirm, and nothing can be written any more.
 */
export const listUnsettled = async (
	context: OperationContext,
	key: DeliveryKey,
	delivery: Delivery,
): Promise<void> => {
	const { gp } = key;
	const groupement = await readOne(context, 'FGP', { gp });
	const catalogue = await catalogueOf(context, key, delivery);
	const used: UsedRight = {
		right: { usage: 'GP', subject: gp, power: 1 },
		holder: { role: 'GP', gp, power: 1 },
	};
	const author = { used, init: groupement?.carte.init ?? '??' };
	for (const { key: of, data } of await readGrouped(context, 'BCG', 'tour', key)) {
		const { gc = '' } = of;
		const group = await readOne(context, 'FGC', { gc });
		if (!group) continue;
		const found = await readGrouped(context, 'BCC', 'groupDelivery', { ...key, gc });
		const orders = found.map((one) => one.data);
		const prods = unsettledProducts(data, orders, catalogue, group.par);
		if (prods.length === 0) continue;
		const facts = { n: prods.length, prods: prods.slice(0, NAMED).join(' ') };
		await postAutomatic(context, 'CHD', { ...key, gc }, author, [{ code: 'RESTE', facts }]);
	}
};
