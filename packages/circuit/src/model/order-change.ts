import { moveCarton, touchedProducers } from './carton.ts';
import { type DerivationContext, moveGroupOrder } from './group-order.ts';
import { withLines } from './order-lines.ts';
import type { Carton, ConsumerOrder, GroupOrder } from './orders.ts';

/** A consumer's order moves; everything derived from it is at hand. */
export interface OrderChange extends DerivationContext {
	/** The stored order, with its stored totals; `null` = none or deleted. */
	readonly before: ConsumerOrder | null;
	/** The new one; its totals are computed again here. */
	readonly after: ConsumerOrder | null;
	readonly group: GroupOrder | null;
	/** At least the cartons of `touchedProducers(before, after)` that exist, by producer. */
	readonly cartons: Readonly<Record<string, Carton | null>>;
	/** Initials of the consumer when the group shows them to producers. */
	readonly init?: string;
}

/** What to write in the same transaction; `null` = becomes a tombstone (or stays one). */
export interface OrderChanged {
	readonly order: ConsumerOrder | null;
	readonly group: GroupOrder | null;
	/** Only the cartons touched, by producer. */
	readonly cartons: Readonly<Record<string, Carton | null>>;
}

/**
 * Applies a change of one consumer's order to his group's order and to the producers' cartons by
 * differences: never reads another consumer's order. Money and gross weight of the group are the
 * sums of its consumers' totals.
 */
export const applyOrderChange = (change: OrderChange): OrderChanged => {
	const { before, catalogue, tolerance, init } = change;
	const order = change.after && withLines(change.after, change.after.lignes, catalogue);
	const group = moveGroupOrder(change.group, before, order, { catalogue, tolerance });
	const share = (one: ConsumerOrder | null) => ({
		order: one,
		...(init === undefined ? {} : { init }),
	});
	const cartons = Object.fromEntries(
		touchedProducers(before, order).map((pr) => [
			pr,
			moveCarton(change.cartons[pr] ?? null, share(before), share(order), {
				catalogue,
				tolerance,
				pr,
				group,
			}),
		]),
	);
	return { order, group, cartons };
};
