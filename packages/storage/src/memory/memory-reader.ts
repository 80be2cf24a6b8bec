import type { LooseBlob, StoredDocument } from '../document-row.ts';
import type { DocumentReader, PropertyQuery } from '../document-store.ts';
import type { DocumentPlace, MemoryContent } from './memory-content.ts';
import { type KeyRange, type Part, type Parts, scan, TOP, takeFirst } from './sorted-map.ts';

/** A row whose bytes are the reader's own: what it does to them does not reach the store. */
const ownCopy = (row: StoredDocument): StoredDocument => ({
	...row,
	data: row.data?.slice() ?? null,
	files: row.files?.slice() ?? null,
});

const ownLoose = (row: LooseBlob): LooseBlob => ({ ...row, note: row.note.slice() });

/** Range of the values asked for, under a prefix. Bounds admit only values of their own kind. */
const rangeOfValues = (prefix: Parts, query: PropertyQuery): KeyRange => {
	const bound = query.min ?? query.max;
	const lowest: readonly Part[] =
		bound === undefined ? [] : [typeof bound === 'number' ? Number.NEGATIVE_INFINITY : ''];
	const highest: Part = typeof bound === 'number' ? Number.POSITIVE_INFINITY : TOP;
	return {
		low: [...prefix, ...(query.min === undefined ? lowest : [query.min])],
		high: [...prefix, query.max ?? highest, TOP],
		descending: query.descending,
	};
};

/** Rows after an id under a prefix, to the end of the prefix. */
const rangeAfter = (prefix: Parts, after: string | undefined): KeyRange => ({
	low: after === undefined ? prefix : [...prefix, after, TOP],
	high: [...prefix, TOP],
});

/** Reads of one organisation in a content; `content` throws when reading is over. */
export const createMemoryReader = (
	org: string,
	content: () => MemoryContent,
): Required<DocumentReader> => {
	const documentAt = (place: DocumentPlace): StoredDocument => {
		const found = content().documents.get(place);
		if (!found) throw new Error('an index names a document that is not there');
		return ownCopy(found.row);
	};
	const threadAt = (path: string) => content().threads.get([org, path]);

	return {
		document(type, id) {
			const found = content().documents.get([org, type, id]);
			return found && ownCopy(found.row);
		},
		documentsOfType(type, page = {}) {
			const rows = scan(content().documents, rangeAfter([org, type], page.after));
			const all = page.withTombstones === true;
			const found = takeFirst(rows, page.limit, ([, { row }]) => all || row.del === 0);
			return found.map(([, { row }]) => ownCopy(row));
		},
		documentsByGrouping(type, grouping, value, page = {}) {
			const range = rangeAfter([org, type, 'z', grouping, value], page.after);
			const places = takeFirst(scan(content().entries, range), page.limit);
			return places.map(([, place]) => documentAt(place));
		},
		documentsByProperty(type, property, query = {}) {
			const range = rangeOfValues([org, type, 'p', property], query);
			const places = takeFirst(scan(content().entries, range), query.limit);
			return places.map(([, place]) => documentAt(place));
		},
		types() {
			const names: string[] = [];
			for (;;) {
				const range = rangeAfter([org], names.at(-1));
				const [found] = takeFirst(scan(content().documents, range), 1);
				if (!found) return names;
				names.push(String(found[0][1]));
			}
		},
		threads({ after, limit }) {
			const rows = scan(content().threads, rangeAfter([org], after));
			return takeFirst(rows, limit).map(([, thread]) => thread);
		},
		answers({ after, limit }) {
			const rows = scan(content().answers, rangeAfter([org], after));
			return takeFirst(rows, limit).map(([[, operation], { day, answer }]) => ({
				operation: String(operation),
				day,
				answer: answer.slice(),
			}));
		},
		thread: threadAt,
		threadByReference(reference) {
			const path = content().references.get([org, reference]);
			return path === undefined ? undefined : threadAt(path);
		},
		changes(thread, { after, upTo = Number.POSITIVE_INFINITY, limit, tombstonesAfter = 0 }) {
			if (content().paths.get([thread])?.[0] !== org) return [];
			const range: KeyRange = { low: [thread, after, TOP], high: [thread, upTo, TOP] };
			const isWanted = (place: DocumentPlace): boolean => {
				const row = content().documents.get(place)?.row;
				return row !== undefined && (row.del === 0 || row.version > tombstonesAfter);
			};
			const links = takeFirst(scan(content().links, range), limit, ([, place]) => isWanted(place));
			return links.map(([, place]) => documentAt(place));
		},
		answer: (operation) => content().answers.get([org, operation])?.answer.slice(),
		looseBlob(fid) {
			const row = content().looseBlobs.get([org, fid]);
			return row && ownLoose(row);
		},
		looseBlobs(until, limit) {
			const range: KeyRange = { low: [org], high: [org, until, TOP] };
			return takeFirst(scan(content().looseSince, range), limit).map(([[, , fid = '']]) => {
				const row = content().looseBlobs.get([org, fid]);
				if (!row) throw new Error('an index names a content that is not there');
				return ownLoose(row);
			});
		},
		organisation() {
			const row = content().organisations.get([org]);
			return row && { ...row, settings: row.settings.slice() };
		},
	};
};
