import type { DatabaseSync } from 'node:sqlite';
import { singleValue } from './sql.ts';

/**
 * Names are written once and rows carry their numbers, so that a row stays small. `link` says which
 * documents a thread holds, in version order: a document that is rewritten moves to the end. The
 * indexes on deleted links are empty but for tombstones. No foreign key points to `document`: its
 * children are found by the code that deletes it, without an index for it.
 */
const FIRST = `
CREATE TABLE store (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
	handle INTEGER PRIMARY KEY,
	org TEXT NOT NULL UNIQUE,
	status TEXT,
	settings BLOB
) STRICT;

CREATE TABLE type (
	handle INTEGER PRIMARY KEY,
	org INTEGER NOT NULL REFERENCES organisation,
	name TEXT NOT NULL,
	UNIQUE (org, name)
) STRICT;

CREATE TABLE field (
	handle INTEGER PRIMARY KEY,
	type INTEGER NOT NULL REFERENCES type,
	kind TEXT NOT NULL CHECK (kind IN ('z', 'p')),
	name TEXT NOT NULL,
	UNIQUE (type, kind, name)
) STRICT;

CREATE TABLE document (
	handle INTEGER PRIMARY KEY,
	type INTEGER NOT NULL REFERENCES type,
	id TEXT NOT NULL,
	version INTEGER NOT NULL,
	del INTEGER NOT NULL,
	groupings TEXT,
	properties TEXT,
	files BLOB,
	data BLOB,
	UNIQUE (type, id)
) STRICT;

CREATE TABLE entry (
	field INTEGER NOT NULL,
	value ANY NOT NULL,
	id TEXT NOT NULL,
	document INTEGER NOT NULL,
	PRIMARY KEY (field, value, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE thread (
	handle INTEGER PRIMARY KEY,
	org INTEGER NOT NULL REFERENCES organisation,
	path TEXT NOT NULL,
	reference TEXT NOT NULL,
	version INTEGER NOT NULL,
	versions TEXT NOT NULL,
	horizon INTEGER NOT NULL,
	clean INTEGER NOT NULL,
	UNIQUE (org, path),
	UNIQUE (org, reference)
) STRICT;

CREATE TABLE link (
	thread INTEGER NOT NULL,
	version INTEGER NOT NULL,
	document INTEGER NOT NULL,
	del INTEGER NOT NULL,
	PRIMARY KEY (thread, version, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_deleted ON link (thread, del, version) WHERE del > 0;
CREATE INDEX link_of_deleted ON link (document) WHERE del > 0;

CREATE TABLE answer (
	handle INTEGER PRIMARY KEY,
	org INTEGER NOT NULL REFERENCES organisation,
	operation TEXT NOT NULL,
	day INTEGER NOT NULL,
	answer BLOB NOT NULL,
	UNIQUE (org, operation)
) STRICT;
CREATE INDEX answer_day ON answer (org, day);
`;

/** Contents of files that no living document names. */
const LOOSE_BLOBS = `
CREATE TABLE loose_blob (
	org INTEGER NOT NULL REFERENCES organisation,
	fid TEXT NOT NULL,
	folder TEXT NOT NULL,
	since INTEGER NOT NULL,
	note BLOB NOT NULL,
	PRIMARY KEY (org, fid)
) STRICT, WITHOUT ROWID;
CREATE INDEX loose_blob_since ON loose_blob (org, since, fid);
`;

/** An answer is in one place, by its operation: a commit writes a page less for it. */
const ANSWERS_BY_OPERATION = `
CREATE TABLE remembered (
	org INTEGER NOT NULL REFERENCES organisation,
	operation TEXT NOT NULL,
	day INTEGER NOT NULL,
	answer BLOB NOT NULL,
	PRIMARY KEY (org, operation)
) STRICT, WITHOUT ROWID;
INSERT INTO remembered SELECT org, operation, day, answer FROM answer;
DROP TABLE answer;
ALTER TABLE remembered RENAME TO answer;
CREATE INDEX answer_day ON answer (org, day);
`;

/** Each brings a file from schema n to n+1. Released ones never change. */
export const MIGRATIONS: readonly string[] = [FIRST, LOOSE_BLOBS, ANSWERS_BY_OPERATION];

/** The schema this code reads and writes. */
export const SCHEMA = MIGRATIONS.length;

/**
 * Brings a file to the schema of this code, each step in a transaction of its own. Throws when the
 * file was written by a later version, and leaves it untouched.
 */
export const migrate = (database: DatabaseSync, migrations = MIGRATIONS): void => {
	const known = migrations.length;
	for (;;) {
		database.exec('BEGIN IMMEDIATE');
		try {
			const schema = Number(singleValue(database, 'PRAGMA user_version'));
			if (schema > known)
				throw new Error(`the store has schema ${schema}, this version knows ${known}: upgrade it`);
			const step = migrations[schema];
			if (step !== undefined) {
				database.exec(step);
				database.exec(`PRAGMA user_version = ${schema + 1}`);
			}
			database.exec('COMMIT');
			if (step === undefined) return;
		} catch (error) {
			if (database.isTransaction) database.exec('ROLLBACK');
			throw error;
		}
	}
};
