import type { OperationContext } from '@navette/engine';
import {
	type DeliveryCatalogue,
	type GroupSheet,
	parseProductCode,
	refreshCarton,
	refreshGroupOrder,
} from '../model/index.ts';
import type { DeliveryKey } from './delivery-catalogues.ts';
import { byKeyProperty, readGrouped, readOne, writeOrRemove } from './documents.ts';
import { saveOrder } from './save-order.ts';

const refreshOrders = async (
	context: OperationContext,
	gc: string,
	{ gp, livr }: DeliveryKey,
	code: string,
	catalogue: DeliveryCatalogue,
): Promise<void> => {
	const group = await readOne(context, 'FGC', { gc });
	if (!group) throw new Error(`group ${gc} has orders and no sheet`);
	const orders = await readGrouped(context, 'BCC', 'groupDelivery', { gc, gp, livr });
	for (const [co, order] of Object.entries(byKeyProperty(orders, 'co'))) {
		if (!order.lignes[code]) continue;
		const facts = { group, consumer: undefined };
		const key = { gc, co, gp, livr };
		await saveOrder(context, { key, facts, catalogue, before: order, after: order });
	}
	await refreshDerived(context, gc, { gp, livr }, code, catalogue, group);
};

/** The group's order and the producer's carton, judged with the new conditions. */
const refreshDerived = async (
	context: OperationContext,
	gc: string,
	{ gp, livr }: DeliveryKey,
	code: string,
	catalogue: DeliveryCatalogue,
	{ par: tolerance }: GroupSheet,
): Promise<void> => {
	const { pr } = parseProductCode(code) ?? { pr: '' };
	const stored = (await readOne(context, 'BCG', { gc, gp, livr })) ?? null;
	const group = refreshGroupOrder(stored, { catalogue, tolerance });
	await writeOrRemove(context, 'BCG', { gc, gp, livr }, group);
	const carton = (await readOne(context, 'CART', { gp, pr, livr, gc })) ?? null;
	const refreshed = refreshCarton(carton, { catalogue, tolerance, pr, group });
	await writeOrRemove(context, 'CART', { gp, pr, livr, gc }, refreshed);
};

/**
 * After the conditions of a product changed: the orders that hold it are priced and judged again,
 * and what is derived from them. Nothing that does not hold it moves.
 */
export const refreshPrices = async (
	context: OperationContext,
	key: DeliveryKey,
	code: string,
	catalogue: DeliveryCatalogue,
): Promise<void> => {
	const groups = await readGrouped(context, 'BCG', 'tour', key);
	for (const [gc, order] of Object.entries(byKeyProperty(groups, 'gc')))
		if (order.lignes[code]) await refreshOrders(context, gc, key, code, catalogue);
};
