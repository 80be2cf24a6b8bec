import { err, ok, type Result } from '@navette/core';
import { type DateChange, type DateFacts, dateTable } from './date-rules.ts';
import { checkDates } from './dates.ts';
import type { Delivery, Stop } from './delivery.ts';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';
import { type Phase, phaseForGroup, phaseOf } from './phases.ts';

/** Phase that rules a change: of the stop for its own dates; for `tArc`, of the first one served. */
const rulingPhase = (delivery: Delivery, change: DateChange, now: Instant): Phase => {
	if ('gc' in change) return phaseForGroup(delivery, change.gc, now);
	const phase = phaseOf(delivery, now);
	if (change.field !== 'tArc' || phase !== 3) return phase;
	return Object.values(delivery.pts).some((s) => s.retire === undefined && now >= s.tLiv) ? 4 : 3;
};

const currentValue = (delivery: Delivery, change: DateChange): string | number | null => {
	if (!('gc' in change)) return delivery[change.field];
	return delivery.pts[change.gc]?.[change.field] ?? null;
};

const withChange = (delivery: Delivery, change: DateChange): Delivery => {
	if (!('gc' in change)) return { ...delivery, [change.field]: change.to };
	const stop = delivery.pts[change.gc];
	if (!stop) return delivery;
	const changed: Stop = { ...stop, [change.field]: change.to };
	return { ...delivery, pts: { ...delivery.pts, [change.gc]: changed } };
};

const historyOf = (delivery: Delivery, change: DateChange, now: Instant, par: string) => ({
	t: now,
	par,
	champ: 'gc' in change ? `pts.${change.gc}.${change.field}` : change.field,
	av: currentValue(delivery, change),
	ap: change.to,
});

const checkChange = (
	delivery: Delivery,
	change: DateChange,
	facts: DateFacts,
): Result<void, Failure> => {
	const phase = rulingPhase(delivery, change, facts.now);
	if (phase === 6) return err(failure('E-ARCH'));
	const row = dateTable[change.field];
	if (!Object.values(row).some((cell) => cell[facts.role]))
		return err(failure('E-DROIT', { champ: change.field }));
	const to = typeof change.to === 'number' ? change.to : 0;
	return row[phase]?.[facts.role]?.(delivery, to, facts)
		? ok(undefined)
		: err(failure('E-DATE', { champ: change.field }));
};

/**
 * Changes dates or places of a delivery together. From phase 1 on each change is kept in `hist`.
 * Errors: `E-ARCH` archived; `E-DROIT` never this role; `E-DATE` with the field (`champ`) when the
 * phase or its condition forbids it, or when the dates no longer follow each other.
 */
export const changeDates = (
	delivery: Delivery,
	changes: readonly DateChange[],
	facts: DateFacts,
	par: string,
): Result<Delivery, Failure> => {
	// Changes made together see the new expedition: a closing may move with it.
	const moved = changes.find((change) => change.field === 'tExp');
	const seen = moved ? withChange(delivery, moved) : delivery;
	const planned = phaseOf(delivery, facts.now) === 0;
	let changed = delivery;
	for (const change of changes) {
		const allowed = checkChange(change === moved ? delivery : seen, change, facts);
		if (!allowed.ok) return allowed;
		const entry = historyOf(delivery, change, facts.now, par);
		const hist = planned ? changed.hist : [...changed.hist, entry];
		changed = { ...withChange(changed, change), hist };
	}
	const order = checkDates(changed, facts.otherExpeditions);
	return order.ok ? ok(changed) : order;
};

/** What a person declares before the plan says so. */
export type DeliveryEvent =
	| { readonly event: 'left' }
	| { readonly event: 'arrived' | 'started'; readonly gc: string };

/**
 * "Truck left", "arrived", "distribution started": sets the date to now. `E-PHASE` unless the
 * preceding date is reached and this one is not; `E-DATE` when another delivery leaves at that
 * very instant.
 */
export const declareEvent = (
	delivery: Delivery,
	declared: DeliveryEvent,
	facts: Pick<DateFacts, 'now' | 'otherExpeditions'>,
	par: string,
): Result<Delivery, Failure> => {
	const { now } = facts;
	const phase =
		declared.event === 'left' ? phaseOf(delivery, now) : phaseForGroup(delivery, declared.gc, now);
	const expected = { left: 2, arrived: 3, started: 4 } as const;
	if (phase === 6) return err(failure('E-ARCH'));
	if (phase !== expected[declared.event]) return err(failure('E-PHASE', { phase: String(phase) }));
	const change: DateChange =
		declared.event === 'left'
			? { field: 'tExp', to: now }
			: { field: declared.event === 'arrived' ? 'tLiv' : 'tDis', gc: declared.gc, to: now };
	const changed = withChange(delivery, change);
	const order = checkDates(changed, facts.otherExpeditions);
	if (!order.ok) return order;
	return ok({ ...changed, hist: [...delivery.hist, historyOf(delivery, change, now, par)] });
};
