import type { Brand } from '@navette/core';

/**
 * A secret of 32 bytes from which a key is derived for each envelope. Held as a CryptoKey whose
 * bytes no script can read back, so that a browser may keep it in IndexedDB.
 */
export type EnvelopeKey = Brand<{ readonly secret: CryptoKey }, 'EnvelopeKey'>;

const KEY_LENGTH = 32;

/** A key from its 32 bytes; another length throws. Wipe the bytes afterwards. */
export const envelopeKeyFromBytes = async (bytes: Uint8Array): Promise<EnvelopeKey> => {
	if (bytes.length !== KEY_LENGTH) throw new Error(`an envelope key has ${KEY_LENGTH} bytes`);
	const copy = new Uint8Array(bytes);
	const secret = await crypto.subtle.importKey('raw', copy, 'HKDF', false, ['deriveBits']);
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
	const parameters = {
		name: 'HKDF',
		hash: 'SHA-256',
		salt: new Uint8Array(salt),
		info: new Uint8Array(info),
	};
	return new Uint8Array(await crypto.subtle.deriveBits(parameters, key.secret, length * 8));
};
