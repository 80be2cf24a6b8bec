import { type Day, dayOf, instantOf as instantOfParts, instantPartsIn } from '@navette/core';

/** A time of day on the clock of a place. */
export interface LocalTime {
	readonly day: Day;
	readonly hour: number;
	readonly minute: number;
}

/** What the clock of a time zone (IANA name) shows at an instant (ms). */
export const localTimeOf = (instant: number, timeZone: string): LocalTime => {
	const { year, month, day, hour, minute } = instantPartsIn(timeZone, instant);
	return { day: dayOf(Date.UTC(year, month - 1, day)), hour, minute };
};

/**
 * The instant (ms) at which the clock of a time zone shows a time. A time skipped by a change of
 * hour gives the instant one hour later; a time shown twice gives the first.
 */
export const instantOf = ({ day, hour, minute }: LocalTime, timeZone: string): number =>
	instantOfParts(timeZone, {
		year: Math.floor(day / 10_000),
		month: Math.floor(day / 100) % 100,
		day: day % 100,
		hour,
		minute,
		second: 0,
	});
