import { type Log, type Random, silentLog, type Timers } from '@navette/core';
import { createPool, type DocumentStore } from '@navette/storage';
import { connect, type FirestorePlace } from './connection.ts';
import { openEpoch } from './epoch.ts';
import { below, type KeyRange, rowKey } from './row-key.ts';
import { readRows, readSnapshot } from './snapshot.ts';
import { TABLES } from './tables.ts';
import { transact } from './transact.ts';

export interface FirestoreOptions extends FirestorePlace {
	readonly random: Random;
	/** For waits between two attempts of work that met another's. */
	readonly timers: Timers;
	readonly log?: Log;
	/** The database was put back from a backup: its history starts anew, under another epoch. */
	readonly restored?: boolean;
}

/** Transactions of one process queue: those at once would meet on the threads they share. */
const WRITERS = 1;
/** How many snapshots may be open at once; others wait. */
const READERS = 16;

/** Firestore takes 10 MiB a transaction, with its indexes; the emulator takes messages of 4 MiB. */
const MOST_BYTES = 8 * 2 ** 20;
const MOST_BYTES_OF_EMULATOR = 3.5 * 2 ** 20;

/** The rows of all organisations. */
const ORGANISATIONS: KeyRange = below(rowKey(TABLES.organisations.letter));

/**
 * Opens a document store in a Firestore database (Native mode), which any number of processes may
 * share. A transaction that resolved is committed by the service. Rejects with a `StorageFault` when
 * the database cannot be reached.
 */
export const createFirestoreDocumentStore = async (
	options: FirestoreOptions,
): Promise<DocumentStore> => {
	const { random, timers, log = silentLog, restored = false, ...place } = options;
	const { connection, first: epoch } = await connect(place, timers, (rows) =>
		openEpoch(rows, random, restored),
	);
	const mostBytes = place.emulator === undefined ? MOST_BYTES : MOST_BYTES_OF_EMULATOR;
	const setting = { ...connection, random, timers, log, mostBytes };
	const transactions = createPool(Array.from({ length: WRITERS }));
	const snapshots = createPool(Array.from({ length: READERS }));
	const end = async (): Promise<void> => {
		await Promise.all([transactions.close(), snapshots.close()]);
		await connection.close();
	};
	let ended: Promise<void> | undefined;
	return {
		epoch,
		writers: WRITERS,
		transaction: (work) => transactions.use(() => transact(setting, work)),
		snapshot: (org, work) => snapshots.use(() => readSnapshot(setting, org, work)),
		organisations: () =>
			snapshots.use(() =>
				readRows(setting, async (seen) =>
					(await seen.scan(TABLES.organisations, ORGANISATIONS)).map(([, { org }]) => org),
				),
			),
		close() {
			ended ??= end();
			return ended;
		},
	};
};
