import { err, ok, type Result, startOfDay } from '@navette/core';
import { deliveryDay } from './codes.ts';
import { checkDates } from './dates.ts';
import type { Delivery } from './delivery.ts';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';
import { instantOf, localTimeOf } from './local-time.ts';

const DAY = 86_400_000;

/** The same time of day on the clock of a place, `days` calendar days later. */
export const shiftLocal = (instant: Instant, days: number, timeZone: string): Instant => {
	const time = localTimeOf(instant, timeZone);
	// Seconds are the same on both days: only the calendar day and the season change.
	const seconds = instant - instantOf(time, timeZone);
	const { day } = localTimeOf(startOfDay(time.day) + days * DAY, 'UTC');
	return instantOf({ ...time, day }, timeZone) + seconds;
};

/**
 * A delivery copied to another day: every date keeps its offset in calendar days and its time on
 * the clock ("Thursday of the week before 20:00"), across changes of hour. Groups removed from the
 * tour, the cancellation and the history are not copied. `E-DATE` when a code is not a delivery's,
 * or when another delivery leaves at the same instant.
 */
export const duplicateDelivery = (
	delivery: Delivery,
	from: string,
	to: string,
	timeZone: string,
	otherExpeditions: readonly Instant[] = [],
): Result<Delivery, Failure> => {
	const [source, target] = [deliveryDay(from), deliveryDay(to)];
	if (source === undefined || target === undefined)
		return err(failure('E-DATE', { champ: 'livr' }));
	const days = Math.round((startOfDay(target) - startOfDay(source)) / DAY);
	const shift = (instant: Instant) => shiftLocal(instant, days, timeZone);
	const pts = Object.fromEntries(
		Object.entries(delivery.pts)
			.filter(([, stop]) => stop.retire === undefined)
			.map(([gc, stop]) => [
				gc,
				{
					...stop,
					tLiv: shift(stop.tLiv),
					tDis: shift(stop.tDis),
					...(stop.finDis === undefined ? {} : { finDis: shift(stop.finDis) }),
				},
			]),
	);
	const copy: Delivery = {
		...(delivery.lib === undefined ? {} : { lib: delivery.lib }),
		tOuv: shift(delivery.tOuv),
		tClo: shift(delivery.tClo),
		tExp: shift(delivery.tExp),
		tArc: shift(delivery.tArc),
		pts,
		hist: [],
	};
	const order = checkDates(copy, otherExpeditions);
	return order.ok ? ok(copy) : order;
};
