import type { Brand } from '@navette/core';
import type { Derive } from './backend/primitives.ts';
import { nativeSymmetric } from './backend/symmetric-of-node.ts';
import { deriveKey } from './derive-key.ts';
import { labelledBytes, type Value } from './labelled.ts';
import type { KeyLabel } from './labels.ts';

/**
 * A secret of 32 bytes from which a key is derived for each envelope. Held as a CryptoKey whose
 * bytes no script can read back, so that a browser may keep it in IndexedDB.
 */
export type EnvelopeKey = Brand<{ readonly secret: CryptoKey }, 'EnvelopeKey'>;

const KEY_LENGTH = 32;

/**
 * In Node, how to derive from a key without waiting: there WebCrypto costs ten times the derivation, and
 * keeps the bytes from nobody who can run code in the process.
 */
const direct = new WeakMap<CryptoKey, Derive>();

/** A key from its 32 bytes; another length throws. Wipe the bytes afterwards. */
export const envelopeKeyFromBytes = async (bytes: Uint8Array): Promise<EnvelopeKey> => {
	if (bytes.length !== KEY_LENGTH) throw new Error(`an envelope key has ${KEY_LENGTH} bytes`);
	const copy = new Uint8Array(bytes);
	const secret = await crypto.subtle.importKey('raw', copy, 'HKDF', false, ['deriveBits']);
	if (nativeSymmetric) direct.set(secret, nativeSymmetric.hkdfSha256Of(copy));
	copy.fill(0);
	return { secret } as EnvelopeKey;
};

/** A key from one kept by the platform: HKDF, not extractable, fit for `deriveBits`; else throws. */
export const envelopeKeyFromCryptoKey = (secret: CryptoKey): EnvelopeKey => {
	const fit =
		secret.algorithm.name === 'HKDF' && !secret.extractable && secret.usages.includes('deriveBits');
	if (!fit) throw new Error('not a sealed HKDF key');
	return { secret } as EnvelopeKey;
};

/** `length` bytes of HKDF-SHA256 (RFC 5869) of the key. */
export const hkdf = async (
	key: EnvelopeKey,
	salt: Uint8Array,
	info: Uint8Array,
	length: number,
): Promise<Uint8Array<ArrayBuffer>> => {
	const derive = direct.get(key.secret);
	if (derive) return derive(salt, info, length);
	const parameters = {
		name: 'HKDF',
		hash: 'SHA-256',
		salt: new Uint8Array(salt),
		info: new Uint8Array(info),
	};
	return new Uint8Array(await crypto.subtle.deriveBits(parameters, key.secret, length * 8));
};

const NO_SALT = new Uint8Array(0);

/**
 * `length` bytes derived from a key, as `deriveKey` does from bytes: for a signing seed, a lookup, a
 * secret text mixed in (`parts`) that nobody can test without the key.
 */
export const deriveFromEnvelopeKey = (
	key: EnvelopeKey,
	label: KeyLabel,
	length: number,
	...parts: readonly Value[]
): Promise<Uint8Array> => hkdf(key, NO_SALT, labelledBytes(label, parts), length);

/** A key derived from another one: one for each shelf, document, epoch. */
export const deriveEnvelopeKey = async (
	key: EnvelopeKey,
	label: KeyLabel,
	...parts: readonly Value[]
): Promise<EnvelopeKey> =>
	importAndWipe(await deriveFromEnvelopeKey(key, label, KEY_LENGTH, ...parts));

/** A key derived from secret bytes: what `stretch`, `finalize` or an agreement gave. */
export const envelopeKeyFromSecret = (
	secret: Uint8Array,
	label: KeyLabel,
	...parts: readonly Value[]
): Promise<EnvelopeKey> => importAndWipe(deriveKey(secret, label, KEY_LENGTH, ...parts));

const importAndWipe = async (bytes: Uint8Array): Promise<EnvelopeKey> => {
	const key = await envelopeKeyFromBytes(bytes);
	bytes.fill(0);
	return key;
};
