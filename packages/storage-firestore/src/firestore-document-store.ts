import { Firestore } from '@google-cloud/firestore';
import { type Log, type Random, silentLog, type Timers } from '@navette/core';
import { createPool, type DocumentStore } from '@navette/storage';
import { openEpoch } from './epoch.ts';
import { toStorageFault } from './firestore-fault.ts';
import { below, type KeyRange, rowKey } from './row-key.ts';
import { TABLES } from './tables.ts';
import { readRows, readSnapshot, transact } from './transact.ts';

export interface FirestoreOptions {
	readonly project: string;
	/** The database of the project; `(default)` unless told. */
	readonly database?: string;
	/** Collection of the rows of this store, no other's; `navette` unless told. */
	readonly collection?: string;
	/** `host:port` of an emulator: no credentials, no encryption. */
	readonly emulator?: string;
	/** Path of the key of a service account; those of the machine unless told. */
	readonly keyFile?: string;
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

/** The rows of all organisations. */
const ORGANISATIONS: KeyRange = below(rowKey(TABLES.organisations.letter));

const connect = ({ project, database, emulator, keyFile }: FirestoreOptions): Firestore =>
	new Firestore({
		projectId: project,
		...(database === undefined ? {} : { databaseId: database }),
		...(keyFile === undefined ? {} : { keyFilename: keyFile }),
		...(emulator === undefined ? {} : { host: emulator, ssl: false }),
	});

/**
 * Opens a document store in a Firestore database (Native mode), which any number of processes may
 * share. A transaction that resolved is committed by the service. Rejects with a `StorageFault` when
 * the database cannot be reached.
 */
export const createFirestoreDocumentStore = async (
	options: FirestoreOptions,
): Promise<DocumentStore> => {
	const { collection = 'navette', random, timers, log = silentLog, restored = false } = options;
	const firestore = connect(options);
	const setting = { rows: firestore.collection(collection), random, timers, log };
	const epoch = await openEpoch(setting.rows, random, restored).catch(async (error: unknown) => {
		await firestore.terminate();
		throw toStorageFault(error);
	});
	const transactions = createPool(Array.from({ length: WRITERS }));
	const snapshots = createPool(Array.from({ length: READERS }));
	const end = async (): Promise<void> => {
		await Promise.all([transactions.close(), snapshots.close()]);
		await firestore.terminate();
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
