import { err, type Log, ok, type Random, type Result } from '@navette/core';
import type { EnvelopeKey } from '@navette/crypto';
import { createLocalStore, type LocalStore } from '@navette/local-store';
import { deleteDB } from 'idb';
import type { OpenFault } from './database.ts';
import { deviceKey, keyDatabaseName } from './device-key.ts';
import { openIdbRecordStore } from './idb-record-store.ts';

/** `in-use`: another tab of this browser has it open, and only one may write. */
export type IdbFault = OpenFault | 'in-use';

export interface IdbLocalStoreOptions {
	/** Names the bases of this store in the browser: one per account and organisation. */
	readonly name: string;
	readonly random: Random;
	readonly log: Log;
	/**
	 * Seals it. Absent: a key of the device, that whoever can start the browser can use; nothing of a
	 * profile may be there.
	 */
	readonly key?: EnvelopeKey;
	/** Asks the browser not to evict it (`() => navigator.storage.persist()`). */
	readonly persist?: () => Promise<boolean>;
	/** Makes sure that one tab at a time has it (`navigator.locks`). */
	readonly locks?: Pick<LockManager, 'request'>;
}

/** Takes the lock if it is free; the function returned gives it back. */
const takeLock = (
	locks: Pick<LockManager, 'request'> | undefined,
	name: string,
): Promise<(() => void) | undefined> => {
	if (!locks) return Promise.resolve(() => {});
	return new Promise((resolve, reject) => {
		const held = locks.request(name, { ifAvailable: true }, (lock) => {
			if (!lock) return resolve(undefined);
			return new Promise<void>((release) => resolve(release));
		});
		Promise.resolve(held).catch(reject);
	});
};

const open = async ({
	name,
	key: given,
	random,
	log,
}: IdbLocalStoreOptions): Promise<Result<LocalStore, IdbFault>> => {
	const key = given ? ok(given) : await deviceKey(name, { random, log });
	if (!key.ok) return key;
	const records = await openIdbRecordStore(name, log);
	if (!records.ok) return records;
	return ok(await createLocalStore({ records: records.value, key: key.value, random, log }));
};

/** Nobody waits for the answer: Firefox asks the person, who may never say. */
const askToPersist = ({ persist, log }: IdbLocalStoreOptions): void => {
	persist?.().then(
		(isKept) => {
			if (!isKept) log.info('local.may-be-evicted');
		},
		(error: unknown) => log.warn('local.may-be-evicted', { error: String(error) }),
	);
};

/** Opens the local store of this name, made at first use. Closing it lets another tab have it. */
export const createIdbLocalStore = async (
	options: IdbLocalStoreOptions,
): Promise<Result<LocalStore, IdbFault>> => {
	const release = await takeLock(options.locks, `navette ${options.name}`);
	if (!release) return err('in-use');
	const store = await open(options);
	if (!store.ok) {
		release();
		return store;
	}
	askToPersist(options);
	return ok({
		...store.value,
		async close() {
			await store.value.close();
			release();
		},
	});
};

/** Removes everything kept under a name, the key first. Stores still open on it become `gone`. */
export const removeIdbLocalStore = async (name: string): Promise<void> => {
	await deleteDB(keyDatabaseName(name));
	await deleteDB(name);
};
