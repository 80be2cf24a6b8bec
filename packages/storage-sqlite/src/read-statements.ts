import type { DatabaseSync } from 'node:sqlite';
import type { Day } from '@navette/core';
import type { OrganisationStatus } from '@navette/storage';
import {
	DOCUMENT_COLUMNS,
	type DocumentColumns,
	type LooseColumns,
	THREAD_COLUMNS,
	type ThreadColumns,
} from '@navette/storage/provider';
import { prepareQuery, type SqlValue } from './sql.ts';

/** The SQL of every read, by name; their plans are tested. */
export const READS = {
	document: `SELECT ${DOCUMENT_COLUMNS} FROM document d WHERE d.type = ? AND d.id = ?`,
	documentsOfType: `SELECT ${DOCUMENT_COLUMNS} FROM document d
		WHERE d.type = ? AND d.id >= ? AND d.id IS NOT ? AND d.del = 0 ORDER BY d.id LIMIT ?`,
	documentsOfTypeAndTombstones: `SELECT ${DOCUMENT_COLUMNS} FROM document d
		WHERE d.type = ? AND d.id >= ? AND d.id IS NOT ? ORDER BY d.id LIMIT ?`,
	types: 'SELECT name FROM type WHERE org = ? ORDER BY name',
	threads: `SELECT ${THREAD_COLUMNS} FROM thread WHERE org = ? AND path > ? ORDER BY path LIMIT ?`,
	answers: `SELECT operation, day, answer FROM answer
		WHERE org = ? AND operation > ? ORDER BY operation LIMIT ?`,
	byGrouping: `SELECT ${DOCUMENT_COLUMNS} FROM entry e CROSS JOIN document d ON d.handle = e.document
		WHERE e.field = ? AND e.value = ? AND e.id >= ? AND e.id IS NOT ? ORDER BY e.id LIMIT ?`,
	byProperty: `SELECT ${DOCUMENT_COLUMNS} FROM entry e CROSS JOIN document d ON d.handle = e.document
		WHERE e.field = ? AND e.value >= ? AND e.value <= ? ORDER BY e.value, e.id LIMIT ?`,
	byPropertyDescending: `SELECT ${DOCUMENT_COLUMNS}
		FROM entry e CROSS JOIN document d ON d.handle = e.document
		WHERE e.field = ? AND e.value >= ? AND e.value <= ?
		ORDER BY e.value DESC, e.id DESC LIMIT ?`,
	thread: `SELECT ${THREAD_COLUMNS} FROM thread WHERE org = ? AND path = ?`,
	threadByReference: `SELECT ${THREAD_COLUMNS} FROM thread WHERE org = ? AND reference = ?`,
	changes: `SELECT ${DOCUMENT_COLUMNS} FROM link l CROSS JOIN document d ON d.handle = l.document
		WHERE l.thread = (SELECT handle FROM thread WHERE handle = ? AND org = ?)
		AND l.version > ? AND l.version <= ? AND (l.del = 0 OR l.version > ?)
		ORDER BY l.version LIMIT ?`,
	answer: 'SELECT answer FROM answer WHERE org = ? AND operation = ?',
	looseBlob: 'SELECT fid, folder, since, note FROM loose_blob WHERE org = ? AND fid = ?',
	looseBlobs: `SELECT fid, folder, since, note FROM loose_blob
		WHERE org = ? AND since <= ? ORDER BY since, fid LIMIT ?`,
	organisation: 'SELECT status, settings FROM organisation WHERE handle = ? AND status NOT NULL',
} as const;

type After = string;
type NotThis = string | null;

/** The reads of a connection, prepared. `-1` as a limit = no limit. */
export const prepareReads = (database: DatabaseSync) => {
	const documents = <P extends readonly SqlValue[]>(sql: string) =>
		prepareQuery<P, DocumentColumns>(database, sql);
	const threads = (sql: string) => prepareQuery<[number, string], ThreadColumns>(database, sql);
	type Range = [field: number, low: SqlValue, high: SqlValue, limit: number];
	return {
		document: documents<[number, string]>(READS.document),
		documentsOfType: documents<[number, After, NotThis, number]>(READS.documentsOfType),
		documentsOfTypeAndTombstones: documents<[number, After, NotThis, number]>(
			READS.documentsOfTypeAndTombstones,
		),
		types: prepareQuery<[number], [string]>(database, READS.types),
		threads: prepareQuery<[number, After, number], ThreadColumns>(database, READS.threads),
		answers: prepareQuery<[number, After, number], [string, Day, Uint8Array]>(
			database,
			READS.answers,
		),
		byGrouping: documents<[number, string, After, NotThis, number]>(READS.byGrouping),
		byProperty: documents<Range>(READS.byProperty),
		byPropertyDescending: documents<Range>(READS.byPropertyDescending),
		thread: threads(READS.thread),
		threadByReference: threads(READS.threadByReference),
		changes: documents<[number, number, number, number, number, number]>(READS.changes),
		answer: prepareQuery<[number, string], [Uint8Array]>(database, READS.answer),
		looseBlob: prepareQuery<[number, string], LooseColumns>(database, READS.looseBlob),
		looseBlobs: prepareQuery<[number, number, number], LooseColumns>(database, READS.looseBlobs),
		organisation: prepareQuery<[number], [OrganisationStatus, Uint8Array]>(
			database,
			READS.organisation,
		),
	};
};

export type ReadStatements = ReturnType<typeof prepareReads>;
