import type { Day } from '@navette/core';
import type { KeyText } from '@navette/model';
import type { LooseBlob, StoredDocument, StoredThread, ThreadReference } from '../document-row.ts';

/** Columns of a document, in the order of `DOCUMENT_COLUMNS`. */
export type DocumentColumns = [
	handle: number,
	type: number,
	id: KeyText,
	version: number,
	del: Day | 0,
	groupings: string | null,
	properties: string | null,
	files: Uint8Array | null,
	data: Uint8Array | null,
];

export const DOCUMENT_COLUMNS =
	'd.handle, d.type, d.id, d.version, d.del, d.groupings, d.properties, d.files, d.data';

/** Columns of a thread, in the order of `THREAD_COLUMNS`. */
export type ThreadColumns = [
	handle: number,
	path: string,
	reference: ThreadReference,
	version: number,
	versions: string,
	horizon: number,
	clean: Day,
];

export const THREAD_COLUMNS = 'handle, path, reference, version, versions, horizon, clean';

/** Columns of a loose content, in the order of `LOOSE_COLUMNS`. */
export type LooseColumns = [fid: string, folder: string, since: number, note: Uint8Array];

export const LOOSE_COLUMNS = 'fid, folder, since, note';

/** A loose content from its columns. */
export const columnsToLooseBlob = ([fid, folder, since, note]: LooseColumns): LooseBlob => ({
	fid,
	folder,
	since,
	note,
});

const NOTHING = Object.freeze({});

const textToFields = <V>(text: string | null): Readonly<Record<string, V>> =>
	text === null ? NOTHING : (JSON.parse(text) as Record<string, V>);

/** Groupings or properties as the column that keeps them: JSON, null when there are none. */
export const fieldsToText = (fields: Readonly<Record<string, string | number>>): string | null => {
	for (const _ in fields) return JSON.stringify(fields);
	return null;
};

/** A document from its columns and the name of its type. */
export const columnsToDocument = (columns: DocumentColumns, type: string): StoredDocument => ({
	handle: columns[0],
	type,
	id: columns[2],
	version: columns[3],
	del: columns[4],
	groupings: textToFields<string>(columns[5]),
	properties: textToFields<string | number>(columns[6]),
	files: columns[7],
	data: columns[8],
});

/** A thread from its columns. */
export const columnsToThread = (columns: ThreadColumns): StoredThread => ({
	handle: columns[0],
	path: columns[1],
	reference: columns[2],
	version: columns[3],
	versions: JSON.parse(columns[4]) as Record<string, number>,
	horizon: columns[5],
	cleanDate: columns[6],
});
