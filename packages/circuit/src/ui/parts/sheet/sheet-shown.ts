import type { SheetItem, SheetSpec } from './sheet.ts';
import type { SheetPart } from './sheet-part.ts';
import type { Places, Span } from './sheet-places.ts';

/** A row that is drawn, and the sheet as it shows it. */
export interface ShownRow<Row> {
	readonly index: number;
	/** As the sheet is, in sight; as it was a moment ago, elsewhere. */
	readonly spec: SheetSpec<Row>;
	readonly item: SheetItem<Row>;
	readonly pastItem: SheetItem<Row>;
	/** Its columns that are in sight: none when it is not. */
	readonly sight: Span;
	readonly isActive: boolean;
	/** Px. */
	readonly top: number;
	readonly height: number;
}

const NONE: Span = { from: 0, to: 0 };

/** From the first to the last, and one more wherever it is (-1: none). */
export const indexesOf = ({ from, to }: Span, one: number): readonly number[] => {
	const all = Array.from({ length: to - from }, (_, at) => from + at);
	return one >= 0 && (one < from || one >= to) ? [...all, one] : all;
};

/**
 * The rows to draw: those of the part, and the active one wherever it is, for the focus stays there.
 * `past`: the sheet a moment ago, of the same rows and columns.
 */
export const shownRows = <Row>(
	spec: SheetSpec<Row>,
	past: SheetSpec<Row>,
	view: { readonly drawn: SheetPart; readonly sight: SheetPart; readonly rows: Places },
	active: number,
): readonly ShownRow<Row>[] =>
	indexesOf(view.drawn.rows, active).flatMap((index) => {
		const { rows, columns } = view.sight;
		const isActive = index === active;
		const isIn = isActive || (index >= rows.from && index < rows.to);
		const shown = isIn ? spec : past;
		const [item, pastItem] = [shown.items[index], past.items[index]];
		if (!item || !pastItem) return [];
		const top = view.rows[index] ?? 0;
		const height = (view.rows[index + 1] ?? top) - top;
		const sight = isIn ? columns : NONE;
		return [{ index, spec: shown, item, pastItem, sight, isActive, top, height }];
	});
