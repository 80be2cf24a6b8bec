import type { ReactNode } from 'react';

/** A column of a sheet, besides the headers of rows. */
export interface SheetColumn {
	readonly id: string;
	/** In rem. */
	readonly width: number;
	/** Whole name, read with each cell. */
	readonly name: string;
	readonly head: ReactNode;
	/** Under everything, always in sight. */
	readonly foot?: ReactNode;
	/** Shade of the whole column. */
	readonly tone?: 'sum' | 'group';
}

/** A row of a sheet, or the title of the rows below it. */
export type SheetItem<Row> =
	| { readonly kind: 'row'; readonly id: string; readonly row: Row }
	| { readonly kind: 'section'; readonly id: string; readonly title: ReactNode };

/** What a cell shows: `content` is drawn again when `said`, `tone` or `isMarked` is another. */
export interface SheetCell {
	readonly content: ReactNode;
	/** Said instead of the content, without the names of row and column. */
	readonly said: string;
	readonly tone?: 'strong' | 'quiet' | 'warn' | 'danger' | 'pending' | undefined;
	/** A mark in its corner, said in `said`. */
	readonly isMarked?: boolean;
	/** Shown under the cell while it is active: a refusal, a choice. */
	readonly note?: ReactNode;
}

/** Which cells are written, and how. */
export interface SheetEditor<Row> {
	canEdit(row: Row, column: SheetColumn): boolean;
	/** The person opens the cell: remembers what it shows, answers the text to start from. */
	open(row: Row, column: SheetColumn): string;
	/** Escape on the cell: forgets what was refused there. */
	forget(row: Row, column: SheetColumn): void;
	/** What was typed; answers whether the cell may be left. */
	write(row: Row, column: SheetColumn, text: string): boolean;
}

/** Everything a sheet shows. Keep it the same object as long as nothing changed. */
export interface SheetSpec<Row> {
	/** Name of the grid. */
	readonly label: string;
	readonly items: readonly SheetItem<Row>[];
	readonly columns: readonly SheetColumn[];
	/** Title of the headers of rows, and its foot. */
	readonly leadHead: ReactNode;
	readonly leadFoot?: ReactNode;
	rowName(row: Row): string;
	rowHead(row: Row): ReactNode;
	cell(row: Row, column: SheetColumn): SheetCell;
	readonly editor?: SheetEditor<Row>;
	/** Enter, or a second click, on what is not written. */
	open?(row: Row, column: SheetColumn | undefined): void;
}

/** The active cell: a row, and a column or (absent) the header of the row. */
export interface SheetPosition {
	readonly row: string;
	readonly column: string | undefined;
}
