import { err, ok, type Result } from '@navette/core';
import { checkDates } from './dates.ts';
import type { Delivery, Stop } from './delivery.ts';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';
import { phaseOf } from './phases.ts';

/** What a groupement does with the stops of a tour. */
export type StopChange =
	| { readonly kind: 'add'; readonly gc: string; readonly stop: Stop }
	| {
			readonly kind: 'remove';
			readonly gc: string;
			/** The group has orders: they are kept, the stop is marked as removed. */
			readonly hasOrders: boolean;
			/** Said yes to that. */
			readonly confirmed: boolean;
	  }
	| {
			readonly kind: 'place';
			readonly gc: string;
			readonly ordre?: number;
			/** `null` = no truck any more. */
			readonly cam?: string | null;
	  };

interface Mark {
	readonly now: Instant;
	readonly par: string;
}

const without = (pts: Delivery['pts'], gc: string): Delivery['pts'] =>
	Object.fromEntries(Object.entries(pts).filter(([other]) => other !== gc));

const stopAfter = (
	delivery: Delivery,
	change: StopChange,
	now: Instant,
): Result<Delivery['pts'], Failure> => {
	const { pts } = delivery;
	const { gc } = change;
	const current = pts[gc];
	if (change.kind === 'add') {
		if (current && current.retire === undefined) return err(failure('E-DEJA', { gc }));
		return ok({ ...pts, [gc]: change.stop });
	}
	if (!current || current.retire !== undefined) return err(failure('E-LIEN', { gc }));
	if (change.kind === 'place') {
		const { cam: before, ...unloaded } = current;
		const { ordre = current.ordre, cam = before ?? null } = change;
		return ok({ ...pts, [gc]: { ...unloaded, ordre, ...(cam === null ? {} : { cam }) } });
	}
	if (!change.hasOrders) return ok(without(pts, gc));
	return change.confirmed
		? ok({ ...pts, [gc]: { ...current, retire: now } })
		: err(failure('E-DATE', { champ: `pts.${gc}`, raison: 'commandes' }));
};

/** Last phase in which each may be done. */
const UNTIL = { add: 1, remove: 1, place: 2 } as const;

/**
 * Adds, removes or places a stop. A group that has ordered is removed after confirmation only: its
 * orders stay. From the opening on the change is kept in `hist`. Errors: `E-ARCH`; `E-PHASE` too late
 * or cancelled; `E-DEJA` already a stop; `E-LIEN` not a stop; `E-DATE` orders exist, or wrong dates.
 */
export const changeStops = (
	delivery: Delivery,
	change: StopChange,
	{ now, par }: Mark,
): Result<Delivery, Failure> => {
	const phase = phaseOf(delivery, now);
	if (phase === 6) return err(failure('E-ARCH'));
	if (phase === 'X' || phase > UNTIL[change.kind])
		return err(failure('E-PHASE', { phase: String(phase) }));
	const pts = stopAfter(delivery, change, now);
	if (!pts.ok) return pts;
	const after: Delivery = { ...delivery, pts: pts.value };
	const order = checkDates(after);
	if (!order.ok) return order;
	if (phase === 0 || change.kind === 'place') return ok(after);
	const entry = { t: now, par, champ: `pts.${change.gc}` };
	const values =
		change.kind === 'add'
			? { av: null, ap: change.stop.tLiv }
			: { av: delivery.pts[change.gc]?.tLiv ?? null, ap: null };
	return ok({ ...after, hist: [...delivery.hist, { ...entry, ...values }] });
};

/**
 * Cancels a delivery. Before the opening it is deleted (`null`); until the truck leaves it is marked,
 * with a reason that people are told. Errors: `E-DATE` no reason; `E-PHASE` too late or done already.
 */
export const cancelDelivery = (
	delivery: Delivery,
	reason: string | undefined,
	{ now, par }: Mark,
): Result<Delivery | null, Failure> => {
	const phase = phaseOf(delivery, now);
	if (phase === 0) return ok(null);
	if (phase === 6) return err(failure('E-ARCH'));
	if (phase !== 1 && phase !== 2) return err(failure('E-PHASE', { phase: String(phase) }));
	if (reason === undefined) return err(failure('E-DATE', { champ: 'raison' }));
	const entry = { t: now, par, champ: 'ann', av: null, ap: reason };
	return ok({ ...delivery, ann: { t: now, raison: reason }, hist: [...delivery.hist, entry] });
};

/**
 * Another label for a delivery, or none: until its archive. It is no date: nobody is told, everybody
 * who looks sees it. Errors: `E-ARCH`; `E-PHASE` cancelled.
 */
export const nameDelivery = (
	delivery: Delivery,
	label: string | null,
	now: Instant,
): Result<Delivery, Failure> => {
	const phase = phaseOf(delivery, now);
	if (phase === 6) return err(failure('E-ARCH'));
	if (phase === 'X') return err(failure('E-PHASE', { phase }));
	const { lib: _lib, ...unnamed } = delivery;
	return ok(label === null ? unnamed : { ...unnamed, lib: label });
};
