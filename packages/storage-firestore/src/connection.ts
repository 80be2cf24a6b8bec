import { type CollectionReference, Firestore } from '@google-cloud/firestore';
import type { Timers } from '@navette/core';
import { createAccessGuard } from '@navette/storage/provider';
import { createAsk } from './asking.ts';
import { reach } from './reach.ts';

/** Where the rows of a store are. */
export interface FirestorePlace {
	readonly project: string;
	/** The database of the project; `(default)` unless told. */
	readonly database?: string | undefined;
	/** Collection of the rows of this store, no other's; `navette` unless told. */
	readonly collection?: string | undefined;
	/** `host:port` of an emulator: no credentials, no encryption. Else those of the machine are used. */
	readonly emulator?: string | undefined;
}

export interface FirestoreConnection {
	readonly rows: CollectionReference;
	/** Remembers a request to the client until it ends, and answers it. */
	track<T>(request: Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** Longest wait for the first answer (ms). */
const FIRST_MS = 10_000;

/** With the domain told, the client does not ask the network of a cloud for credentials. */
const NO_CREDENTIALS = { clientOptions: { universeDomain: 'googleapis.com' } };

const createConnection = (place: FirestorePlace): FirestoreConnection => {
	const { project, database, collection = 'navette', emulator } = place;
	const firestore = new Firestore({
		projectId: project,
		...(database === undefined ? {} : { databaseId: database }),
		...(emulator === undefined ? {} : { host: emulator, ssl: false, ...NO_CREDENTIALS }),
	});
	const requests = new Set<Promise<unknown>>();
	/** The client must not end before what it was asked: it would throw where nobody can catch. */
	const terminate = async (): Promise<void> => {
		await Promise.allSettled(requests);
		await firestore.terminate();
	};
	return {
		rows: firestore.collection(collection),
		track(request) {
			const ended = () => void requests.delete(request);
			requests.add(request);
			request.then(ended, ended);
			return request;
		},
		async close() {
			// What was given up may take a minute to end: nobody waits for it.
			const terminated = terminate();
			if (requests.size === 0) await terminated;
		},
	};
};

/** Connects, and answers a first request; rejects with a `StorageFault` when nothing answers it. */
export const connect = async <T>(
	place: FirestorePlace,
	timers: Timers,
	request: (rows: CollectionReference) => Promise<T>,
): Promise<{ readonly connection: FirestoreConnection; readonly first: T }> => {
	if (place.emulator !== undefined) await reach(place.emulator);
	const connection = createConnection(place);
	const ask = createAsk(createAccessGuard(), timers, FIRST_MS);
	try {
		return { connection, first: await ask(connection.track(request(connection.rows))) };
	} catch (error) {
		await connection.close();
		throw error;
	}
};
