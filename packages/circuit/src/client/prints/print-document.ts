import type { Table } from '../../model/index.ts';

/** Every print of the application (circuit.md, prints and exports). */
export const PRINT_CODES = [
	...(['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6'] as const),
	...(['PR7', 'PR8', 'PR9', 'PR10', 'PR11', 'PR12'] as const),
] as const;
export type PrintCode = (typeof PRINT_CODES)[number];

/** What a column holds: text, figures at the end of the cell, an empty box to fill in, a tick, a signature. */
export type PrintColumnKind = 'text' | 'number' | 'box' | 'tick' | 'sign';

export interface PrintColumn {
	readonly title: string;
	readonly kind: PrintColumnKind;
	/** Share of the width of the sheet. */
	readonly width: number;
	/** The title stands upright, to hold in a narrow column. */
	readonly upright?: boolean;
}

/** A row; a cell is what is printed, empty to be filled in by hand. */
export interface PrintRow {
	readonly cells: readonly string[];
	readonly total?: boolean;
}

/** One table of a print. Its rows are never split; its head comes again on each page. */
export interface PrintPart {
	readonly title?: string;
	/** Under the title. */
	readonly about?: string;
	readonly columns: readonly PrintColumn[];
	readonly rows: readonly PrintRow[];
	/** Begins on a page of its own. */
	readonly startsPage?: boolean;
	/** Goes to the next page whole rather than being split, when it holds on one. */
	readonly together?: boolean;
	/** Room for figures written by hand. */
	readonly tall?: boolean;
}

/** One label to stick on a box. */
export interface PrintLabel {
	readonly group: string;
	readonly producer: string;
	readonly delivery: string;
	/** `2/3`. */
	readonly box: string;
	readonly kind: string;
	readonly weight: string;
}

/** A print, in one language, before it is cut into pages. */
export interface PrintDocument {
	readonly code: PrintCode;
	readonly title: string;
	/** Delivery, group, groupement: on each page. */
	readonly about: readonly string[];
	/** Date of issue, in words. */
	readonly issued: string;
	readonly landscape: boolean;
	readonly parts: readonly PrintPart[];
	/** Under the last table. */
	readonly note?: string;
	readonly labels?: { readonly perPage: LabelsPerPage; readonly items: readonly PrintLabel[] };
	/** The same figures for another program. */
	readonly table: Table;
	/** Name of its files, without their ending. */
	readonly fileName: string;
}

/** Labels of an A4 sheet. */
export const LABELS_PER_PAGE = [8, 16, 24] as const;
export type LabelsPerPage = (typeof LABELS_PER_PAGE)[number];
