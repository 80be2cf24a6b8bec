import { DatabaseSync } from 'node:sqlite';
import { err, ok } from '@navette/core';
import type { LocalStoreFault, RecordStore } from '@navette/local-store';

const SQLITE_FULL = 13;

const faultOf = (error: unknown): LocalStoreFault =>
	error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL ? 'full' : 'gone';

const open = (file: string): DatabaseSync => {
	const database = new DatabaseSync(file);
	database.exec('PRAGMA journal_mode = WAL');
	database.exec('PRAGMA synchronous = FULL');
	database.exec(
		`CREATE TABLE IF NOT EXISTS record (
			shelf TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL,
			PRIMARY KEY (shelf, position)
		) STRICT, WITHOUT ROWID`,
	);
	return database;
};

/**
 * Records of a device that runs Node (an agent, a command line), in one SQLite file. The bytes are
 * sealed by the store above; the file shows how much there is, and nothing else. Throws when the
 * file cannot be opened.
 */
export const createSqliteRecordStore = (file: string): RecordStore => {
	const database = open(file);
	const select = database.prepare(
		'SELECT position, bytes FROM record WHERE shelf = ? AND position >= ? ORDER BY position',
	);
	const put = database.prepare(
		'INSERT OR REPLACE INTO record (shelf, position, bytes) VALUES (?, ?, ?)',
	);
	const take = database.prepare('DELETE FROM record WHERE shelf = ? AND position = ?');
	const clear = database.prepare('DELETE FROM record WHERE shelf = ?');
	let closed = false;
	const attempt = (work: () => void) => {
		if (closed) return err<LocalStoreFault>('gone');
		try {
			database.exec('BEGIN IMMEDIATE');
			work();
			database.exec('COMMIT');
			return ok(undefined);
		} catch (error) {
			if (database.isTransaction) database.exec('ROLLBACK');
			return err(faultOf(error));
		}
	};
	return {
		async read(shelf, from = 0) {
			if (closed) return [];
			return select.all(shelf, from).map((row) => ({
				position: Number(row.position),
				bytes: row.bytes as Uint8Array,
			}));
		},
		write: async (changes) =>
			attempt(() => {
				for (const change of changes)
					if ('clear' in change) clear.run(change.shelf);
					else if (change.bytes) put.run(change.shelf, change.position, change.bytes);
					else take.run(change.shelf, change.position);
			}),
		wipe: async () => attempt(() => database.exec('DELETE FROM record')),
		async close() {
			if (!closed) database.close();
			closed = true;
		},
	};
};
