import type { CalendarEntry, Delivery } from './delivery.ts';
import type { Instant } from './fields.ts';

/**
 * Where a delivery is in its life: 0 planned, 1 open, 2 closed, 3 shipped, 4 delivered,
 * 5 distribution, 6 archived, X cancelled. Computed from the clock, never stored.
 */
export type Phase = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 'X';

/** The dates that decide the phase, as in a delivery or in a calendar. */
type Dated = Pick<Delivery, 'tOuv' | 'tClo' | 'tExp' | 'tArc'> & {
	readonly ann?: Delivery['ann'] | CalendarEntry['ann'];
};

const HOUR = 3_600_000;

const phaseUntilShipped = (delivery: Dated, close: Instant, now: Instant): 0 | 1 | 2 | 3 | 6 => {
	if (now >= delivery.tArc) return 6;
	if (now >= delivery.tExp) return 3;
	if (now >= close) return 2;
	return now >= delivery.tOuv ? 1 : 0;
};

/** Phase for the groupement: 3 lasts until the archive, each stop having its own state. */
export const phaseOf = (delivery: Dated, now: Instant): Phase =>
	delivery.ann === undefined ? phaseUntilShipped(delivery, delivery.tClo, now) : 'X';

const phaseAtStop = (delivery: Delivery, gc: string, close: Instant, now: Instant): Phase => {
	const stop = delivery.pts[gc];
	if (delivery.ann || !stop || stop.retire !== undefined) return 'X';
	const phase = phaseUntilShipped(delivery, close, now);
	if (phase !== 3) return phase;
	if (now >= stop.tDis) return 5;
	return now >= stop.tLiv ? 4 : 3;
};

/** Phase for a group; `X` too for a group the tour does not serve, or no longer serves. */
export const phaseForGroup = (delivery: Delivery, gc: string, now: Instant): Phase =>
	phaseAtStop(delivery, gc, delivery.tClo, now);

/** Instant at which the orders of a group's consumers close: `avance` hours before `tClo`. */
export const consumerClose = (delivery: Pick<Delivery, 'tClo'>, avance: number): Instant =>
	delivery.tClo - avance * HOUR;

/** Phase for the consumers of a group, whose orders close `avance` hours before the others. */
export const phaseForConsumer = (
	delivery: Delivery,
	gc: string,
	now: Instant,
	avance: number,
): Phase => phaseAtStop(delivery, gc, consumerClose(delivery, avance), now);

/** A coming date in the life of a delivery. */
export interface NextDate {
	readonly date: 'tOuv' | 'tClo' | 'tExp' | 'tLiv' | 'tDis' | 'tArc';
	readonly at: Instant;
}

/**
 * The next date in the life of a delivery as a group sees it (cards: "closes Thursday 20:00").
 * `avance` is 0 but for consumers. `undefined` once archived or cancelled.
 */
export const nextDate = (
	delivery: Delivery,
	gc: string,
	now: Instant,
	avance = 0,
): NextDate | undefined => {
	const stop = delivery.pts[gc];
	switch (phaseForConsumer(delivery, gc, now, avance)) {
		case 0:
			return { date: 'tOuv', at: delivery.tOuv };
		case 1:
			return { date: 'tClo', at: consumerClose(delivery, avance) };
		case 2:
			return { date: 'tExp', at: delivery.tExp };
		case 3:
			return stop && { date: 'tLiv', at: stop.tLiv };
		case 4:
			return stop && { date: 'tDis', at: stop.tDis };
		case 5:
			return { date: 'tArc', at: delivery.tArc };
		default:
			return undefined;
	}
};
