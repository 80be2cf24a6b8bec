import { type Brand, concatBytes, err, ok, type Random, type Result } from '@navette/core';
import { primitives } from './backend/select.ts';
import { symmetric } from './backend/select-symmetric.ts';
import { deriveKey } from './derive-key.ts';
import { type EnvelopeError, openEnvelope, sealEnvelope } from './envelope.ts';
import { envelopeKeyFromBytes } from './envelope-key.ts';
import type { EnvelopeContext } from './layout.ts';
import { X_WING, xWingDecapsulate, xWingEncapsulate, xWingPublicKey } from './x-wing.ts';
import { isXWingPublicKey } from './x-wing-public-key.ts';

/** 1216 bytes to which anybody can seal; born in `parseSealingPublicKey` or with its private key. */
export type SealingPublicKey = Brand<Uint8Array, 'SealingPublicKey'>;

/** A pair of X-Wing keys. */
export interface SealingKey {
	readonly publicKey: SealingPublicKey;
	/** 32 secret bytes. */
	readonly seed: Uint8Array;
}

/** Version of the format, then the number of the way keys are agreed: 1 = X-Wing. */
const HEADER = Uint8Array.of(1, 1);
const BODY_AT = HEADER.length + X_WING.ciphertext;

/** The key of a seed of 32 secret bytes; another length throws. */
export const sealingKeyFromSeed = (seed: Uint8Array): SealingKey => {
	if (seed.length !== X_WING.seed) throw new Error(`a sealing seed has ${X_WING.seed} bytes`);
	return { publicKey: xWingPublicKey(seed) as SealingPublicKey, seed: seed.slice() };
};

/** A fresh key. */
export const generateSealingKey = (deps: { readonly random: Random }): SealingKey =>
	sealingKeyFromSeed(deps.random.bytes(X_WING.seed));

/** A public key that came from elsewhere, when things can be sealed to it. */
export const parseSealingPublicKey = (bytes: Uint8Array): Result<SealingPublicKey, 'malformed'> => {
	return isXWingPublicKey(bytes)
		? ok(new Uint8Array(bytes) as Uint8Array as SealingPublicKey)
		: err('malformed');
};

type Use = 'nv/key/response' | 'nv/key/seal';

const keyFor = async (use: Use, secret: Uint8Array, publicKey: Uint8Array, sent: Uint8Array) => {
	const bound = [HEADER, symmetric.sha256(publicKey), symmetric.sha256(sent)];
	const bytes = deriveKey(secret, use, 32, ...bound);
	const key = await envelopeKeyFromBytes(bytes);
	bytes.fill(0);
	return key;
};

/** The key of what is sealed, and that of its one answer; the secret is gone afterwards. */
const agreedKeys = async (secret: Uint8Array, publicKey: Uint8Array, ciphertext: Uint8Array) => {
	const asked = await keyFor('nv/key/seal', secret, publicKey, ciphertext);
	const answered = await keyFor('nv/key/response', secret, publicKey, ciphertext);
	secret.fill(0);
	return { asked, answered };
};

/** Something sealed to somebody who will answer. */
export interface SealedAsking {
	/** `1 ‖ 1 ‖ X-Wing ciphertext ‖ envelope nv1` */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Opens the answer to this very asking: nobody but the owner of the key could seal it. */
	openAnswer(
		context: EnvelopeContext,
		bytes: Uint8Array,
	): Promise<Result<Uint8Array, EnvelopeError>>;
}

/** Something that was sealed to this key, opened. */
export interface OpenedAsking {
	readonly data: Uint8Array;
	/** Seals the answer to who asked. */
	sealAnswer(
		context: EnvelopeContext,
		data: Uint8Array,
		deps: { readonly random: Random },
	): Promise<Uint8Array<ArrayBuffer>>;
}

/** Seals `data` for the owner of a public key, who can answer without knowing who asked. */
export const sealAsking = async (
	publicKey: SealingPublicKey,
	context: EnvelopeContext,
	data: Uint8Array,
	deps: { readonly random: Random },
): Promise<SealedAsking> => {
	const coins = deps.random.bytes(X_WING.coins);
	const { ciphertext, secret } = xWingEncapsulate(publicKey, coins);
	const { asked, answered } = await agreedKeys(secret, publicKey, ciphertext);
	return {
		bytes: concatBytes(HEADER, ciphertext, await sealEnvelope(asked, context, data, deps)),
		openAnswer: (expected, bytes) => openEnvelope(answered, expected, bytes),
	};
};

/** Opens what was sealed to this key for this very context, to be answered. */
export const openAsking = async (
	key: SealingKey,
	context: EnvelopeContext,
	bytes: Uint8Array,
): Promise<Result<OpenedAsking, EnvelopeError>> => {
	if (bytes.length <= BODY_AT) return err('malformed');
	if (bytes[0] !== HEADER[0] || bytes[1] !== HEADER[1]) return err('suite');
	const ciphertext = bytes.subarray(HEADER.length, BODY_AT);
	const secret = await xWingDecapsulate(primitives, key.seed, key.publicKey, ciphertext);
	if (secret === undefined) return err('refused');
	const { asked, answered } = await agreedKeys(secret, key.publicKey, ciphertext);
	const opened = await openEnvelope(asked, context, bytes.subarray(BODY_AT));
	if (!opened.ok) return opened;
	return ok({
		data: opened.value,
		sealAnswer: (about, data, deps) => sealEnvelope(answered, about, data, deps),
	});
};

/** Seals `data` for the owner of a public key: `1 ‖ 1 ‖ X-Wing ciphertext ‖ envelope nv1`. */
export const sealTo = async (
	publicKey: SealingPublicKey,
	context: EnvelopeContext,
	data: Uint8Array,
	deps: { readonly random: Random },
): Promise<Uint8Array<ArrayBuffer>> => (await sealAsking(publicKey, context, data, deps)).bytes;

/** Opens what was sealed to this key for this very context. Says nothing of who sealed it. */
export const openSealed = async (
	key: SealingKey,
	context: EnvelopeContext,
	bytes: Uint8Array,
): Promise<Result<Uint8Array, EnvelopeError>> => {
	const opened = await openAsking(key, context, bytes);
	return opened.ok ? ok(opened.value.data) : opened;
};
