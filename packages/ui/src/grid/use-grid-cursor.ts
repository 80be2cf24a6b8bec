import { type KeyboardEvent, useState } from 'react';
import type { GridColumn } from './grid-column.ts';
import { type Cell, cellAfterKey, type GridSize, startsNumber } from './grid-keys.ts';

interface Bound<Row> {
	readonly rows: readonly Row[];
	readonly columns: readonly GridColumn<Row>[];
	/** rows of one page of the view */
	readonly page: number;
	/** scrolls a cell into sight */
	show(cell: Cell): void;
}

interface Cursor {
	readonly active: Cell;
	/** the active cell is edited; `key` started it */
	readonly edited: { readonly key?: string } | undefined;
}

/** The key that starts editing, as what it types; `undefined` when it starts nothing. */
const startOf = (key: string, ctrl: boolean): { readonly key?: string } | undefined => {
	if (ctrl) return undefined;
	if (key === 'Enter' || key === 'F2') return {};
	return startsNumber(key) ? { key } : undefined;
};

/** The active cell of a grid, its editing, and what keys do to both. */
export function useGridCursor() {
	const [cursor, setCursor] = useState<Cursor>({
		active: { row: 0, column: 0 },
		edited: undefined,
	});
	const bind = <Row>({ rows, columns, page, show }: Bound<Row>) => {
		const size: GridSize = { rows: rows.length, columns: columns.length, page };
		const choose = (active: Cell) => {
			setCursor({ active, edited: undefined });
			show(active);
		};
		const edit = (active: Cell, edited: Cursor['edited'] = {}): boolean => {
			const editing = columns[active.column]?.editing;
			const row = rows[active.row];
			const can = editing !== undefined && row !== undefined && (editing.can?.(row) ?? true);
			if (can) setCursor({ active, edited });
			return can;
		};
		const step = (key: string) => {
			const next = cellAfterKey(cursor.active, key, false, size);
			if (next) choose(next);
		};
		const end = (move: 'Enter' | 'Tab' | 'Escape' | 'blur') => {
			if (move === 'Enter') step('ArrowDown');
			else if (move === 'Tab') step('ArrowRight');
			else setCursor(({ active }) => ({ active, edited: undefined }));
		};
		const press = (event: KeyboardEvent) => {
			if (event.altKey || event.defaultPrevented) return;
			const ctrl = event.ctrlKey || event.metaKey;
			const next = cellAfterKey(cursor.active, event.key, ctrl, size);
			const start = startOf(event.key, ctrl);
			if (next) choose(next);
			else if (!start || !edit(cursor.active, start)) return;
			event.preventDefault();
		};
		return { choose, edit, end, press };
	};
	return { ...cursor, bind };
}
