/** A cell, from 0; row 0 is the first data row, column 0 the first column. */
export interface Cell {
	readonly row: number;
	readonly column: number;
}

export interface GridSize {
	readonly rows: number;
	readonly columns: number;
	/** rows of one page of the view */
	readonly page: number;
}

const inside = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/**
 * Where a key leads from a cell, as the ARIA grid pattern says; `undefined` when it leads nowhere.
 */
export const cellAfterKey = (
	from: Cell,
	key: string,
	ctrl: boolean,
	{ rows, columns, page }: GridSize,
): Cell | undefined => {
	const { row, column } = from;
	const moves: Readonly<Record<string, Cell>> = {
		ArrowUp: { row: ctrl ? 0 : row - 1, column },
		ArrowDown: { row: ctrl ? rows - 1 : row + 1, column },
		ArrowLeft: { row, column: ctrl ? 0 : column - 1 },
		ArrowRight: { row, column: ctrl ? columns - 1 : column + 1 },
		Home: { row: ctrl ? 0 : row, column: 0 },
		End: { row: ctrl ? rows - 1 : row, column: columns - 1 },
		PageUp: { row: row - page, column },
		PageDown: { row: row + page, column },
	};
	const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
	return next && { row: inside(next.row, rows), column: inside(next.column, columns) };
};

/** Whether a key starts typing a number: a digit, or the mark of a half. */
export const startsNumber = (key: string): boolean => /^[\d.,½]$/.test(key);
