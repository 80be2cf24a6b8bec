import type { Span } from './sheet-places.ts';

/** The part of a sheet that is drawn, or in sight. */
export interface SheetPart {
	readonly rows: Span;
	readonly columns: Span;
}

/** How many rows and columns a sheet has. */
export interface SheetSize {
	readonly rows: number;
	readonly columns: number;
}

/** Cells drawn at most: the largest order of a group twice; beyond, those far from sight go. */
const MOST = 12_000;

/** Cells added at once: a few ms of drawing. */
const STEP = 400;

/** Rows and columns drawn at once around what is in sight. */
const AROUND = { rows: 6, columns: 3 };

const lengthOf = ({ from, to }: Span): number => to - from;

const isIn = (inner: Span, outer: Span): boolean =>
	inner.from >= outer.from && inner.to <= outer.to;

/** Whether everything of a part is in another. */
export const isPartIn = (inner: SheetPart, outer: SheetPart): boolean =>
	isIn(inner.rows, outer.rows) && isIn(inner.columns, outer.columns);

const widened = ({ from, to }: Span, by: number, count: number): Span => ({
	from: Math.max(0, from - by),
	to: Math.min(count, to + by),
});

/** Both and what is between, when nothing is; else the second alone. */
const joined = (before: Span, now: Span): Span =>
	now.from > before.to || now.to < before.from
		? now
		: { from: Math.min(before.from, now.from), to: Math.max(before.to, now.to) };

/** What of it is near what is in sight: at most so many when that allows it. */
const kept = (span: Span, sight: Span, most: number): Span => {
	const beside = Math.max(0, Math.floor((most - lengthOf(sight)) / 2));
	return {
		from: Math.max(span.from, sight.from - beside),
		to: Math.min(span.to, sight.to + beside),
	};
};

/** What to draw at once so that what is in sight is drawn, keeping what is drawn beside it. */
export const partAround = (
	sight: SheetPart,
	before: SheetPart | undefined,
	size: SheetSize,
): SheetPart => {
	const rows = widened(sight.rows, AROUND.rows, size.rows);
	const columns = widened(sight.columns, AROUND.columns, size.columns);
	if (!before || !isIn(columns, before.columns)) return { rows, columns };
	const most = Math.floor(MOST / Math.max(1, lengthOf(before.columns)));
	return { rows: kept(joined(before.rows, rows), rows, most), columns: before.columns };
};

/**
 * The next larger part to draw ahead of any scrolling: all columns first, then rows on both sides,
 * a few at a time. The same object once there is nothing more to draw.
 */
export const grownPart = (part: SheetPart, size: SheetSize): SheetPart => {
	const [rows, columns] = [lengthOf(part.rows), lengthOf(part.columns)];
	if (rows === 0 || columns === 0) return part;
	if (columns < size.columns && rows * size.columns <= MOST) {
		const by = Math.max(1, Math.floor(STEP / rows / 2));
		return { ...part, columns: widened(part.columns, by, size.columns) };
	}
	const by = Math.max(1, Math.floor(STEP / columns / 2));
	if (rows >= size.rows || (rows + 2 * by) * columns > MOST) return part;
	return { ...part, rows: widened(part.rows, by, size.rows) };
};
