import type { DocumentSource, OperationContext } from '@navette/engine';
import {
	type Carton,
	type DeliveryCatalogue,
	type GroupOrder,
	parseProductCode,
	phaseForGroup,
	rebuildCarton,
	rebuildGroupOrder,
} from '../model/index.ts';
import { catalogueOf, type DeliveryKey } from './delivery-catalogues.ts';
import { byKeyProperty, readGrouped, readOne, writeIfChanged } from './documents.ts';
import { shownInitials } from './save-order.ts';

/** What is derived from the orders of a group, stored and as it should be; `null` = no document. */
export interface RebuiltGroup {
	readonly order: { readonly stored: GroupOrder | null; readonly rebuilt: GroupOrder | null };
	/** By producer. */
	readonly cartons: Readonly<
		Record<string, { readonly stored: Carton | null; readonly rebuilt: Carton | null }>
	>;
}

/** Rebuilds the order and the cartons of a group from its consumers' orders; `undefined` = no group. */
export const rebuildGroup = async (
	source: DocumentSource,
	{ gp, livr }: DeliveryKey,
	gc: string,
	catalogue: DeliveryCatalogue,
): Promise<RebuiltGroup | undefined> => {
	const group = await readOne(source, 'FGC', { gc });
	if (!group) return undefined;
	const key = { gc, gp, livr };
	const orders = byKeyProperty(await readGrouped(source, 'BCC', 'groupDelivery', key), 'co');
	const consumers = byKeyProperty(await readGrouped(source, 'FCO', 'group', { gc }), 'co');
	const stored = (await readOne(source, 'BCG', key)) ?? null;
	const around = { catalogue, tolerance: group.par };
	const rebuilt = rebuildGroupOrder(Object.values(orders), stored, around);
	const found = byKeyProperty(await readGrouped(source, 'CART', 'groupDelivery', key), 'pr');
	const shares = Object.entries(orders).map(([co, order]) => {
		const init = shownInitials(group, consumers[co], co);
		return { order, ...(init === undefined ? {} : { init }) };
	});
	const ordered = Object.values(orders).flatMap((order) => Object.keys(order.lignes));
	const producers = ordered.flatMap((code) => parseProductCode(code)?.pr ?? []);
	const cartons = [...new Set([...Object.keys(found), ...producers])].map((pr) => {
		const carton = found[pr] ?? null;
		const context = { ...around, pr, group: rebuilt };
		return [pr, { stored: carton, rebuilt: rebuildCarton(shares, carton, context) }] as const;
	});
	return { order: { stored, rebuilt }, cartons: Object.fromEntries(cartons) };
};

/** Writes what a rebuild gives, where it differs. */
export const repairGroup = async (
	context: OperationContext,
	{ gp, livr }: DeliveryKey,
	gc: string,
	{ order, cartons }: RebuiltGroup,
): Promise<void> => {
	if (order.rebuilt) await writeIfChanged(context, 'BCG', { gc, gp, livr }, order.rebuilt);
	else if (order.stored) await context.remove('BCG', { gc, gp, livr });
	for (const [pr, { stored, rebuilt }] of Object.entries(cartons)) {
		const key = { gp, pr, livr, gc };
		if (rebuilt) await writeIfChanged(context, 'CART', key, rebuilt);
		else if (stored) await context.remove('CART', key);
	}
};

/**
 * After the sheet of a group or the initials of a consumer changed: cartons that show initials, and
 * alerts judged with the group's tolerances, in every delivery that still lives.
 */
export const rebuildLivingOrders = async (context: OperationContext, gc: string): Promise<void> => {
	const group = await readOne(context, 'FGC', { gc });
	for (const { gp } of group?.gps ?? [])
		for (const { key, data } of await readGrouped(context, 'LIVRG', 'groupement', { gp })) {
			const phase = phaseForGroup(data, gc, context.now);
			if (phase === 'X' || phase === 6) continue;
			const delivery = { gp, livr: key.livr ?? '' };
			const catalogue = await catalogueOf(context, delivery, data);
			const rebuilt = await rebuildGroup(context, delivery, gc, catalogue);
			if (rebuilt) await repairGroup(context, delivery, gc, rebuilt);
		}
};
