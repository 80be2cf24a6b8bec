import { err, ok, type Result } from '@navette/core';
import type { Delivery, Stop } from './delivery.ts';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';

const DAY = 86_400_000;

/** Days between the last distribution and the archive, at least. */
export const MIN_DAYS_BEFORE_ARCHIVE = 7;
/** Days between `tExp` and the archive of a new delivery, unless its groupement says otherwise. */
export const DEFAULT_ARCHIVE_DAYS = 30;

/** `tArc` of a new delivery: 30 days after `tExp`, never less than 7 days after a distribution. */
export const defaultArchive = (
	tExp: Instant,
	stops: readonly Pick<Stop, 'tDis'>[],
	days = DEFAULT_ARCHIVE_DAYS,
): Instant =>
	Math.max(tExp + days * DAY, ...stops.map((s) => s.tDis + MIN_DAYS_BEFORE_ARCHIVE * DAY));

const stopFault = (gc: string, stop: Stop, tExp: Instant, tArc: Instant): string | undefined => {
	if (stop.tLiv < tExp) return `pts.${gc}.tLiv`;
	if (stop.tDis < stop.tLiv) return `pts.${gc}.tDis`;
	if (stop.finDis !== undefined && stop.finDis < stop.tDis) return `pts.${gc}.finDis`;
	return stop.tDis + MIN_DAYS_BEFORE_ARCHIVE * DAY > tArc ? 'tArc' : undefined;
};

/**
 * Checks `tOuv < tClo ≤ tExp ≤ tLiv(gc) ≤ tDis(gc) ≤ tArc − 7 d`, and that no other delivery of the
 * groupement has the same `tExp`. `E-DATE` carries the first field at fault (`champ`).
 */
export const checkDates = (
	delivery: Pick<Delivery, 'tOuv' | 'tClo' | 'tExp' | 'tArc' | 'pts'>,
	otherExpeditions: readonly Instant[] = [],
): Result<void, Failure> => {
	const { tOuv, tClo, tExp, tArc, pts } = delivery;
	const fault =
		(tClo <= tOuv && 'tClo') ||
		(tExp < tClo && 'tExp') ||
		(tArc <= tExp && 'tArc') ||
		Object.entries(pts)
			.filter(([, stop]) => stop.retire === undefined)
			.map(([gc, stop]) => stopFault(gc, stop, tExp, tArc))
			.find((field) => field !== undefined);
	if (fault) return err(failure('E-DATE', { champ: fault }));
	if (otherExpeditions.includes(tExp))
		return err(failure('E-DATE', { champ: 'tExp', raison: 'autre' }));
	return ok(undefined);
};
