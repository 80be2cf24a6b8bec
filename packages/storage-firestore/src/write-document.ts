import type { DocumentRow, DocumentWriter } from '@navette/storage';
import type { Handles } from './handles.ts';
import { documentKey } from './reader.ts';
import type { Draft } from './rows.ts';
import { type DocumentCells, keyIn, TABLES } from './tables.ts';

/** What writing an organisation in a transaction needs. */
export interface WriteAccess {
	readonly rows: Draft;
	readonly handles: Handles;
	/** Handles of the threads locked in this transaction. */
	readonly locked: Set<number>;
	/** Whether a document said to be new is looked for at once, and not with all others at the end. */
	readonly isCareful: boolean;
	/** Bytes of the changes of a transaction. */
	readonly mostBytes: number;
}

const textToRecord = (text: string) =>
	JSON.parse(text) as Readonly<Record<string, string | number>>;

/** Keys under which a living document is found by its groupings and properties. */
const entryKeys = (
	org: string,
	{ type, id, del, groupings, properties }: DocumentCells,
): string[] => {
	if (del > 0) return [];
	const keysOf = (kind: 'z' | 'p', values: string) =>
		Object.entries(textToRecord(values)).map(([name, value]) =>
			keyIn(TABLES.entries, org, type, kind, name, value, id),
		);
	return [...keysOf('z', groupings), ...keysOf('p', properties)];
};

const linkKey = (org: string, path: string, { version, type, id }: DocumentCells): string =>
	keyIn(TABLES.links, org, path, version, type, id);

const tombstoneKey = (
	org: string,
	path: string,
	{ del, version, type, id }: DocumentCells,
): string => keyIn(TABLES.tombstones, org, path, del, version, type, id);

/** Takes a document out of its table, its indexes and its threads. */
export const takeDocument = (rows: Draft, org: string, cells: DocumentCells): void => {
	rows.delete(documentKey(org, cells));
	for (const key of entryKeys(org, cells)) rows.delete(key);
	for (const path of cells.threads) {
		rows.delete(linkKey(org, path, cells));
		if (cells.del > 0) rows.delete(tombstoneKey(org, path, cells));
	}
};

const addDocument = (rows: Draft, org: string, cells: DocumentCells): void => {
	const { type, id, del, version } = cells;
	rows.set(TABLES.documents, documentKey(org, cells), cells);
	for (const key of entryKeys(org, cells)) rows.set(TABLES.entries, key, { type, id });
	for (const path of cells.threads) {
		rows.set(TABLES.links, linkKey(org, path, cells), { type, id, del, version });
		if (del > 0) rows.set(TABLES.tombstones, tombstoneKey(org, path, cells), { type, id });
	}
};

/** A document as it is kept; its bytes are copied. */
const rowToCells = (row: DocumentRow, threads: readonly string[]): DocumentCells => ({
	...{ type: row.type, id: row.id, version: row.version, del: row.del, threads },
	data: row.data?.slice() ?? null,
	files: row.files?.slice() ?? null,
	groupings: JSON.stringify(row.groupings),
	properties: JSON.stringify(row.properties),
});

type Previous = Parameters<DocumentWriter['removeDocument']>[0] | undefined;

/** What is stored where `previous` was read; another one is a defect. */
const currentOf = async (
	{ rows, handles, isCareful }: WriteAccess,
	key: string,
	previous: Previous,
): Promise<DocumentCells | undefined> => {
	if (!isCareful && previous === undefined) rows.assumeAbsent(key);
	const current = await rows.get(TABLES.documents, key);
	const isSame = current
		? previous?.version === current.version && previous.handle === handles.of(key)
		: previous === undefined;
	if (!isSame) throw new Error('the previous row is not the one that is stored');
	return current;
};

/** The path of a locked thread of an organisation; another is a defect. */
export const lockedPath = (
	{ handles, locked }: WriteAccess,
	org: string,
	handle: number,
): string => {
	const place = handles.thread(handle);
	if (place?.org !== org || !locked.has(handle))
		throw new Error('a thread that this organisation has not locked in this transaction');
	return place.path;
};

/** `DocumentWriter.putDocument`. */
export const putDocument = async (
	access: WriteAccess,
	org: string,
	[row, previous, threads]: Parameters<DocumentWriter['putDocument']>,
): Promise<void> => {
	const paths = threads.map((handle) => lockedPath(access, org, handle));
	const cells = rowToCells(row, paths);
	const current = await currentOf(access, documentKey(org, row), previous);
	const isAttachedSo =
		current === undefined ||
		(current.threads.length === paths.length && paths.every((p) => current.threads.includes(p)));
	if (!isAttachedSo) throw new Error('the threads of a document never change');
	if (current) takeDocument(access.rows, org, current);
	addDocument(access.rows, org, cells);
};

/** `DocumentWriter.removeDocument`. */
export const removeDocument = async (
	access: WriteAccess,
	org: string,
	previous: NonNullable<Previous>,
): Promise<void> => {
	const key = documentKey(org, previous);
	const current = await currentOf(access, key, previous);
	if (!current) throw new Error('a document that is not there');
	if (current.threads.length > 0) throw new Error('a document that is attached to a thread');
	takeDocument(access.rows, org, current);
};
