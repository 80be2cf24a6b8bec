/** Calendar and clock parts of an instant in a time zone; `month` from 1. */
export interface InstantParts {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
	const known = formats.get(timeZone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	formats.set(timeZone, made);
	return made;
};

/** What clocks and calendars of a time zone show at an instant (ms UTC). */
export const instantPartsIn = (timeZone: string, instant: number): InstantParts => {
	const found: Record<string, number> = {};
	for (const { type, value } of formatOf(timeZone).formatToParts(instant))
		found[type] = Number(value);
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
	return { year, month, day, hour, minute, second };
};

const asUtc = (parts: InstantParts): number =>
	Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);

/**
 * The instant (ms UTC) at which a time zone shows these parts. In the hour skipped in spring the
 * instant one hour later; in the hour repeated in autumn the first of the two.
 */
export const instantOf = (timeZone: string, parts: InstantParts): number => {
	const wanted = asUtc(parts);
	const offsetAt = (instant: number) => asUtc(instantPartsIn(timeZone, instant)) - instant;
	const before = wanted - offsetAt(wanted - 86_400_000);
	const after = wanted - offsetAt(wanted + 86_400_000);
	const shows = (instant: number) => asUtc(instantPartsIn(timeZone, instant)) === wanted;
	if (shows(before)) return before;
	return shows(after) ? after : Math.max(before, after);
};

/** Number of the calendar day (days since 1970-01-01) shown in a time zone at an instant. */
export const dayNumberIn = (timeZone: string, instant: number): number => {
	const { year, month, day } = instantPartsIn(timeZone, instant);
	return Date.UTC(year, month - 1, day) / 86_400_000;
};
