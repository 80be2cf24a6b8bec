import { type CalendarEntry, localTimeOf } from '../../model/index.ts';

/** Two deliveries in each other's way: they leave at the same instant, or on the same day. */
export interface CalendarConflict {
	readonly kind: 'same-departure' | 'same-day';
	/** The other one. */
	readonly livr: string;
}

type Departing = Pick<CalendarEntry, 'livr' | 'tExp' | 'ann'>;

/** Which of `others` are in the way of a delivery. Cancelled ones are in nobody's. */
export const conflictsOf = (
	entry: Departing,
	others: readonly Departing[],
	timeZone: string,
): CalendarConflict[] =>
	entry.ann !== undefined
		? []
		: others
				.filter(({ livr, ann }) => livr !== entry.livr && ann === undefined)
				.flatMap(({ livr, tExp }): CalendarConflict[] => {
					if (tExp === entry.tExp) return [{ kind: 'same-departure', livr }];
					const sameDay = localTimeOf(tExp, timeZone).day === localTimeOf(entry.tExp, timeZone).day;
					return sameDay ? [{ kind: 'same-day', livr }] : [];
				});
