import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { verifyCofactorless } from './cofactorless.ts';
import { javascriptSymmetric } from './javascript-symmetric.ts';
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

/** JavaScript alone (and WebAssembly for Argon2id): works everywhere, the slowest. */
export const javascript: Primitives & SymmetricPrimitives = {
	...javascriptSymmetric,
	name: 'javascript',
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
