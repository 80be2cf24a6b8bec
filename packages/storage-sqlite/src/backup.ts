import { chmodSync, closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openReadConnection } from './connection.ts';
import { prepareCommand } from './sql.ts';
import { toStorageFault } from './sqlite-fault.ts';

const sync = (name: string): void => {
	const handle = openSync(name, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
};

/** Takes documents of a type out of a copy that nobody else has open; what they held is overwritten. */
const leaveOut = (file: string, types: readonly string[]): void => {
	const database = new DatabaseSync(file);
	try {
		// Pages as they were must not stay on the disk beside the copy, nor in its free pages.
		database.exec(
			'PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF',
		);
		const of = 'SELECT handle FROM type WHERE name = ?';
		const rows = `SELECT handle FROM document WHERE type IN (${of})`;
		let left = 0;
		for (const type of types) {
			prepareCommand<[string]>(database, `DELETE FROM entry WHERE document IN (${rows})`).run(type);
			const gone = `DELETE FROM document WHERE type IN (${of})`;
			left += prepareCommand<[string]>(database, gone).run(type).changes;
		}
		// A page that lost rows may hold what was moved within it.
		if (left > 0) database.exec('VACUUM');
	} finally {
		database.close();
	}
};

/**
 * Copies a store to another file, also while a server writes: the copy is one committed state, compact,
 * for its owner only, and durable once it returns, without documents of the types named: they are
 * attached to no thread. A file that is there is replaced. Throws a `StorageFault`.
 */
export const backupSqlite = (from: string, to: string, without: readonly string[] = []): void => {
	try {
		for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${to}${end}`, { force: true });
		const database = openReadConnection(from);
		try {
			prepareCommand<[string]>(database, 'VACUUM INTO ?').run(to);
		} finally {
			database.close();
		}
		chmodSync(to, 0o600);
		if (without.length > 0) leaveOut(to, without);
		sync(to);
		sync(path.dirname(to));
	} catch (error) {
		throw toStorageFault(error);
	}
};
