import type { Session } from './sql.ts';
import { statement } from './sql.ts';

/**
 * Names are written once and rows carry their numbers, so that a row stays small: every key begins
 * with the number of the organisation, or with one that belongs to a single organisation. Names are
 * kept apart from what transactions change, and no foreign key points to them: they are written
 * outside of transactions, whose snapshots do not see them. `link` says which documents a thread
 * holds, in version order: a document that is rewritten moves to the end. The indexes on deleted
 * links are empty but for tombstones. Texts compare by their bytes (`C`); rows that change often
 * leave room in their page, where a change then touches no index.
 */
const FIRST = `
CREATE TABLE organisation (
	handle integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	org text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE organisation_row (
	org integer PRIMARY KEY,
	status text NOT NULL,
	settings bytea NOT NULL
);

CREATE TABLE type (
	handle integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	org integer NOT NULL,
	name text COLLATE "C" NOT NULL,
	UNIQUE (org, name)
);

CREATE TABLE field (
	handle integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	type integer NOT NULL,
	kind text COLLATE "C" NOT NULL CHECK (kind IN ('z', 'p')),
	name text COLLATE "C" NOT NULL,
	UNIQUE (type, kind, name)
);

CREATE TABLE document (
	handle bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	version bigint NOT NULL,
	type integer NOT NULL,
	del integer NOT NULL,
	id text COLLATE "C" NOT NULL,
	groupings text,
	properties text,
	files bytea,
	data bytea,
	UNIQUE (type, id)
) WITH (fillfactor = 85);
ALTER TABLE document ALTER data SET STORAGE EXTERNAL, ALTER files SET STORAGE EXTERNAL;

CREATE TABLE entry (
	document bigint NOT NULL,
	field integer NOT NULL,
	value bytea NOT NULL,
	id text COLLATE "C" NOT NULL,
	PRIMARY KEY (field, value, id)
);

CREATE TABLE claim (
	field integer NOT NULL,
	stripe integer NOT NULL,
	turn bigint NOT NULL DEFAULT 0,
	PRIMARY KEY (field, stripe)
) WITH (fillfactor = 50);

CREATE TABLE thread (
	handle bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	version bigint NOT NULL,
	horizon bigint NOT NULL,
	org integer NOT NULL,
	clean integer NOT NULL,
	path text COLLATE "C" NOT NULL,
	reference text COLLATE "C" NOT NULL,
	versions text NOT NULL,
	UNIQUE (org, path),
	UNIQUE (org, reference)
) WITH (fillfactor = 50);

CREATE TABLE link (
	thread bigint NOT NULL,
	version bigint NOT NULL,
	document bigint NOT NULL,
	del integer NOT NULL,
	PRIMARY KEY (thread, version, document)
);
CREATE INDEX link_deleted ON link (thread, del, version, document) WHERE del > 0;
CREATE INDEX link_of_deleted ON link (document) WHERE del > 0;

CREATE TABLE answer (
	org integer NOT NULL,
	day integer NOT NULL,
	operation text COLLATE "C" NOT NULL,
	answer bytea NOT NULL,
	PRIMARY KEY (org, operation)
);
CREATE INDEX answer_day ON answer (org, day);

CREATE TABLE loose_blob (
	since bigint NOT NULL,
	org integer NOT NULL,
	fid text COLLATE "C" NOT NULL,
	folder text NOT NULL,
	note bytea NOT NULL,
	PRIMARY KEY (org, fid)
);
CREATE INDEX loose_blob_since ON loose_blob (org, since, fid);
`;

/** What was heard of late by any process, by the minute of its instant: see `OnceRegister`. */
const HEARD = `
CREATE TABLE heard (
	minute integer NOT NULL,
	name text COLLATE "C" NOT NULL,
	PRIMARY KEY (minute, name)
);
`;

/** Each brings a database from schema n to n+1. Released ones never change. */
const MIGRATIONS: readonly string[] = [FIRST, HEARD];

/** The schema this code reads and writes. */
export const SCHEMA = MIGRATIONS.length;

/** The advisory lock under which a database is prepared: one process at a time. */
const PREPARING = 0x6e617665;

const readSchema = statement<[], [string]>(
	'schema',
	"SELECT value FROM store WHERE name = 'schema'",
);
const writeSchema = statement<[string]>(
	'schema-write',
	`INSERT INTO store VALUES ('schema', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
);

const doStep = async (session: Session, step: string, schema: number): Promise<void> => {
	await session.execute('BEGIN');
	try {
		await session.execute(step);
		await session.run(writeSchema, String(schema));
		await session.execute('COMMIT');
	} catch (error) {
		await session.execute('ROLLBACK');
		throw error;
	}
};

/**
 * Runs `work` alone among all processes, on a database brought to the schema of this code, each step
 * in a transaction of its own. Throws when the database was written by a later version, or when it
 * does not keep texts in UTF-8, and leaves it untouched.
 */
export const withMigrated = async <T>(
	session: Session,
	work: () => Promise<T>,
	migrations = MIGRATIONS,
): Promise<T> => {
	const encoding = statement<[], [string]>('encoding', 'SHOW server_encoding');
	const [shown] = (await session.run(encoding)).rows;
	if (shown?.[0] !== 'UTF8')
		throw new Error(`the database is in ${shown?.[0]}, it must be in UTF8`);
	await session.execute(`SELECT pg_advisory_lock(${PREPARING})`);
	try {
		await session.execute(
			'CREATE TABLE IF NOT EXISTS store (name text COLLATE "C" PRIMARY KEY, value text NOT NULL)',
		);
		const known = migrations.length;
		const schema = Number((await session.run(readSchema)).rows[0]?.[0] ?? 0);
		if (schema > known)
			throw new Error(`the store has schema ${schema}, this version knows ${known}: upgrade it`);
		for (const [at, step] of migrations.entries())
			if (at >= schema) await doStep(session, step, at + 1);
		return await work();
	} finally {
		await session.execute(`SELECT pg_advisory_unlock(${PREPARING})`);
	}
};
