import type { DocumentReader, PropertyQuery, StoredDocument } from '@navette/storage';
import {
	columnsToDocument,
	columnsToLooseBlob,
	columnsToThread,
	type DocumentColumns,
} from '@navette/storage/provider';
import type { Names } from './names.ts';
import type { ReadStatements } from './read-statements.ts';
import type { SqlValue } from './sql.ts';

const NO_LIMIT = -1;
/** SQLite orders numbers, then texts, then blobs: the empty blob is above every text. */
const ABOVE_TEXTS = new Uint8Array(0);

const lowOf = ({ min, max }: PropertyQuery): SqlValue =>
	min ?? (typeof max === 'string' ? '' : Number.NEGATIVE_INFINITY);

const highOf = ({ min, max }: PropertyQuery): SqlValue =>
	max ?? (typeof min === 'number' ? Number.POSITIVE_INFINITY : ABOVE_TEXTS);

/** Every method answers at once. */
export type SyncReader = {
	[M in keyof DocumentReader]: (
		...parameters: Parameters<DocumentReader[M]>
	) => Awaited<ReturnType<DocumentReader[M]>>;
};

/** Reads of one organisation through a connection that is inside a transaction. */
export const createReader = (org: string, reads: ReadStatements, names: Names): SyncReader => {
	const toDocuments = (rows: readonly DocumentColumns[]): StoredDocument[] =>
		rows.map((row) => columnsToDocument(row, names.typeName(row[1])));
	const fieldOf = (type: string, kind: 'z' | 'p', name: string): number | undefined => {
		const number = names.type(org, type);
		return number === undefined ? undefined : names.field(number, kind, name);
	};
	return {
		document(type, id) {
			const number = names.type(org, type);
			const row = number === undefined ? undefined : reads.document.get(number, id);
			return row && columnsToDocument(row, type);
		},
		documentsOfType(type, { after, limit = NO_LIMIT, withTombstones = false } = {}) {
			const number = names.type(org, type);
			if (number === undefined) return [];
			const statement = withTombstones ? reads.documentsOfTypeAndTombstones : reads.documentsOfType;
			return toDocuments(statement.all(number, after ?? '', after ?? null, limit));
		},
		documentsByGrouping(type, grouping, value, { after, limit = NO_LIMIT } = {}) {
			const field = fieldOf(type, 'z', grouping);
			if (field === undefined) return [];
			return toDocuments(reads.byGrouping.all(field, value, after ?? '', after ?? null, limit));
		},
		documentsByProperty(type, property, query = {}) {
			const field = fieldOf(type, 'p', property);
			if (field === undefined) return [];
			const statement = query.descending ? reads.byPropertyDescending : reads.byProperty;
			const limit = query.limit ?? NO_LIMIT;
			return toDocuments(statement.all(field, lowOf(query), highOf(query), limit));
		},
		types() {
			const number = names.org(org);
			return number === undefined ? [] : reads.types.all(number).map(([name]) => name);
		},
		threads({ after = '', limit }) {
			const number = names.org(org);
			return number === undefined
				? []
				: reads.threads.all(number, after, limit).map(columnsToThread);
		},
		answers({ after = '', limit }) {
			const number = names.org(org);
			if (number === undefined) return [];
			return reads.answers
				.all(number, after, limit)
				.map(([operation, day, answer]) => ({ operation, day, answer }));
		},
		thread(path) {
			const number = names.org(org);
			const row = number === undefined ? undefined : reads.thread.get(number, path);
			return row && columnsToThread(row);
		},
		threadByReference(reference) {
			const number = names.org(org);
			const row = number === undefined ? undefined : reads.threadByReference.get(number, reference);
			return row && columnsToThread(row);
		},
		changes(thread, { after, upTo, limit = NO_LIMIT, tombstonesAfter = 0 }) {
			const number = names.org(org);
			if (number === undefined) return [];
			const last = upTo ?? Number.MAX_SAFE_INTEGER;
			const rows = reads.changes.all(thread, number, after, last, tombstonesAfter, limit);
			return toDocuments(rows);
		},
		answer(operation) {
			const number = names.org(org);
			return number === undefined ? undefined : reads.answer.get(number, operation)?.[0];
		},
		looseBlob(fid) {
			const number = names.org(org);
			const row = number === undefined ? undefined : reads.looseBlob.get(number, fid);
			return row && columnsToLooseBlob(row);
		},
		looseBlobs(until, limit) {
			const number = names.org(org);
			if (number === undefined) return [];
			return reads.looseBlobs.all(number, until, limit).map(columnsToLooseBlob);
		},
		organisation() {
			const number = names.org(org);
			const row = number === undefined ? undefined : reads.organisation.get(number);
			return row && { org, status: row[0], settings: row[1] };
		},
	};
};
