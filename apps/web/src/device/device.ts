import { administrationCatalogue } from '@navette/administration/model';
import { circuitCatalogue } from '@navette/circuit/model';
import { type Connectivity, createSession, type Session } from '@navette/client';
import { bytesToHex, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { type AccessBook, createAccessBook } from '../access/access-book.ts';
import type { Entry } from '../access/entry.ts';
import { openStore } from './open-store.ts';

/** What the shell asks of the machine it runs on. */
export interface Device {
	readonly book: Promise<AccessBook>;
	/** whether what it holds outlives the page */
	readonly durable: Promise<boolean>;
	/** Opens the data of an access and its link with the server; close the session when done. */
	openSession(entry: Entry): Promise<Session>;
}

/** The types of every application this site carries. */
const catalogue = {
	documents: new Map([...circuitCatalogue.documents, ...administrationCatalogue.documents]),
	threads: new Map([...circuitCatalogue.threads, ...administrationCatalogue.threads]),
};

/** One store per account: what an account received is never another's to read. */
const storeName = async ({ org, token }: Entry): Promise<string> => {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
	return `${org}-${bytesToHex(new Uint8Array(hash).slice(0, 12))}`;
};

/** What the browser believes of its network; the socket finds the truth a little later. */
const connectivity: Connectivity = {
	isOnline: () => navigator.onLine,
	subscribe(listener) {
		addEventListener('online', listener);
		addEventListener('offline', listener);
		return () => {
			removeEventListener('online', listener);
			removeEventListener('offline', listener);
		};
	},
};

const openedDevice = () => openStore('device');

export const createDevice = (opened = openedDevice()): Device => ({
	book: opened.then(({ store }) => createAccessBook(store)),
	durable: opened.then(({ durable }) => durable),
	async openSession(entry) {
		const { store } = await openStore(await storeName(entry));
		const session = await createSession({
			...entry,
			baseUrl: location.origin,
			catalogue,
			store,
			connectivity,
			clock: systemClock,
			random: systemRandom,
			timers: systemTimers,
			log: silentLog,
		});
		const close = async () => {
			await session.close();
			await store.close();
		};
		return { ...session, close };
	},
});
