import { addDays, type Day } from '@navette/core';
import type { PaceHour } from '../../model/index.ts';
import type { Figures } from './figures.ts';

/** The report `Rythme`: how the orders of a group came in for a delivery. */
export interface OrderPace {
	readonly tOuv: number;
	/** When consumers can no longer order. */
	readonly tClo: number;
	readonly heures: readonly PaceHour[];
}

/** A moment on the axis of days: which one, and how far into it (0–1). */
export interface PaceMoment {
	readonly category: number;
	readonly part: number;
}

/** Year, month, day, hour, minute on the clock of the organisation. */
export interface ClockParts {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
}

/** Days of one chart, at most: the last ones before the closing. */
const MOST_DAYS = 100;
const DAY = 86_400_000;

const dayAt = ({ year, month, day }: ClockParts): Day => (year * 10_000 + month * 100 + day) as Day;

const daysBetween = (first: Day, last: Day): Day[] => {
	const days: Day[] = [];
	for (let day = last; day >= first && days.length < MOST_DAYS; day = addDays(day, -1))
		days.unshift(day);
	return days;
};

/**
 * Orders begun (`n`) or cents (`px`) by day, from the opening to the closing: days without any are
 * there too, else the wave of the last evening would not be seen as one.
 */
export const paceFigures = (
	{ tOuv, tClo, heures }: OrderPace,
	measure: 'n' | 'px',
	partsOf: (instant: number) => ClockParts,
): { readonly figures: Figures; readonly closing: PaceMoment } => {
	const sums = new Map<Day, number>();
	for (const hour of heures) {
		const day = dayAt(partsOf(hour.t));
		sums.set(day, (sums.get(day) ?? 0) + hour[measure]);
	}
	const close = partsOf(tClo);
	const all = [dayAt(partsOf(tOuv)), dayAt(close), ...sums.keys()];
	const days = daysBetween(Math.min(...all) as Day, Math.max(...all) as Day);
	return {
		figures: {
			categories: days.map(String),
			series: [{ id: measure, values: days.map((day) => sums.get(day) ?? 0) }],
		},
		closing: {
			category: days.indexOf(dayAt(close)),
			part: (close.hour * 60 + close.minute) / 1_440,
		},
	};
};

/** How many orders were begun, and how many of them in the 24 hours before the closing. */
export const lastDay = ({
	tClo,
	heures,
}: OrderPace): { readonly all: number; readonly late: number } => {
	const count = (hours: readonly PaceHour[]) => hours.reduce((sum, { n }) => sum + n, 0);
	return { all: count(heures), late: count(heures.filter(({ t }) => t >= tClo - DAY && t < tClo)) };
};
