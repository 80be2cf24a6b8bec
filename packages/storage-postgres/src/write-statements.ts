import {
	LOOSE_COLUMNS,
	type LooseColumns,
	THREAD_COLUMNS,
	type ThreadColumns,
} from '@navette/storage/provider';
import { statement } from './sql.ts';

type Bytes = Uint8Array | null;
type Text = string | null;
type Fields = readonly number[];
type Values = readonly Uint8Array[];

/** What a document is found by, added in the statement that writes it. */
const ADD_ENTRIES = `INSERT INTO entry (document, field, value, id)
	SELECT w.handle, e.field, e.value`;

/** A row that must be new to the snapshot: one that came since is a conflict, another a defect. */
const UNLESS_THERE = 'ON CONFLICT DO NOTHING';

const DOCUMENTS = {
	addDocument: statement<
		[
			...[type: number, id: string, version: number, del: number, groupings: Text],
			...[properties: Text, files: Bytes, data: Bytes],
			...[threads: readonly number[], addFields: Fields, addValues: Values],
		],
		[number]
	>(
		'document-add',
		`WITH w AS (
			INSERT INTO document (type, id, version, del, groupings, properties, files, data)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ${UNLESS_THERE} RETURNING handle
		), l AS (
			INSERT INTO link (thread, version, document, del)
			SELECT t, $3, w.handle, $4 FROM w, unnest($9::bigint[]) AS t
		), a AS (
			${ADD_ENTRIES}, $2 FROM w, unnest($10::int[], $11::bytea[]) AS e(field, value)
		) SELECT handle FROM w`,
	),
	changeDocument: statement<
		[
			...[type: number, id: string, version: number, del: number, groupings: Text],
			...[properties: Text, files: Bytes, data: Bytes],
			...[threads: readonly number[], addFields: Fields, addValues: Values],
			...[handle: number, before: number, removeFields: Fields, removeValues: Values],
		],
		[documents: number, links: number]
	>(
		'document-change',
		`WITH w AS (
			UPDATE document SET version = $3, del = $4, groupings = $5, properties = $6,
				files = $7, data = $8
			WHERE handle = $12 AND type = $1 AND id = $2 AND version = $13 RETURNING handle
		), l AS (
			UPDATE link SET version = $3, del = $4 FROM w
			WHERE link.thread = ANY ($9::bigint[]) AND link.version = $13 AND link.document = w.handle
			RETURNING 1
		), r AS (
			DELETE FROM entry USING w, unnest($14::int[], $15::bytea[]) AS e(field, value)
			WHERE entry.field = e.field AND entry.value = e.value AND entry.id = $2
		), a AS (
			${ADD_ENTRIES}, $2 FROM w, unnest($10::int[], $11::bytea[]) AS e(field, value)
		) SELECT (SELECT count(*) FROM w), (SELECT count(*) FROM l)`,
	),
	/** Takes a document attached to nothing away, and what finds it. */
	removeDocument: statement<
		[handle: number, type: number, id: string, version: number, fields: Fields, values: Values],
		[number]
	>(
		'document-remove',
		`WITH w AS (
			DELETE FROM document WHERE handle = $1 AND type = $2 AND id = $3 AND version = $4
			RETURNING handle
		), r AS (
			DELETE FROM entry USING w, unnest($5::int[], $6::bytea[]) AS e(field, value)
			WHERE entry.field = e.field AND entry.value = e.value AND entry.id = $3
		) SELECT count(*) FROM w`,
	),
	/** Marks values that were looked for and are now given: two who do it at once conflict. */
	claim: statement<[fields: Fields, stripes: readonly number[]]>(
		'claim',
		`INSERT INTO claim (field, stripe) SELECT * FROM unnest($1::int[], $2::int[])
			ON CONFLICT (field, stripe) DO UPDATE SET turn = claim.turn + 1`,
	),
	/** Holds documents as they were read until the transaction ends; whether all could be held. */
	holdRead: statement<[handles: readonly number[]], [boolean]>(
		'documents-hold',
		`SELECT (SELECT count(*) FROM document WHERE handle = ANY ($1::bigint[])) = (
			SELECT count(*) FROM (
				SELECT 1 FROM document WHERE handle = ANY ($1::bigint[]) FOR SHARE SKIP LOCKED
			) AS held
		)`,
	),
};

