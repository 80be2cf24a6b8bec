import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { SymmetricPrimitives } from './primitives.ts';

const isWrongTag = (error: unknown): boolean =>
	error instanceof Error && /tag/i.test(error.message);

/** Symmetric primitives in JavaScript. */
export const javascriptSymmetric: SymmetricPrimitives = {
	sha256: (bytes) => sha256(bytes),
	hkdfSha256: (ikm, salt, info, length) => hkdf(sha256, ikm, salt, info, length),
	hkdfSha256Of(ikm) {
		const kept = ikm.slice();
		return (salt, info, length) => new Uint8Array(hkdf(sha256, kept, salt, info, length));
	},
	aesGcm: (key) => ({
		seal: (iv, data, plain) => gcm(key, iv, data).encrypt(plain),
		open(iv, data, sealed) {
			try {
				return gcm(key, iv, data).decrypt(sealed);
			} catch (error) {
				if (isWrongTag(error)) return undefined;
				throw error;
			}
		},
	}),
};
