import type { DocumentReader, StoredDocument, StoredThread } from '@navette/storage';
import type { Handles } from './handles.ts';
import { belowAfter, belowBetween, type KeyRange } from './row-key.ts';
import type { Rows, ScanOptions } from './rows.ts';
import { type DocumentCells, keyIn, type LooseCells, type Place, TABLES } from './tables.ts';

/** A reader whose every answer comes later. */
export type AsyncReader = {
	[M in keyof DocumentReader]: (
		...parameters: Parameters<DocumentReader[M]>
	) => Promise<Awaited<ReturnType<DocumentReader[M]>>>;
};

/** Bytes that are the reader's own, and no `Buffer`. */
const own = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);

const cellsToLoose = (cells: LooseCells): LooseCells => ({ ...cells, note: own(cells.note) });

/** The key of a document. */
export const documentKey = (org: string, { type, id }: Place): string =>
	keyIn(TABLES.documents, org, type, id);

/** A thread by its path, with a handle of this transaction. */
export const readThread = async (
	rows: Rows,
	handles: Handles,
	org: string,
	path: string,
): Promise<StoredThread | undefined> => {
	const key = keyIn(TABLES.threads, org, path);
	const cells = await rows.get(TABLES.threads, key);
	if (!cells) return undefined;
	const versions = JSON.parse(cells.versions) as StoredThread['versions'];
	return { ...cells, versions, handle: handles.ofThread(key, { org, path }) };
};

const createDocumentReads = (org: string, rows: Rows, handles: Handles) => {
	const toDocument = (cells: DocumentCells): StoredDocument => {
		const { type, id, version, del, data, files } = cells;
		return {
			...{ type, id, version, del },
			data: data && own(data),
			files: files && own(files),
			groupings: JSON.parse(cells.groupings) as StoredDocument['groupings'],
			properties: JSON.parse(cells.properties) as StoredDocument['properties'],
			handle: handles.of(documentKey(org, cells)),
		};
	};
	const documentsAt = async (places: readonly Place[]): Promise<readonly StoredDocument[]> => {
		const keys = places.map((place) => documentKey(org, place));
		return (await rows.getAll(TABLES.documents, keys)).map((cells) => {
			if (!cells) throw new Error('an index names a document that is not there');
			return toDocument(cells);
		});
	};
	const byEntries = async (range: KeyRange, options: ScanOptions<Place>) =>
		documentsAt((await rows.scan(TABLES.entries, range, options)).map(([, place]) => place));
	return { toDocument, documentsAt, byEntries };
};

/** Reads of one organisation. */
export const createReader = (org: string, rows: Rows, handles: Handles): AsyncReader => {
	const { toDocument, documentsAt, byEntries } = createDocumentReads(org, rows, handles);
	const thread = (path: string) => readThread(rows, handles, org, path);
	return {
		async document(type, id) {
			const cells = await rows.get(TABLES.documents, documentKey(org, { type, id }));
			return cells && toDocument(cells);
		},
		async documentsOfType(type, { after, limit, withTombstones = false } = {}) {
			const range = belowAfter(keyIn(TABLES.documents, org, type), after);
			const passes = (cells: DocumentCells) => withTombstones || cells.del === 0;
			const found = await rows.scan(TABLES.documents, range, { limit, passes });
			return found.map(([, cells]) => toDocument(cells));
		},
		documentsByGrouping: (type, grouping, value, { after, limit } = {}) =>
			byEntries(belowAfter(keyIn(TABLES.entries, org, type, 'z', grouping, value), after), {
				limit,
			}),
		documentsByProperty: (type, property, { min, max, descending, limit } = {}) =>
			byEntries(belowBetween(keyIn(TABLES.entries, org, type, 'p', property), min, max), {
				isDescending: descending,
				limit,
			}),
		async types() {
			const names: string[] = [];
			for (;;) {
				const range = belowAfter(keyIn(TABLES.documents, org), names.at(-1));
				const [found] = await rows.scan(TABLES.documents, range, { limit: 1 });
				if (!found) return names;
				names.push(found[1].type);
			}
		},
		async threads({ after, limit }) {
			const range = belowAfter(keyIn(TABLES.threads, org), after);
			const found = await rows.scan(TABLES.threads, range, { limit });
			const read = await Promise.all(found.map(([, { path }]) => thread(path)));
			return read.filter((each) => each !== undefined);
		},
		async answers({ after, limit }) {
			const range = belowAfter(keyIn(TABLES.answers, org), after);
			const found = await rows.scan(TABLES.answers, range, { limit });
			return found.map(([, cells]) => ({ ...cells, answer: own(cells.answer) }));
		},
		thread,
		async threadByReference(reference) {
			const found = await rows.get(TABLES.references, keyIn(TABLES.references, org, reference));
			return found && thread(found.path);
		},
		async changes(handle, { after, upTo = Number.MAX_VALUE, limit, tombstonesAfter = 0 }) {
			const place = handles.thread(handle);
			if (place?.org !== org) return [];
			const key = keyIn(TABLES.links, org, place.path);
			const { low } = belowAfter(key, after);
			const { high } = belowBetween(key, undefined, upTo);
			const found = await rows.scan(
				TABLES.links,
				{ low, high },
				{ limit, passes: ({ del, version }) => del === 0 || version > tombstonesAfter },
			);
			return documentsAt(found.map(([, link]) => link));
		},
		async answer(operation) {
			const cells = await rows.get(TABLES.answers, keyIn(TABLES.answers, org, operation));
			return cells && own(cells.answer);
		},
		async looseBlob(fid) {
			const cells = await rows.get(TABLES.looseBlobs, keyIn(TABLES.looseBlobs, org, fid));
			return cells && cellsToLoose(cells);
		},
		async looseBlobs(until, limit) {
			const range = belowBetween(keyIn(TABLES.looseSince, org), undefined, until);
			const found = await rows.scan(TABLES.looseSince, range, { limit });
			const keys = found.map(([, { fid }]) => keyIn(TABLES.looseBlobs, org, fid));
			const all = await rows.getAll(TABLES.looseBlobs, keys);
			return all.filter((cells) => cells !== undefined).map(cellsToLoose);
		},
		async organisation() {
			const cells = await rows.get(TABLES.organisations, keyIn(TABLES.organisations, org));
			return cells && { ...cells, settings: own(cells.settings) };
		},
	};
};
