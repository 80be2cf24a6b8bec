import { addDays, type Day, dayOf, startOfDay } from '@navette/core';
import { type CalendarEntry, deliveryDay, localTimeOf } from '../../model/index.ts';

/** A day in the year view. */
export interface YearDay {
	/** `yyyymmdd` */
	readonly day: number;
	readonly date: number;
	/** What is there, the strongest first: a delivery, a closing, orders open. */
	readonly mark?: 'delivery' | 'closing' | 'open';
	readonly isToday: boolean;
}

/** A month of the year view: whole weeks from Monday, and the deliveries of the month. */
export interface YearMonth {
	/** `yyyymm01` */
	readonly first: number;
	readonly weeks: readonly (readonly (YearDay | null)[])[];
	readonly entries: readonly CalendarEntry[];
}

/** Days of a delivery on the clock of a place. */
interface Spans {
	readonly delivery: number | undefined;
	readonly opens: number;
	readonly closes: number;
}

const spansOf = (entry: CalendarEntry, timeZone: string): Spans => ({
	delivery: deliveryDay(entry.livr),
	opens: localTimeOf(entry.tOuv, timeZone).day,
	closes: localTimeOf(entry.tClo, timeZone).day,
});

const markOf = (day: number, spans: readonly Spans[]): YearDay['mark'] => {
	if (spans.some((one) => one.delivery === day)) return 'delivery';
	if (spans.some((one) => one.closes === day)) return 'closing';
	return spans.some((one) => one.opens <= day && day < one.closes) ? 'open' : undefined;
};

/** Monday = 0. */
const weekdayOf = (day: Day): number => (new Date(startOfDay(day)).getUTCDay() + 6) % 7;

const daysOf = (first: Day, spans: readonly Spans[], today: number): YearDay[] => {
	const month = Math.floor(first / 100);
	const days: YearDay[] = [];
	for (let day = first; Math.floor(day / 100) === month; day = addDays(day, 1)) {
		const mark = markOf(day, spans);
		days.push({ day, date: day % 100, ...(mark ? { mark } : {}), isToday: day === today });
	}
	return days;
};

const weeksOf = (first: Day, days: readonly YearDay[]): (YearDay | null)[][] => {
	const cells = [...Array.from({ length: weekdayOf(first) }, () => null), ...days];
	return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
		Array.from({ length: 7 }, (_day, at) => cells[week * 7 + at] ?? null),
	);
};

/** The twelve months of a year, with what a calendar says of each; cancelled deliveries mark no day. */
export const yearOf = (
	entries: readonly CalendarEntry[],
	year: number,
	now: number,
	timeZone: string,
): YearMonth[] => {
	const spans = entries.filter(({ ann }) => ann === undefined).map((one) => spansOf(one, timeZone));
	const today = localTimeOf(now, timeZone).day;
	return Array.from({ length: 12 }, (_, index) => {
		const first = dayOf(Date.UTC(year, index, 1));
		const prefix = String(first).slice(0, 6);
		return {
			first,
			weeks: weeksOf(first, daysOf(first, spans, today)),
			entries: entries
				.filter(({ livr }) => livr.startsWith(prefix))
				.toSorted((a, b) => a.livr.localeCompare(b.livr)),
		};
	});
};

/** Years that a calendar speaks of, the present one and the next always. */
export const yearsOf = (
	entries: readonly CalendarEntry[],
	now: number,
	timeZone: string,
): number[] => {
	const present = Math.floor(localTimeOf(now, timeZone).day / 10_000);
	const spoken = entries.map(({ livr }) => Number(livr.slice(0, 4)));
	return [...new Set([present, present + 1, ...spoken])].toSorted((a, b) => a - b);
};
