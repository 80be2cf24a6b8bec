import { chmodSync, closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
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

/**
 * Copies a store to another file, also while a server writes: the copy is one committed state, compact,
 * for its owner only, and durable once it returns. A file that is there is replaced. Throws a `StorageFault`.
 */
export const backupSqlite = (from: string, to: string): void => {
	try {
		for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${to}${end}`, { force: true });
		const database = openReadConnection(from);
		try {
			prepareCommand<[string]>(database, 'VACUUM INTO ?').run(to);
		} finally {
			database.close();
		}
		chmodSync(to, 0o600);
		sync(to);
		sync(path.dirname(to));
	} catch (error) {
		throw toStorageFault(error);
	}
};
