import { err, type Log, type Random, type Result } from '@navette/core';
import { deriveEnvelopeKey, type EnvelopeKey } from '@navette/crypto';
import { createLocalStore } from './create-local-store.ts';
import type { LocalStore, LocalStoreFault } from './local-store.ts';
import type { RecordStore } from './record-store.ts';

/**
 * All that one profile keeps on one device: a store for each of its accounts, side by side in one
 * place, each under a key of its own derived from the key of the base. Whoever has not that key
 * cannot tell which organisations are there, nor how many.
 */
export interface LocalBase {
	/** The store of an account, by a name that says which; closing it ends nothing but itself. */
	store(account: string): Promise<LocalStore>;
	/** Erases every store. */
	erase(): Promise<Result<void, LocalStoreFault>>;
	/** Ends it: stores answer `gone` afterwards. */
	close(): Promise<void>;
}

/** One view of the records, which ends without ending the others. */
const ownView = (records: RecordStore): RecordStore => {
	let closed = false;
	return {
		read: async (shelf, from) => (closed ? [] : records.read(shelf, from)),
		write: async (changes) => (closed ? err('gone') : records.write(changes)),
		wipe: async () => (closed ? err('gone') : records.wipe()),
		async close() {
			closed = true;
		},
	};
};

/** The records, and a word to `told` when a write first fails, and when one succeeds again. */
const watched = (
	records: RecordStore,
	told: (fault: LocalStoreFault | undefined) => void,
): RecordStore => {
	let last: LocalStoreFault | undefined;
	const noted = (result: Result<void, LocalStoreFault>) => {
		const fault = result.ok ? undefined : result.error;
		if (fault !== last) told(fault);
		last = fault;
		return result;
	};
	return {
		...records,
		write: async (changes) => noted(await records.write(changes)),
		wipe: async () => noted(await records.wipe()),
	};
};

/** A base over a provider's records. It has one owner, who closes it. */
export const createLocalBase = (deps: {
	readonly records: RecordStore;
	/** The key of the base: a profile's, or one that nobody keeps. */
	readonly key: EnvelopeKey;
	readonly random: Random;
	readonly log: Log;
	/** Told when this device no longer keeps what it is given, and when it does again. */
	readonly told?: (fault: LocalStoreFault | undefined) => void;
}): LocalBase => {
	const { random, log } = deps;
	const records = watched(deps.records, deps.told ?? (() => {}));
	const open: LocalStore[] = [];
	let base: EnvelopeKey | undefined = deps.key;
	return {
		async store(account) {
			if (!base) throw new Error('a store asked of a base that is closed');
			const key = await deriveEnvelopeKey(base, 'nv/key/store', account);
			const store = await createLocalStore({ records: ownView(records), key, random, log });
			open.push(store);
			return store;
		},
		async erase() {
			const erased = await records.wipe();
			for (const store of open) await store.wipe();
			return erased;
		},
		async close() {
			base = undefined;
			for (const store of open) await store.close();
			await records.close();
		},
	};
};
