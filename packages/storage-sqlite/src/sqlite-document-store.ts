import type { DatabaseSync } from 'node:sqlite';
import { bytesToHex, type Log, type Random, silentLog } from '@navette/core';
import { createPool, type DocumentStore, StorageFault } from '@navette/storage';
import { LOG_BYTES, openReadConnection, openWriteConnection } from './connection.ts';
import { createLogRoom } from './log-room.ts';
import { createReadSession, type ReadSession } from './read-session.ts';
import { migrate, SCHEMA } from './schema.ts';
import { prepareCommand, singleValue } from './sql.ts';
import { toStorageFault } from './sqlite-fault.ts';
import { createWriteSession, type RunTransaction } from './write-session.ts';

export interface SqliteOptions {
	/** The database file, created if need be in a folder that exists. */
	readonly path: string;
	readonly random: Random;
	readonly log?: Log;
	/** How many snapshots may be open at once; others wait. 4 unless told. */
	readonly readers?: number;
	/** Bound on the size of the database file; beyond it, writes fail with the fault `full`. */
	readonly maxBytes?: number;
	/** The file was put back from a backup: its history starts anew, under another epoch. */
	readonly restored?: boolean;
	/** Beside a server that writes: reads only, changes nothing; a transaction is refused. */
	readonly readOnly?: boolean;
}

const DEFAULT_READERS = 4;

const readEpoch = (database: DatabaseSync, random: Random, isNew: boolean): string => {
	const known = singleValue(database, "SELECT value FROM store WHERE name = 'epoch'");
	if (typeof known === 'string' && !isNew) return known;
	const epoch = bytesToHex(random.bytes(16));
	prepareCommand<[string]>(
		database,
		"INSERT OR REPLACE INTO store (name, value) VALUES ('epoch', ?)",
	).run(epoch);
	return epoch;
};

const openReaders = (path: string, count: number): ReadSession[] => {
	const sessions: ReadSession[] = [];
	try {
		while (sessions.length < count) sessions.push(createReadSession(openReadConnection(path)));
		return sessions;
	} catch (error) {
		for (const session of sessions) session.close();
		throw error;
	}
};

/** A file as it is: of this schema, with its epoch. */
const openBeside = ({ path, readers }: SqliteOptions) => {
	const look = openReadConnection(path);
	try {
		const schema = Number(singleValue(look, 'PRAGMA user_version'));
		if (schema !== SCHEMA) throw new Error(`the store has schema ${schema}, not ${SCHEMA}`);
		const epoch = singleValue(look, "SELECT value FROM store WHERE name = 'epoch'");
		if (typeof epoch !== 'string') throw new Error('the store has no epoch');
		const run: RunTransaction = () =>
			Promise.reject(new StorageFault('io', 'this store is only read'));
		return { database: look, epoch, run, sessions: openReaders(path, readers ?? DEFAULT_READERS) };
	} catch (error) {
		look.close();
		throw error;
	}
};

const open = ({ path, random, log = silentLog, readers, maxBytes, restored }: SqliteOptions) => {
	const database = openWriteConnection(path, maxBytes);
	try {
		migrate(database);
		const epoch = readEpoch(database, random, restored ?? false);
		const room = createLogRoom(path, LOG_BYTES);
		const run = createWriteSession(database, room, log);
		return { database, epoch, run, sessions: openReaders(path, readers ?? DEFAULT_READERS) };
	} catch (error) {
		database.close();
		throw error;
	}
};

/**
 * Opens a document store in one SQLite file. A transaction that resolved is on the disk. Rejects
 * when the file was written by a later version, or with a `StorageFault` when it cannot be opened.
 */
export const createSqliteDocumentStore = async (options: SqliteOptions): Promise<DocumentStore> => {
	let opened: ReturnType<typeof open>;
	try {
		opened = options.readOnly ? openBeside(options) : open(options);
	} catch (error) {
		throw toStorageFault(error);
	}
	const { database, epoch, run, sessions } = opened;
	const turn = createPool([run]);
	const snapshots = createPool(sessions);
	const end = async (): Promise<void> => {
		await Promise.all([turn.close(), snapshots.close()]);
		for (const session of sessions) session.close();
		// Closing the last connection brings what the WAL holds into the file.
		database.close();
	};
	let ended: Promise<void> | undefined;
	return {
		epoch,
		writers: 1,
		transaction: (work) => turn.use((transact) => transact(work)),
		snapshot: (org, work) => snapshots.use((session) => session.snapshot(org, work)),
		organisations: () => snapshots.use((session) => session.organisations()),
		close() {
			ended ??= end();
			return ended;
		},
	};
};
