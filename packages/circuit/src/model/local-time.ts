import { type Day, dayOf, startOfDay } from '@navette/core';

/** A time of day on the clock of a place. */
export interface LocalTime {
	readonly day: Day;
	readonly hour: number;
	readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
	const known = formats.get(timeZone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
	});
	formats.set(timeZone, made);
	return made;
};

/** What the clock of a time zone (IANA name) shows at an instant (ms). */
export const localTimeOf = (instant: number, timeZone: string): LocalTime => {
	const parts = new Map(
		formatOf(timeZone)
			.formatToParts(instant)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
	return {
		day: dayOf(Date.UTC(part('year'), part('month') - 1, part('day'))),
		hour: part('hour'),
		minute: part('minute'),
	};
};

const asUtc = (time: LocalTime): number =>
	startOfDay(time.day) + time.hour * 3_600_000 + time.minute * 60_000;

/**
 * The instant (ms) at which the clock of a time zone shows a time. A time skipped by a change of
 * hour gives the instant one hour later; a time shown twice gives the first.
 */
export const instantOf = (time: LocalTime, timeZone: string): number => {
	const wanted = asUtc(time);
	const offsetAt = (instant: number) => asUtc(localTimeOf(instant, timeZone)) - instant;
	const before = wanted - offsetAt(wanted - 86_400_000);
	if (asUtc(localTimeOf(before, timeZone)) === wanted) return before;
	const after = wanted - offsetAt(wanted + 86_400_000);
	return asUtc(localTimeOf(after, timeZone)) === wanted ? after : before;
};
