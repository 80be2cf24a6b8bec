import type { ReactNode } from 'react';

/** How the cells of a column are typed into. */
export interface CellEditing<Row> {
	/** what is in the field when editing starts by Enter */
	text(row: Row): string;
	/** whether this row may be edited; all when absent */
	can?(row: Row): boolean;
	/** takes what was typed; a sentence when it cannot be taken */
	commit(row: Row, typed: string): string | undefined;
}

/** A column of a grid. The first one stays in sight; its cells name their rows. */
export interface GridColumn<Row> {
	readonly id: string;
	/** name of the column, read with each of its cells */
	readonly title: string;
	/** what the head shows, when it is more than the title */
	readonly head?: ReactNode;
	/** width in rem */
	readonly width: number;
	readonly align?: 'start' | 'end' | 'center';
	cell(row: Row): ReactNode;
	/** says a cell where its content is a sign: `½ missing` */
	label?(row: Row): string;
	readonly editing?: CellEditing<Row>;
}
