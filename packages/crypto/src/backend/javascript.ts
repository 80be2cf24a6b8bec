import { gcm } from '@noble/ciphers/aes.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { verifyCofactorless } from './cofactorless.ts';
import type { Primitives, Signer, SymmetricPrimitives } from './primitives.ts';
import { argon2idWasm } from './wasm-argon2.ts';

/** The key of a seed, in JavaScript. Keeps a copy of the seed. */
export const ed25519InJavaScript = (seed: Uint8Array): Signer => {
	const kept = seed.slice();
	return {
		publicKey: ed25519.getPublicKey(kept),
		sign: (message) => ed25519.sign(message, kept),
	};
};

const isWrongTag = (error: unknown): boolean =>
	error instanceof Error && /tag/i.test(error.message);

/** JavaScript alone (and WebAssembly for Argon2id): works everywhere, the slowest. */
export const javascript: Primitives & SymmetricPrimitives = {
	name: 'javascript',
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
	ed25519Signer: ed25519InJavaScript,
	ed25519Verify: verifyCofactorless,
	x25519(secret, publicKey) {
		try {
			return x25519.getSharedSecret(secret, publicKey);
		} catch (error) {
			if (error instanceof Error && /low.order|invalid private or public key/i.test(error.message))
				return undefined;
			throw error;
		}
	},
	mlKem768Decapsulate: (seed, ciphertext) =>
		ml_kem768.decapsulate(ciphertext, ml_kem768.keygen(seed).secretKey),
	argon2id: argon2idWasm,
};
