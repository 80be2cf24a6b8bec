import type { OperationContext } from '@navette/engine';
import {
	applyOrderChange,
	type Carton,
	type ConsumerOrder,
	type DeliveryCatalogue,
	GROUP_ITSELF,
	type GroupSheet,
	touchedProducers,
} from '../model/index.ts';
import { readOne, writeOrRemove } from './documents.ts';
import type { OrderFacts, OrderKey } from './order-facts.ts';

/** Initials that producers see of a consumer, when the group shows them. */
export const shownInitials = (
	group: Pick<GroupSheet, 'carte' | 'par'>,
	consumer: OrderFacts['consumer'],
	co: string,
): string | undefined => {
	if (!group.par.detPr) return undefined;
	return consumer?.carte.init ?? (co === GROUP_ITSELF ? group.carte.init : undefined);
};

/** An order that moves from one state to another, in what surrounds it. */
export interface OrderMove {
	readonly key: OrderKey;
	readonly facts: Pick<OrderFacts, 'group' | 'consumer'>;
	readonly catalogue: DeliveryCatalogue;
	readonly before: ConsumerOrder | null;
	readonly after: ConsumerOrder | null;
}

/**
 * Writes an order with everything derived from it, by differences: its group's order, and the
 * cartons of the producers whose products moved, no other. What is emptied is deleted.
 */
export const saveOrder = async (
	context: OperationContext,
	move: OrderMove,
): Promise<ConsumerOrder | null> => {
	const { key, facts, catalogue, before, after } = move;
	const { gc, co, gp, livr } = key;
	const cartons: Record<string, Carton | null> = {};
	for (const pr of touchedProducers(before, after))
		cartons[pr] = (await readOne(context, 'CART', { gp, pr, livr, gc })) ?? null;
	const init = shownInitials(facts.group, facts.consumer, co);
	const changed = applyOrderChange({
		before,
		after,
		group: (await readOne(context, 'BCG', { gc, gp, livr })) ?? null,
		cartons,
		catalogue,
		tolerance: facts.group.par,
		...(init === undefined ? {} : { init }),
	});
	await writeOrRemove(context, 'BCC', { gc, co, gp, livr }, changed.order);
	await writeOrRemove(context, 'BCG', { gc, gp, livr }, changed.group);
	for (const [pr, carton] of Object.entries(changed.cartons))
		await writeOrRemove(context, 'CART', { gp, pr, livr, gc }, carton);
	return changed.order;
};
