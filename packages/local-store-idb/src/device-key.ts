import { err, type Log, ok, type Random, type Result } from '@navette/core';
import { type EnvelopeKey, envelopeKeyFromBytes, envelopeKeyFromCryptoKey } from '@navette/crypto';
import { type DBSchema, openDB } from 'idb';
import { faultName } from './database.ts';

interface KeySchema extends DBSchema {
	keys: { key: string; value: CryptoKey };
}

const NAME = 'device';

/** Name of the base that holds the key of a local store, and nothing else. */
export const keyDatabaseName = (name: string): string => `${name}-key`;

/**
 * The key of this device for a local store: made once, kept by the browser as a key that no script
 * can read. Without it what was kept is noise, so removing its base erases everything.
 */
export const deviceKey = async (
	name: string,
	{ random, log }: { readonly random: Random; readonly log: Log },
): Promise<Result<EnvelopeKey, 'unavailable'>> => {
	const candidate = await envelopeKeyFromBytes(random.bytes(32));
	try {
		const database = await openDB<KeySchema>(keyDatabaseName(name), 1, {
			upgrade: (fresh) => void fresh.createObjectStore('keys'),
			blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
		});
		// Asked and set in one transaction: of two tabs that start together, both get the same key.
		const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
		const kept = await transaction.store.get(NAME);
		if (!kept) await transaction.store.put(candidate.secret, NAME);
		await transaction.done;
		database.close();
		return ok(kept ? envelopeKeyFromCryptoKey(kept) : candidate);
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		log.warn('local.no-key', { fault: faultName(error) });
		return err('unavailable');
	}
};
