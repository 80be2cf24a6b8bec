import { bytesToHex, type Log, type Random, silentLog, type Timers } from '@navette/core';
import { createPool, type DocumentStore } from '@navette/storage';
import { createLine, type Line } from './connection.ts';
import { houseOf } from './doors.ts';
import { createNames } from './names.ts';
import { readSnapshot } from './read-session.ts';
import { READS } from './read-statements.ts';
import { withMigrated } from './schema.ts';
import { type Session, statement } from './sql.ts';
import { transact } from './transact.ts';

export interface PostgresOptions {
	/** `postgres://user:password@host:port/database`; the database exists, and keeps texts in UTF-8. */
	readonly url: string;
	readonly random: Random;
	/** For waits between two attempts of work that met another's. */
	readonly timers: Timers;
	readonly log?: Log;
	/** How many transactions may be open at once; others wait. 4 unless told. */
	readonly writers?: number;
	/** How many snapshots may be open at once; others wait. 4 unless told. */
	readonly readers?: number;
	/** The database was put back from a backup: its history starts anew, under another epoch. */
	readonly restored?: boolean;
}

const DEFAULT_LINES = 4;

const KEEP_EPOCH = statement<[string]>(
	'epoch-keep',
	"INSERT INTO store VALUES ('epoch', $1) ON CONFLICT DO NOTHING",
);
const RENEW_EPOCH = statement<[string]>(
	'epoch-renew',
	`INSERT INTO store VALUES ('epoch', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
);
const READ_EPOCH = statement<[], [string]>('epoch', "SELECT value FROM store WHERE name = 'epoch'");

const readEpoch = async (session: Session, random: Random, isNew: boolean): Promise<string> => {
	await session.run(isNew ? RENEW_EPOCH : KEEP_EPOCH, bytesToHex(random.bytes(16)));
	const epoch = (await session.run(READ_EPOCH)).rows[0]?.[0];
	if (epoch === undefined) throw new Error('the store has no epoch');
	return epoch;
};

const prepare = async (line: Line, { random, restored }: PostgresOptions): Promise<string> => {
	try {
		const session = await line.session();
		return await withMigrated(session, () => readEpoch(session, random, restored ?? false));
	} catch (error) {
		await line.close();
		throw error;
	}
};

/**
 * Opens a document store in a PostgreSQL database, which any number of processes may share. A
 * transaction that resolved is on the disk of the server. Connections are opened when needed, and
 * again after a loss; they hold prepared statements and session locks, so a pooler between must keep
 * sessions. Rejects when the database was written by a later version, or with a `StorageFault` when
 * it cannot be reached.
 */
export const createPostgresDocumentStore = async (
	options: PostgresOptions,
): Promise<DocumentStore> => {
	const { url, random, timers, log = silentLog } = options;
	const linesOf = (count = DEFAULT_LINES) =>
		Array.from({ length: count }, () => createLine(url, log));
	const own = createLine(url, log);
	const epoch = await prepare(own, options);
	const [writeLines, readLines] = [linesOf(options.writers), linesOf(options.readers)];
	const names = createNames(own);
	const setting = { names, house: houseOf(epoch), random, timers, log };
	const transactions = createPool(writeLines);
	const snapshots = createPool(readLines);
	const end = async (): Promise<void> => {
		await Promise.all([transactions.close(), snapshots.close()]);
		await Promise.all([own, ...writeLines, ...readLines].map((line) => line.close()));
	};
	let ended: Promise<void> | undefined;
	return {
		epoch,
		writers: writeLines.length,
		transaction: (work) => transactions.use((line) => transact(line, setting, work)),
		snapshot: (org, work) => snapshots.use((line) => readSnapshot(line, names, org, work)),
		organisations: () =>
			snapshots.use(async (line) => {
				const { rows } = await (await line.session()).run(READS.organisations);
				return rows.map(([org]) => org);
			}),
		close() {
			ended ??= end();
			return ended;
		},
	};
};
