import type { Day } from '@navette/core';
import type { KeyText } from '@navette/model';
import type { OrganisationStatus, ThreadReference } from '@navette/storage';
import { type KeyPart, rowKey } from './row-key.ts';

/** What Firestore keeps of a row, beside its key. */
export type Cells = Readonly<
	Record<string, string | number | Uint8Array | null | readonly string[]>
>;

/** Rows of one kind; the first part of their keys is its letter, the second the organisation. */
export interface Table<V extends Cells> {
	readonly letter: string;
	/** Never there: says what its rows hold. */
	readonly row?: V;
}

const table = <V extends Cells>(letter: string): Table<V> => ({ letter });

/** Where a document is, within its organisation. */
export type Place = { readonly type: string; readonly id: KeyText };

export type DocumentCells = Place & {
	readonly version: number;
	readonly del: Day | 0;
	readonly data: Uint8Array | null;
	readonly files: Uint8Array | null;
	/** JSON. */
	readonly groupings: string;
	/** JSON. */
	readonly properties: string;
	/** Paths of the threads it is attached to. */
	readonly threads: readonly string[];
};

export type ThreadCells = {
	readonly path: string;
	readonly reference: ThreadReference;
	readonly version: number;
	/** JSON. */
	readonly versions: string;
	readonly horizon: number;
	readonly cleanDate: Day;
};

export type LooseCells = {
	readonly fid: string;
	readonly folder: string;
	readonly since: number;
	readonly note: Uint8Array;
};

export const TABLES = {
	/** org */
	organisations: table<{
		readonly org: string;
		readonly status: OrganisationStatus;
		readonly settings: Uint8Array;
	}>('o'),
	/** org, type, id */
	documents: table<DocumentCells>('d'),
	/** org, type, `z` (grouping) or `p` (property), name, value, id; living documents only */
	entries: table<Place>('e'),
	/** org, path */
	threads: table<ThreadCells>('t'),
	/** org, reference */
	references: table<{ readonly path: string }>('r'),
	/** org, path, version, type, id */
	links: table<Place & { readonly del: number; readonly version: number }>('l'),
	/** org, path, day of deletion, version, type, id */
	tombstones: table<Place>('x'),
	/** org, operation */
	answers: table<{ readonly operation: string; readonly day: Day; readonly answer: Uint8Array }>(
		'a',
	),
	/** org, day, operation */
	answerDays: table<{ readonly operation: string }>('b'),
	/** org, fid */
	looseBlobs: table<LooseCells>('f'),
	/** org, since, fid */
	looseSince: table<{ readonly fid: string }>('g'),
} as const;

/** The key of a row, or of all the rows that continue it. */
export const keyIn = (of: Table<Cells>, ...parts: readonly KeyPart[]): string =>
	rowKey(of.letter, ...parts);
