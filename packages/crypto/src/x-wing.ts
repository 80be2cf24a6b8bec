import { concatBytes, utf8ToBytes } from '@navette/core';
import { x25519 } from '@noble/curves/ed25519.js';
import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import type { PublicKeyPrimitives } from './backend/primitives.ts';
import { isStrictPoint } from './strict-x25519.ts';

/**
 * X-Wing (draft-connolly-cfrg-xwing-kem-09): X25519 and ML-KEM-768 together; safe as long as one of
 * the two is. Encapsulation is in JavaScript on every machine, so that it draws from our `Random`;
 * what touches a private key goes to the backend.
 */
export const X_WING = { seed: 32, publicKey: 1216, ciphertext: 1120, coins: 64 } as const;

const ML_KEM_PUBLIC = 1184;
const ML_KEM_CIPHERTEXT = 1088;
const LABEL = utf8ToBytes('\\.//^\\');

/** The parts of a private key, from its seed. */
const expand = (seed: Uint8Array) => {
	const bytes = shake256(seed, { dkLen: 96 });
	return { mlKemSeed: bytes.subarray(0, 64), secret: bytes.subarray(64) };
};

const combine = (mlKem: Uint8Array, x: Uint8Array, ephemeral: Uint8Array, publicX: Uint8Array) =>
	sha3_256(concatBytes(mlKem, x, ephemeral, publicX, LABEL));

/** 1216 bytes: ML-KEM's public key, then X25519's. */
export const xWingPublicKey = (seed: Uint8Array): Uint8Array => {
	const { mlKemSeed, secret } = expand(seed);
	return concatBytes(ml_kem768.keygen(mlKemSeed).publicKey, x25519.getPublicKey(secret));
};

/** A secret for the owner of a public key, from 64 random bytes. Throws on a key that is not one. */
export const xWingEncapsulate = (publicKey: Uint8Array, coins: Uint8Array) => {
	const publicM = publicKey.subarray(0, ML_KEM_PUBLIC);
	const publicX = publicKey.subarray(ML_KEM_PUBLIC);
	const ephemeral = coins.subarray(32);
	const mlKem = ml_kem768.encapsulate(publicM, coins.slice(0, 32));
	const ciphertextX = x25519.getPublicKey(ephemeral);
	const shared = x25519.getSharedSecret(ephemeral, publicX);
	return {
		ciphertext: concatBytes(mlKem.cipherText, ciphertextX),
		secret: combine(mlKem.sharedSecret, shared, ciphertextX, publicX),
	};
};

/** The secret of a ciphertext; `undefined` when its X25519 part is not a point we agree with. */
export const xWingDecapsulate = async (
	backend: PublicKeyPrimitives,
	seed: Uint8Array,
	publicKey: Uint8Array,
	ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> => {
	const { mlKemSeed, secret } = expand(seed);
	const ciphertextX = ciphertext.subarray(ML_KEM_CIPHERTEXT);
	if (!isStrictPoint(ciphertextX)) return undefined;
	const shared = await backend.x25519(secret, ciphertextX);
	const inner = ciphertext.subarray(0, ML_KEM_CIPHERTEXT);
	const mlKem = await backend.mlKem768Decapsulate(mlKemSeed, inner);
	if (shared === undefined) return undefined;
	return combine(mlKem, shared, ciphertextX, publicKey.subarray(ML_KEM_PUBLIC));
};
