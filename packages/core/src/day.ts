import type { Brand } from './brand.ts';

/** A calendar day, UTC, as the integer `yyyymmdd` (20250614). */
export type Day = Brand<number, 'Day'>;

const DAY_MS = 86_400_000;

/** The UTC day that holds an instant (ms). */
export const dayOf = (instant: number): Day => {
	const date = new Date(instant);
	return (date.getUTCFullYear() * 10_000 +
		(date.getUTCMonth() + 1) * 100 +
		date.getUTCDate()) as Day;
};

/** The first instant (ms, UTC) of a day. */
export const startOfDay = (day: Day): number =>
	Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);

/** The day `count` days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day => dayOf(startOfDay(day) + count * DAY_MS);

/** A day from its integer, or `undefined` when no such day exists (20250231). */
export const parseDay = (value: number): Day | undefined => {
	if (!Number.isSafeInteger(value) || value < 10_000_101 || value > 99_991_231) return undefined;
	const day = value as Day;
	return dayOf(startOfDay(day)) === day ? day : undefined;
};
