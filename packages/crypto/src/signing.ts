import type { Random } from '@navette/core';
import type { Signer } from './backend/primitives.ts';
import { primitives } from './backend/select.ts';
import { labelledBytes, type Value } from './labelled.ts';
import type { SignatureLabel } from './labels.ts';
import { isStrict } from './strict-ed25519.ts';

/** A pair of Ed25519 keys. The private one cannot be read back. */
export interface SigningKey {
	/** 32 bytes. */
	readonly publicKey: Uint8Array;
	readonly signer: Signer;
}

const SEED_LENGTH = 32;

/** The key of a seed of 32 secret bytes (RFC 8032); another length throws. Wipe the seed afterwards. */
export const signingKeyFromSeed = async (seed: Uint8Array): Promise<SigningKey> => {
	if (seed.length !== SEED_LENGTH) throw new Error(`a signing seed has ${SEED_LENGTH} bytes`);
	const signer = await primitives.ed25519Signer(seed);
	return { publicKey: signer.publicKey, signer };
};

/** A fresh key. To keep it, draw the seed yourself and use `signingKeyFromSeed`. */
export const generateSigningKey = (deps: { readonly random: Random }): Promise<SigningKey> =>
	signingKeyFromSeed(deps.random.bytes(SEED_LENGTH));

/**
 * Signs deterministic CBOR of `[label, value]`: 64 bytes. What came from elsewhere is given as the
 * bytes that came, never decoded and encoded again.
 */
export const sign = async (
	key: SigningKey,
	label: SignatureLabel,
	value: Value,
): Promise<Uint8Array> => key.signer.sign(labelledBytes(label, [value]));

/**
 * Whether the owner of a public key signed this value under this label. Strict: canonical encodings,
 * `S` below the order, no point of small order, no cofactor (not ZIP 215); the same answer on every
 * machine. Never throws for what a stranger sent.
 */
export const verify = async (
	publicKey: Uint8Array,
	label: SignatureLabel,
	value: Value,
	signature: Uint8Array,
): Promise<boolean> =>
	isStrict(publicKey, signature) &&
	primitives.ed25519Verify(publicKey, labelledBytes(label, [value]), signature);
