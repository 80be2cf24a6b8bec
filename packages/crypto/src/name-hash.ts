import { bytesToBase64Url, utf8ToBytes } from '@navette/core';
import { type EnvelopeKey, hkdf } from './envelope-key.ts';

/** Gives names that say nothing: the same for the same text and key, 22 characters of base64url. */
export type NameHash = (text: string) => Promise<string>;

/**
 * Hashes names under a key: HMAC-SHA256, cut at 128 bits, with a key derived by HKDF (empty salt,
 * info `nv1/names`), so that it tells nothing of the envelopes.
 */
export const createNameHash = async (key: EnvelopeKey): Promise<NameHash> => {
	const raw = await hkdf(key, new Uint8Array(0), utf8ToBytes('nv1/names'), 32);
	const parameters = { name: 'HMAC', hash: 'SHA-256' };
	const mac = await crypto.subtle.importKey('raw', raw, parameters, false, ['sign']);
	raw.fill(0);
	return async (text) => {
		const bytes = new Uint8Array(utf8ToBytes(text));
		const hash = new Uint8Array(await crypto.subtle.sign('HMAC', mac, bytes));
		return bytesToBase64Url(hash.subarray(0, 16));
	};
};
