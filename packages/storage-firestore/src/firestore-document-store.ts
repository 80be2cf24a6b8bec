import { Firestore } from '@google-cloud/firestore';
import { type Log, type Random, silentLog, type Timers } from '@navette/core';
import { createPool, type DocumentStore } from '@navette/storage';
import { createAccessGuard } from './access-guard.ts';
import { createAsk } from './asking.ts';
import { openEpoch } from './epoch.ts';
import { reach } from './reach.ts';
import { below, type KeyRange, rowKey } from './row-key.ts';
import { readRows, readSnapshot } from './snapshot.ts';
import { TABLES } from './tables.ts';
import { transact } from './transact.ts';

export interface FirestoreOptions {
	readonly project: string;
	/** The database of the project; `(default)` unless told. */
	readonly database?: string;
	/** Collection of the rows of this store, no other's; `navette` unless told. */
	readonly collection?: string;
	/** `host:port` of an emulator: no credentials, no encryption. Else those of the machine are used. */
	readonly emulator?: string;
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

/** Longest wait for the first answer (ms). */
const OPENING_MS = 10_000;

/** The rows of all organisations. */
const ORGANISATIONS: KeyRange = below(rowKey(TABLES.organisations.letter));

/** With the domain told, the client does not ask the network of a cloud for credentials. */
const NO_CREDENTIALS = { clientOptions: { universeDomain: 'googleapis.com' } };

const connect = ({ project, database, emulator }: FirestoreOptions): Firestore =>
	new Firestore({
		projectId: project,
		...(database === undefined ? {} : { databaseId: database }),
		...(emulator === undefined ? {} : { host: emulator, ssl: false, ...NO_CREDENTIALS }),
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
	if (options.emulator !== undefined) await reach(options.emulator);
	const firestore = connect(options);
	const requests = new Set<Promise<unknown>>();
	/** The client must not end before what it was asked: it would throw where nobody can catch. */
	const terminate = async (): Promise<void> => {
		await Promise.allSettled(requests);
		await firestore.terminate();
	};
	const track = <T>(request: Promise<T>): Promise<T> => {
		const ended = () => void requests.delete(request);
		requests.add(request);
		request.then(ended, ended);
		return request;
	};
	const mostBytes = options.emulator === undefined ? MOST_BYTES : MOST_BYTES_OF_EMULATOR;
	const rows = firestore.collection(collection);
	const setting = { rows, random, timers, log, mostBytes, track };
	const ask = createAsk(createAccessGuard(), timers, OPENING_MS);
	const opening = track(openEpoch(setting.rows, random, restored));
	const epoch = await ask(opening).catch((error: unknown) => {
		void terminate();
		throw error;
	});
	const transactions = createPool(Array.from({ length: WRITERS }));
	const snapshots = createPool(Array.from({ length: READERS }));
	const end = async (): Promise<void> => {
		await Promise.all([transactions.close(), snapshots.close()]);
		// What was given up may take a minute to end: nobody waits for it.
		const terminated = terminate();
		if (requests.size === 0) await terminated;
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
