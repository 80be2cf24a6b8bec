import { silentLog, systemRandom } from '@navette/core';
import { createMemoryLocalStore, type LocalStore } from '@navette/local-store';
import { createIdbLocalStore } from '@navette/local-store-idb';

/** A store and whether what it holds outlives the page. */
export interface OpenedStore {
	readonly store: LocalStore;
	readonly durable: boolean;
}

/**
 * Opens a sealed store of this device, or one in memory where the browser keeps nothing (private
 * windows, no room).
 */
export const openStore = async (name: string): Promise<OpenedStore> => {
	const deps = { random: systemRandom, log: silentLog };
	const opened = await createIdbLocalStore({
		...deps,
		name,
		persist: () => navigator.storage.persist(),
	});
	if (opened.ok) return { store: opened.value, durable: true };
	return { store: await createMemoryLocalStore(deps), durable: false };
};
