import type { DocumentRow, RowHandle, StoredDocument } from '../document-row.ts';
import type { AttachedDocument, DocumentPlace, MemoryContent } from './memory-content.ts';
import type { Parts } from './sorted-map.ts';

/** The content a transaction works on, and the threads it has locked. */
export interface MemoryDraft {
	content: MemoryContent;
	locked: ReadonlySet<RowHandle>;
}

/** Keys under which a living document is found by its groupings and properties. */
const entryKeys = ([org, type, id]: DocumentPlace, row: DocumentRow): Parts[] =>
	row.del > 0
		? []
		: [
				...Object.entries(row.groupings).map(([name, value]) => [org, type, 'z', name, value, id]),
				...Object.entries(row.properties).map(([name, value]) => [org, type, 'p', name, value, id]),
			];

const linkKey = (thread: RowHandle, row: StoredDocument): Parts => [
	thread,
	row.version,
	row.handle,
];

const tombstoneKey = (thread: RowHandle, row: StoredDocument): Parts => [
	thread,
	row.del,
	row.version,
	row.handle,
];

/** Takes a document out of its table, its indexes and its threads. */
export const removeDocument = (
	content: MemoryContent,
	place: DocumentPlace,
	{ row, threads }: AttachedDocument,
): void => {
	content.documents.delete(place);
	for (const key of entryKeys(place, row)) content.entries.delete(key);
	for (const thread of threads) {
		content.links.delete(linkKey(thread, row));
		content.tombstones.delete(tombstoneKey(thread, row));
	}
};

/** Puts a document into its table, its indexes and its threads. */
export const addDocument = (
	content: MemoryContent,
	place: DocumentPlace,
	document: AttachedDocument,
): void => {
	const { row, threads } = document;
	content.documents.set(place, document);
	for (const key of entryKeys(place, row)) content.entries.set(key, place);
	for (const thread of threads) {
		content.links.set(linkKey(thread, row), place);
		if (row.del > 0) content.tombstones.set(tombstoneKey(thread, row), place);
	}
};
