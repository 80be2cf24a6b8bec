import { DatabaseSync } from 'node:sqlite';
import { singleValue } from './sql.ts';

const PAGE = 4096;
/** How long to wait for another process that writes (ms). */
const BUSY = 5_000;
const MEBIBYTE = 2 ** 20;
/** Pages in the WAL before they are brought into the file (16 MiB): fewer copies of a hot page. */
const CHECKPOINT = 4_000;
/** What the WAL grows to before it is written from its beginning again, bytes: a frame is a page and its header. */
export const LOG_BYTES = CHECKPOINT * (PAGE + 24);

const expectPragma = (database: DatabaseSync, pragma: string, expected: unknown): void => {
	const value = singleValue(database, `PRAGMA ${pragma}`);
	if (value !== expected) throw new Error(`SQLite answers ${value} for ${pragma}`);
};

/**
 * The connection that writes: commits are on the disk when they return (WAL, `synchronous=FULL`).
 * `maxBytes` bounds the size of the database file.
 */
export const openWriteConnection = (path: string, maxBytes?: number): DatabaseSync => {
	const database = new DatabaseSync(path, { timeout: BUSY });
	try {
		database.exec(`PRAGMA page_size = ${PAGE}`);
		singleValue(database, 'PRAGMA journal_mode = WAL');
		expectPragma(database, 'journal_mode', 'wal');
		database.exec('PRAGMA synchronous = FULL');
		expectPragma(database, 'synchronous', 2);
		expectPragma(database, 'foreign_keys', 1);
		database.exec(`PRAGMA cache_size = -${32 * 1024}`);
		singleValue(database, `PRAGMA wal_autocheckpoint = ${CHECKPOINT}`);
		singleValue(database, `PRAGMA journal_size_limit = ${64 * MEBIBYTE}`);
		if (maxBytes !== undefined)
			singleValue(database, `PRAGMA max_page_count = ${Math.floor(maxBytes / PAGE)}`);
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
};

/** A connection that only reads, on a file that a write connection has prepared. */
export const openReadConnection = (path: string): DatabaseSync => {
	const database = new DatabaseSync(path, { timeout: BUSY, readOnly: true });
	database.exec(`PRAGMA cache_size = -${8 * 1024}`);
	return database;
};
