import type { Instant } from './fields.ts';
import { quantityFigures } from './line-figures.ts';
import { instantOf, localTimeOf } from './local-time.ts';
import type { ConsumerOrder } from './orders.ts';
import type { DeliveryCatalogue } from './product.ts';
import { isSome } from './quantities.ts';

/** What was ordered within one hour on the clock of a group. */
export interface PaceHour {
	/** When the hour begins, ms. */
	readonly t: Instant;
	/** Orders begun in it. */
	readonly n: number;
	/** Cents of the lines first ordered in it, as ordered, at the prices in force. */
	readonly px: number;
}

/**
 * How the orders of a group came in, hour by hour; hours without any are left out. What was received
 * or given without having been ordered does not count.
 */
export const orderPace = (
	orders: readonly ConsumerOrder[],
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
	timeZone: string,
): PaceHour[] => {
	const hours = new Map<Instant, { n: number; px: number }>();
	const hourAt = (instant: Instant) => {
		const t = instantOf({ ...localTimeOf(instant, timeZone), minute: 0 }, timeZone);
		const hour = hours.get(t) ?? { n: 0, px: 0 };
		hours.set(t, hour);
		return hour;
	};
	for (const { lignes } of orders) {
		const ordered = Object.entries(lignes).filter(([, { cmd }]) => isSome(cmd));
		if (ordered.length === 0) continue;
		hourAt(Math.min(...ordered.map(([, { t1 }]) => t1))).n += 1;
		for (const [code, { t1, cmd }] of ordered) {
			const product = catalogue.lignes[code];
			if (product) hourAt(t1).px += quantityFigures(cmd, product).px;
		}
	}
	return [...hours].toSorted(([a], [b]) => a - b).map(([t, hour]) => ({ t, ...hour }));
};
