import type { SheetPosition } from './sheet.ts';

/** The shape of a sheet: which items are rows, and how many rows a page holds. */
export interface SheetShape {
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	readonly page: number;
}

/** Keys that move, and what they move. */
export interface MoveKey {
	readonly key: string;
	readonly ctrl: boolean;
}

const clamp = (value: number, max: number): number => Math.max(0, Math.min(max, value));

const rowMove = ({ key, ctrl }: MoveKey, row: number, { rows, page }: SheetShape): number => {
	const last = rows.length - 1;
	switch (key) {
		case 'ArrowDown':
			return ctrl ? last : row + 1;
		case 'ArrowUp':
			return ctrl ? 0 : row - 1;
		case 'PageDown':
			return row + page;
		case 'PageUp':
			return row - page;
		case 'Home':
			return ctrl ? 0 : row;
		case 'End':
			return ctrl ? last : row;
		default:
			return row;
	}
};

/** Columns count from 0 = header of the row. */
const columnMove = ({ key, ctrl }: MoveKey, column: number, last: number): number => {
	switch (key) {
		case 'ArrowRight':
			return ctrl ? last : column + 1;
		case 'ArrowLeft':
			return ctrl ? 0 : column - 1;
		case 'Home':
			return 0;
		case 'End':
			return last;
		default:
			return column;
	}
};

const MOVES = new Set([
	'ArrowDown',
	'ArrowUp',
	'ArrowLeft',
	'ArrowRight',
	'PageDown',
	'PageUp',
	'Home',
	'End',
]);

/**
 * Where a key of the grid pattern leads from a position; `undefined` when the key moves nothing.
 * A position that is no longer in the sheet counts as the first one.
 */
export const moveInSheet = (
	from: SheetPosition,
	key: MoveKey,
	shape: SheetShape,
): SheetPosition | undefined => {
	if (!MOVES.has(key.key) || shape.rows.length === 0) return undefined;
	const row = Math.max(0, shape.rows.indexOf(from.row));
	const column = from.column === undefined ? 0 : shape.columns.indexOf(from.column) + 1;
	const nextRow = clamp(rowMove(key, row, shape), shape.rows.length - 1);
	const nextColumn = clamp(columnMove(key, column, shape.columns.length), shape.columns.length);
	return {
		row: shape.rows[nextRow] ?? from.row,
		column: nextColumn === 0 ? undefined : shape.columns[nextColumn - 1],
	};
};

/** Whether a key starts typing a quantity: a digit, a decimal mark, a half. */
export const startsTyping = (key: string): boolean => /^[0-9.,½]$/.test(key);