const THREADS = {
	/** Never waits: a thread that somebody holds, or moved since the snapshot, is a conflict. */
	lockThreads: statement<[org: number, paths: readonly string[]], ThreadColumns>(
		'threads-lock',
		`SELECT ${THREAD_COLUMNS} FROM thread WHERE org = $1 AND path = ANY ($2::text[])
			FOR NO KEY UPDATE NOWAIT`,
	),
	addThreads: statement<
		[org: number, paths: readonly string[], references: readonly string[], day: number],
		ThreadColumns
	>(
		'threads-add',
		`INSERT INTO thread (org, path, reference, version, versions, horizon, clean)
			SELECT $1, n.path, n.reference, 0, '{}', 0, $4
			FROM unnest($2::text[], $3::text[]) AS n(path, reference)
			${UNLESS_THERE} RETURNING ${THREAD_COLUMNS}`,
	),
	addThreadAsWas: statement<
		[
			...[org: number, path: string, reference: string],
			...[version: number, versions: string, horizon: number, clean: number],
		]
	>(
		'thread-add-as-was',
		`INSERT INTO thread (org, path, reference, version, versions, horizon, clean)
			VALUES ($1, $2, $3, $4, $5, $6, $7) ${UNLESS_THERE}`,
	),
	moveThreads: statement<
		[handles: readonly number[], versions: readonly number[], texts: readonly string[]]
	>(
		'threads-move',
		`UPDATE thread SET version = m.version, versions = m.versions
			FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS m(handle, version, versions)
			WHERE thread.handle = m.handle`,
	),
	/** Answers how many documents went, then a row for each thread whose horizon rose. */
	purgeTombstones: statement<
		[thread: number, before: number, limit: number],
		[count: number, thread: number | null, horizon: number | null]
	>(
		'tombstones-purge',
		`WITH doomed AS (
			SELECT document FROM link WHERE thread = $1 AND del > 0 AND del < $2
			ORDER BY del, version LIMIT $3
		), gone AS (
			DELETE FROM link USING doomed WHERE link.document = doomed.document AND link.del > 0
			RETURNING link.thread, link.version
		), high AS (
			SELECT thread, max(version) AS version FROM gone GROUP BY thread
		), raised AS (
			UPDATE thread SET horizon = greatest(thread.horizon, high.version) FROM high
			WHERE thread.handle = high.thread RETURNING thread.handle, thread.horizon
		), removed AS (
			DELETE FROM document USING doomed WHERE document.handle = doomed.document
		)
		SELECT n.count, raised.handle, raised.horizon
		FROM (SELECT count(*) AS count FROM doomed) AS n LEFT JOIN raised ON true`,
	),
	setClean: statement<[day: number, thread: number]>(
		'thread-clean',
		'UPDATE thread SET clean = $1 WHERE handle = $2',
	),
};

const removal = (name: string, sql: string) =>
	statement<[org: number, limit: number]>(`remove-${name}`, sql);

/**
 * Removes rows of an organisation, some at a time, in this order. Its code and the names of its types
 * stay: every process remembers the numbers given to them, which are never given again.
 */
export const REMOVALS = [
	removal(
		'entries',
		`DELETE FROM entry WHERE ctid = ANY (ARRAY(
			SELECT e.ctid FROM type t JOIN field f ON f.type = t.handle
			JOIN entry e ON e.field = f.handle WHERE t.org = $1 LIMIT $2))`,
	),
	removal(
		'links',
		`DELETE FROM link WHERE ctid = ANY (ARRAY(
			SELECT l.ctid FROM thread t JOIN link l ON l.thread = t.handle WHERE t.org = $1 LIMIT $2))`,
	),
	removal(
		'documents',
		`DELETE FROM document WHERE ctid = ANY (ARRAY(
			SELECT d.ctid FROM type t JOIN document d ON d.type = t.handle WHERE t.org = $1 LIMIT $2))`,
	),
	removal(
		'claims',
		`DELETE FROM claim WHERE ctid = ANY (ARRAY(
			SELECT c.ctid FROM type t JOIN field f ON f.type = t.handle
			JOIN claim c ON c.field = f.handle WHERE t.org = $1 LIMIT $2))`,
	),
	removal(
		'threads',
		`DELETE FROM thread WHERE ctid = ANY (ARRAY(
			SELECT ctid FROM thread WHERE org = $1 LIMIT $2))`,
	),
	removal(
		'answers',
		`DELETE FROM answer WHERE ctid = ANY (ARRAY(
			SELECT ctid FROM answer WHERE org = $1 LIMIT $2))`,
	),
	removal(
		'loose',
		`DELETE FROM loose_blob WHERE ctid = ANY (ARRAY(
			SELECT ctid FROM loose_blob WHERE org = $1 LIMIT $2))`,
	),
	removal('row', 'DELETE FROM organisation_row WHERE org = $1 AND $2 > 0'),
] as const;

/** Every write. */
export const WRITES = {
	...DOCUMENTS,
	...THREADS,
	addAnswer: statement<[org: number, operation: string, day: number, answer: Uint8Array]>(
		'answer-add',
		`INSERT INTO answer (org, operation, day, answer) VALUES ($1, $2, $3, $4) ${UNLESS_THERE}`,
	),
	replaceAnswer: statement<[org: number, operation: string, answer: Uint8Array]>(
		'answer-replace',
		'UPDATE answer SET answer = $3 WHERE org = $1 AND operation = $2',
	),
	purgeAnswers: statement<[org: number, before: number, limit: number]>(
		'answers-purge',
		`WITH old AS (
			SELECT operation FROM answer WHERE org = $1 AND day < $2 ORDER BY day LIMIT $3
		) DELETE FROM answer USING old WHERE answer.org = $1 AND answer.operation = old.operation`,
	),
	addLooseBlob: statement<
		[org: number, fid: string, folder: string, since: number, note: Uint8Array]
	>(
		'loose-blob-add',
		`INSERT INTO loose_blob (org, fid, folder, since, note) VALUES ($1, $2, $3, $4, $5)
			${UNLESS_THERE}`,
	),
	takeLooseBlob: statement<[org: number, fid: string], LooseColumns>(
		'loose-blob-take',
		`DELETE FROM loose_blob WHERE org = $1 AND fid = $2 RETURNING ${LOOSE_COLUMNS}`,
	),
	putOrganisation: statement<[org: number, status: string, settings: Uint8Array]>(
		'organisation-put',
		`INSERT INTO organisation_row (org, status, settings) VALUES ($1, $2, $3)
			ON CONFLICT (org) DO UPDATE SET status = excluded.status, settings = excluded.settings`,
	),
} as const;
