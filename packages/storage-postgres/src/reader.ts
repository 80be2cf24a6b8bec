import type { DocumentReader, StoredDocument } from '@navette/storage';
import {
	columnsToDocument,
	columnsToLooseBlob,
	columnsToThread,
	type DocumentColumns,
} from '@navette/storage/provider';
import { boundsOf, valueToBytes } from './entry-value.ts';
import type { Names } from './names.ts';
import { READS } from './read-statements.ts';
import type { Answer, Session } from './sql.ts';

/** As `DocumentReader`, every method over the network. */
export type AsyncReader = {
	[M in keyof DocumentReader]: (
		...parameters: Parameters<DocumentReader[M]>
	) => Promise<Awaited<ReturnType<DocumentReader[M]>>>;
};

/** Reads of one organisation through a connection that is inside a transaction. */
export const createReader = (org: string, session: Session, names: Names): AsyncReader => {
	const toDocuments = ({ rows }: Answer<DocumentColumns>): Promise<StoredDocument[]> =>
		Promise.all(rows.map(async (row) => columnsToDocument(row, await names.typeName(row[1]))));
	const fieldOf = async (type: string, kind: 'z' | 'p', name: string) => {
		const number = await names.type(org, type);
		return number === undefined ? undefined : names.field(number, kind, name);
	};
	return {
		async document(type, id) {
			const number = await names.type(org, type);
			if (number === undefined) return undefined;
			const [row] = (await session.run(READS.document, number, id)).rows;
			return row && columnsToDocument(row, type);
		},
		async documentsOfType(type, { after, limit = null, withTombstones = false } = {}) {
			const number = await names.type(org, type);
			if (number === undefined) return [];
			const page = [after ?? '', after ?? null, limit] as const;
			const all = READS.documentsOfTypeAndTombstones;
			const statement = withTombstones ? all : READS.documentsOfType;
			return toDocuments(await session.run(statement, number, ...page));
		},
		async documentsByGrouping(type, grouping, value, { after, limit = null } = {}) {
			const field = await fieldOf(type, 'z', grouping);
			if (field === undefined) return [];
			const page = [after ?? '', after ?? null, limit] as const;
			return toDocuments(await session.run(READS.byGrouping, field, valueToBytes(value), ...page));
		},
		async documentsByProperty(type, property, query = {}) {
			const field = await fieldOf(type, 'p', property);
			if (field === undefined) return [];
			const statement = query.descending ? READS.byPropertyDescending : READS.byProperty;
			const [low, high] = boundsOf(query);
			return toDocuments(await session.run(statement, field, low, high, query.limit ?? null));
		},
		async types() {
			const number = await names.org(org);
			if (number === undefined) return [];
			return (await session.run(READS.types, number)).rows.map(([name]) => name);
		},
		async threads({ after = '', limit }) {
			const number = await names.org(org);
			if (number === undefined) return [];
			return (await session.run(READS.threads, number, after, limit)).rows.map(columnsToThread);
		},
		async answers({ after = '', limit }) {
			const number = await names.org(org);
			if (number === undefined) return [];
			const { rows } = await session.run(READS.answers, number, after, limit);
			return rows.map(([operation, day, answer]) => ({ operation, day, answer }));
		},
		async thread(path) {
			const number = await names.org(org);
			if (number === undefined) return undefined;
			const [row] = (await session.run(READS.thread, number, path)).rows;
			return row && columnsToThread(row);
		},
		async threadByReference(reference) {
			const number = await names.org(org);
			if (number === undefined) return undefined;
			const [row] = (await session.run(READS.threadByReference, number, reference)).rows;
			return row && columnsToThread(row);
		},
		async changes(thread, { after, upTo, limit = null, tombstonesAfter = 0 }) {
			const number = await names.org(org);
			if (number === undefined) return [];
			const last = upTo ?? Number.MAX_SAFE_INTEGER;
			const asked = [thread, number, after, last, tombstonesAfter, limit] as const;
			return toDocuments(await session.run(READS.changes, ...asked));
		},
		async answer(operation) {
			const number = await names.org(org);
			if (number === undefined) return undefined;
			return (await session.run(READS.answer, number, operation)).rows[0]?.[0];
		},
		async looseBlob(fid) {
			const number = await names.org(org);
			if (number === undefined) return undefined;
			const [row] = (await session.run(READS.looseBlob, number, fid)).rows;
			return row && columnsToLooseBlob(row);
		},
		async looseBlobs(until, limit) {
			const number = await names.org(org);
			if (number === undefined) return [];
			return (await session.run(READS.looseBlobs, number, until, limit)).rows.map(
				columnsToLooseBlob,
			);
		},
		async organisation() {
			const number = await names.org(org);
			if (number === undefined) return undefined;
			const [row] = (await session.run(READS.organisation, number)).rows;
			return row && { org, status: row[0], settings: row[1] };
		},
	};
};
