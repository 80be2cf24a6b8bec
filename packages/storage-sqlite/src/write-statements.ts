import type { DatabaseSync } from 'node:sqlite';
import type { LooseColumns } from '@navette/storage/provider';
import { prepareCommand, prepareQuery, type SqlValue } from './sql.ts';

type Bytes = Uint8Array | null;
type Text = string | null;

/** The SQL of the reads that purges do; their plans are tested. */
export const DELETED = `SELECT document, version FROM link
	WHERE thread = ? AND del > 0 AND del < ? ORDER BY del, version LIMIT ?`;
export const THREADS_OF_DELETED = 'SELECT thread FROM link WHERE document = ? AND del > 0';
export const OLD_ANSWERS =
	'SELECT operation FROM answer WHERE org = ? AND day < ? ORDER BY day LIMIT ?';

const prepareDocumentWrites = (database: DatabaseSync) => ({
	addDocument: prepareCommand<[number, string, number, number, Text, Text, Bytes, Bytes]>(
		database,
		`INSERT INTO document (type, id, version, del, groupings, properties, files, data)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
	),
	changeDocument: prepareCommand<
		[number, number, Text, Text, Bytes, Bytes, number, number, string, number]
	>(
		database,
		`UPDATE document SET version = ?, del = ?, groupings = ?, properties = ?, files = ?, data = ?
			WHERE handle = ? AND type = ? AND id = ? AND version = ?`,
	),
	removeDocument: prepareCommand<[number]>(database, 'DELETE FROM document WHERE handle = ?'),
	removeDocumentAsRead: prepareCommand<[number, number, string, number]>(
		database,
		'DELETE FROM document WHERE handle = ? AND type = ? AND id = ? AND version = ?',
	),
	addLink: prepareCommand<[number, number, number, number]>(
		database,
		'INSERT INTO link (thread, version, document, del) VALUES (?, ?, ?, ?)',
	),
	moveLink: prepareCommand<[number, number, number, number, number]>(
		database,
		'UPDATE link SET version = ?, del = ? WHERE thread = ? AND version = ? AND document = ?',
	),
	removeLink: prepareCommand<[number, number, number]>(
		database,
		'DELETE FROM link WHERE thread = ? AND version = ? AND document = ?',
	),
	addEntry: prepareCommand<[number, SqlValue, string, number]>(
		database,
		'INSERT INTO entry (field, value, id, document) VALUES (?, ?, ?, ?)',
	),
	removeEntry: prepareCommand<[number, SqlValue, string]>(
		database,
		'DELETE FROM entry WHERE field = ? AND value = ? AND id = ?',
	),
});

/**
 * Removes rows of an organisation, some at a time, in this order. Its code and the names of its types
 * stay: readers remember the numbers given to them, which are never given again.
 */
const REMOVALS = [
	`DELETE FROM entry WHERE (field, value, id) IN (
		SELECT e.field, e.value, e.id FROM type t JOIN field f ON f.type = t.handle
		JOIN entry e ON e.field = f.handle WHERE t.org = ? LIMIT ?)`,
	`DELETE FROM link WHERE (thread, version, document) IN (
		SELECT l.thread, l.version, l.document FROM thread t JOIN link l ON l.thread = t.handle
		WHERE t.org = ? LIMIT ?)`,
	`DELETE FROM document WHERE handle IN (
		SELECT d.handle FROM type t JOIN document d ON d.type = t.handle WHERE t.org = ? LIMIT ?)`,
	'DELETE FROM thread WHERE handle IN (SELECT handle FROM thread WHERE org = ? LIMIT ?)',
	`DELETE FROM answer WHERE (org, operation) IN (
		SELECT org, operation FROM answer WHERE org = ? LIMIT ?)`,
	`DELETE FROM loose_blob WHERE (org, fid) IN (
		SELECT org, fid FROM loose_blob WHERE org = ? LIMIT ?)`,
	`UPDATE organisation SET status = NULL, settings = NULL
		WHERE handle = ? AND status NOT NULL AND ? > 0`,
] as const;

const prepareThreadWrites = (database: DatabaseSync) => ({
	addThread: prepareCommand<[number, string, string, number]>(
		database,
		`INSERT INTO thread (org, path, reference, version, versions, horizon, clean)
			VALUES (?, ?, ?, 0, '{}', 0, ?)`,
	),
	addThreadAsWas: prepareCommand<[number, string, string, number, string, number, number]>(
		database,
		`INSERT INTO thread (org, path, reference, version, versions, horizon, clean)
			VALUES (?, ?, ?, ?, ?, ?, ?)`,
	),
	moveThread: prepareCommand<[number, string, number, number]>(
		database,
		'UPDATE thread SET version = ?, versions = ? WHERE handle = ? AND org = ?',
	),
	hasThread: prepareQuery<[number, number], [number]>(
		database,
		'SELECT 1 FROM thread WHERE handle = ? AND org = ?',
	),
	raiseHorizon: prepareCommand<[number, number]>(
		database,
		'UPDATE thread SET horizon = max(horizon, ?) WHERE handle = ?',
	),
	setClean: prepareCommand<[number, number]>(
		database,
		'UPDATE thread SET clean = ? WHERE handle = ?',
	),
	deleted: prepareQuery<[number, number, number], [document: number, version: number]>(
		database,
		DELETED,
	),
	threadsOfDeleted: prepareQuery<[number], [number]>(database, THREADS_OF_DELETED),
});

/** The writes of the connection that writes, prepared. */
export const prepareWrites = (database: DatabaseSync) => ({
	...prepareDocumentWrites(database),
	...prepareThreadWrites(database),
	addAnswer: prepareCommand<[number, string, number, Uint8Array]>(
		database,
		'INSERT INTO answer (org, operation, day, answer) VALUES (?, ?, ?, ?)',
	),
	replaceAnswer: prepareCommand<[Uint8Array, number, string]>(
		database,
		'UPDATE answer SET answer = ? WHERE org = ? AND operation = ?',
	),
	oldAnswers: prepareQuery<[number, number, number], [string]>(database, OLD_ANSWERS),
	removeAnswer: prepareCommand<[number, string]>(
		database,
		'DELETE FROM answer WHERE org = ? AND operation = ?',
	),
	addLooseBlob: prepareCommand<[number, string, string, number, Uint8Array]>(
		database,
		'INSERT INTO loose_blob (org, fid, folder, since, note) VALUES (?, ?, ?, ?, ?)',
	),
	takeLooseBlob: prepareQuery<[number, string], LooseColumns>(
		database,
		'DELETE FROM loose_blob WHERE org = ? AND fid = ? RETURNING fid, folder, since, note',
	),
	removals: REMOVALS.map((sql) => prepareCommand<[number, number]>(database, sql)),
	setOrganisation: prepareCommand<[string, Uint8Array, number]>(
		database,
		'UPDATE organisation SET status = ?, settings = ? WHERE handle = ?',
	),
});

export type WriteStatements = ReturnType<typeof prepareWrites>;
