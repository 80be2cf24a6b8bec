import type { Sentence } from '../errors.ts';

/** What the values of a column are: integers as everywhere, put in decimals when written out. */
export type ColumnKind = 'text' | 'count' | 'halves' | 'grams' | 'cents' | 'basis-points' | 'day';

/** A column of a table that leaves the application. */
export interface TableColumn {
	readonly id: string;
	readonly kind: ColumnKind;
	readonly title: Sentence;
}

/** A text, an integer in the unit of its column, words in both languages, or nothing. */
export type TableValue = string | number | Sentence | null;

/** A table of orders, prices or products, as an export, a print or another program reads it. */
export interface Table {
	readonly columns: readonly TableColumn[];
	readonly rows: readonly (readonly TableValue[])[];
}

/** A column. */
export const column = (id: string, kind: ColumnKind, fr: string, en: string): TableColumn => ({
	id,
	kind,
	title: { fr, en },
});

const SCALES: Readonly<Partial<Record<ColumnKind, readonly [divisor: number, digits: number]>>> = {
	halves: [2, 1],
	cents: [100, 2],
	'basis-points': [100, 2],
};

/** The number that people read in a cell: units, euros, per cent; integers stay. */
export const shownNumber = (value: number, kind: ColumnKind): number => {
	const [divisor] = SCALES[kind] ?? [1, 0];
	return value / divisor;
};

/** Digits after the decimal sign of a column: money has two, halves one only when there is one. */
export const decimalsOf = (value: number, kind: ColumnKind): number => {
	const [, digits] = SCALES[kind] ?? [1, 0];
	return kind === 'halves' && value % 2 === 0 ? 0 : digits;
};
