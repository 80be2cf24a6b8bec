import { addDays, type Day, dayOf, startOfDay } from '@navette/core';
import {
	type CalendarEntry,
	type Delivery,
	deliveryDay,
	duplicateDelivery,
	type Instant,
} from '../../model/index.ts';
import { type CalendarConflict, conflictsOf } from './calendar-conflicts.ts';

/** How a delivery comes back: every so many weeks, or each month on the same weekday of the month. */
export type Rhythm =
	| { readonly kind: 'weeks'; readonly every: number }
	| { readonly kind: 'month' };

/** Copies made at once, at most: two years of months. */
export const MAX_COPIES = 24;

/** The `rank`-th weekday of a month (1–4), or its last one (5). */
const weekdayIn = (year: number, month: number, weekday: number, rank: number): Day => {
	const first = new Date(Date.UTC(year, month, 1));
	const date = 1 + ((weekday - first.getUTCDay() + 7) % 7) + (rank - 1) * 7;
	const day = dayOf(Date.UTC(year, month, date));
	return Math.floor(day / 100) % 100 === first.getUTCMonth() + 1 ? day : addDays(day, -7);
};

/** The days of a season after a delivery; empty when its code is not one. */
export const seasonDays = (livr: string, rhythm: Rhythm, count: number): string[] => {
	const from = deliveryDay(livr);
	if (from === undefined) return [];
	const steps = Array.from({ length: Math.min(count, MAX_COPIES) }, (_, index) => index + 1);
	if (rhythm.kind === 'weeks')
		return steps.map((step) => String(addDays(from, step * rhythm.every * 7)));
	const date = new Date(startOfDay(from));
	const rank = Math.ceil(date.getUTCDate() / 7);
	return steps.map((step) => {
		const month = date.getUTCMonth() + step;
		return String(weekdayIn(date.getUTCFullYear(), month, date.getUTCDay(), rank));
	});
};

/** A copy that a season would make. */
export interface PlannedCopy {
	readonly livr: string;
	/** Its dates; absent when they cannot be. */
	readonly delivery?: Delivery;
	/** Why it cannot be made: the day is taken, another leaves then, its closing has passed. */
	readonly fault?: 'taken' | 'departure' | 'past' | 'dates';
	/** What it would stand beside on the same day. */
	readonly conflicts: readonly CalendarConflict[];
}

/** What is already in a calendar, and when it is. */
export interface SeasonFacts {
	readonly entries: readonly CalendarEntry[];
	readonly now: Instant;
	readonly timeZone: string;
}

const faultOf = (
	livr: string,
	delivery: Delivery,
	conflicts: readonly CalendarConflict[],
	{ entries, now }: SeasonFacts,
): PlannedCopy['fault'] => {
	if (entries.some((one) => one.livr === livr && one.det)) return 'taken';
	if (conflicts.some(({ kind }) => kind === 'same-departure')) return 'departure';
	return delivery.tClo <= now ? 'past' : undefined;
};

/** What copying a delivery to some days would make, each with what stands in its way. */
export const plannedCopies = (
	delivery: Delivery,
	from: string,
	days: readonly string[],
	facts: SeasonFacts,
): PlannedCopy[] =>
	days.map((livr) => {
		const made = duplicateDelivery(delivery, from, livr, facts.timeZone);
		if (!made.ok) return { livr, fault: 'dates', conflicts: [] };
		// What was only announced gives way: it is that very delivery.
		const others = facts.entries.filter((one) => one.livr !== livr);
		const conflicts = conflictsOf({ livr, tExp: made.value.tExp }, others, facts.timeZone);
		const fault = faultOf(livr, made.value, conflicts, facts);
		return { livr, delivery: made.value, conflicts, ...(fault ? { fault } : {}) };
	});
