import { silentLog, systemRandom } from '@navette/core';
import type { OpenProfile, Profile } from '@navette/device/client';
import {
	createLocalBase,
	createMemoryLocalStore,
	type LocalBase,
	type LocalStore,
	type LocalStoreFault,
} from '@navette/local-store';
import { openIdbRecordStore } from '@navette/local-store-idb';
import { type AccessBook, createAccessBook } from '../access/access-book.ts';
import { openStore } from './open-store.ts';
import { DEVICE_BASE } from './presence.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** What the app works on: who opened it, the accesses, where things are kept. */
export interface Holding {
	/**
	 * `profile`: sealed under a phrase. `device`: kept by this browser for whoever opens it. `anonymous`:
	 * in memory only. `none`: nobody chose yet; in memory too.
	 */
	readonly kind: 'profile' | 'device' | 'anonymous' | 'none';
	readonly profile?: Profile;
	readonly book: AccessBook;
	readonly sessions: Sessions;
	/** Whether what it holds outlives the page. */
	readonly durable: boolean;
	close(): Promise<void>;
}

const deps = { random: systemRandom, log: silentLog };

/** Name of the base of a profile: it says nothing of whose it is. */
export const profileBase = (id: string): string => `profile-${id}`;

const inMemory = async (): Promise<LocalStore> => createMemoryLocalStore({ log: silentLog });

/** Nothing is written: for anonymous devices, and as long as nobody chose. */
export const holdInMemory = async (kind: 'anonymous' | 'none'): Promise<Holding> => {
	const book = createAccessBook(await inMemory());
	const sessions = createSessions(inMemory, false, { kind: 'anonymous', book });
	return { kind, book, sessions, durable: false, close: sessions.close };
};

/** Kept by this browser, sealed by a key that it does not give out, for whoever opens it. */
export const holdForDevice = async (): Promise<Holding> => {
	const kept = await openStore(DEVICE_BASE);
	const book = createAccessBook(kept.store);
	const storeOf = async (account: string) => (await openStore(account)).store;
	const sessions = createSessions(storeOf, false, { kind: 'personal', book });
	return {
		...{ kind: 'device', book, sessions, durable: kept.durable },
		async close() {
			await sessions.close();
			await kept.store.close();
		},
	};
};

const openBase = async (
	{ profile, holder }: OpenProfile,
	told: (fault: LocalStoreFault | undefined) => void,
): Promise<LocalBase | undefined> => {
	const records = await openIdbRecordStore(profileBase(profile.id), silentLog);
	if (!records.ok) return undefined;
	return createLocalBase({ ...deps, records: records.value, key: holder.key, told });
};

/** What a profile keeps, under its key. `away`: in plane mode. */
export const holdForProfile = async (
	opened: OpenProfile,
	away: boolean,
	told: (fault: LocalStoreFault | undefined) => void,
): Promise<Holding> => {
	const base = await openBase(opened, told);
	const storeOf = (account: string) => base?.store(account) ?? inMemory();
	const book = createAccessBook(await storeOf(''));
	const sessions = createSessions(storeOf, away, { kind: 'personal', book });
	return {
		...{ kind: 'profile', profile: opened.profile, book, sessions },
		durable: base !== undefined,
		async close() {
			await sessions.close();
			await base?.close();
		},
	};
};
