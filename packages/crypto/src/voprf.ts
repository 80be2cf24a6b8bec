import { err, ok, type Random, type Result, utf8ToBytes } from '@navette/core';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

/** The key of a server that evaluates without seeing, RFC 9497, mode VOPRF, ristretto255-SHA512. */
export interface VoprfKey {
	/** 32 bytes. */
	readonly secretKey: Uint8Array;
	/** 32 bytes, pinned by the device that will use it. */
	readonly publicKey: Uint8Array;
}

/** What a device keeps between asking and finishing. */
export interface Blinded {
	/** The secret scalar. */
	readonly blind: Uint8Array;
	/** 32 bytes to send. */
	readonly blinded: Uint8Array;
}

/** What a server answers: 32 bytes, and the proof (64) that its pinned key made them. */
export interface Evaluation {
	readonly evaluated: Uint8Array;
	readonly proof: Uint8Array;
}

const { voprf } = ristretto255_oprf;
const INFO = utf8ToBytes('nv/voprf');
const ELEMENT_LENGTH = 32;
const PROOF_LENGTH = 64;

/** The key of a seed of 32 secret bytes. */
export const voprfKeyFromSeed = (seed: Uint8Array): VoprfKey => voprf.deriveKeyPair(seed, INFO);

/** A fresh key. */
export const generateVoprfKey = (deps: { readonly random: Random }): VoprfKey =>
	voprfKeyFromSeed(deps.random.bytes(32));

/** Device, first: hides the input (at most 65,535 bytes). */
export const blind = (input: Uint8Array, deps: { readonly random: Random }): Blinded =>
	voprf.blind(input, (length = 32) => new Uint8Array(deps.random.bytes(length)));

/** Server: evaluates without learning anything of the input. `malformed` = not an element. */
export const evaluate = (
	key: VoprfKey,
	blinded: Uint8Array,
	deps: { readonly random: Random },
): Result<Evaluation, 'malformed'> => {
	const rng = (length = 32) => new Uint8Array(deps.random.bytes(length));
	if (blinded.length !== ELEMENT_LENGTH) return err('malformed');
	return attempt(
		() => voprf.blindEvaluate(key.secretKey, key.publicKey, blinded, rng),
		'malformed',
	);
};

/**
 * Device, last: 64 bytes that only this input and that key give. `proof` = the answer was not made
 * by the key of `pinned` from what was sent.
 */
export const finalize = (
	pinned: Uint8Array,
	input: Uint8Array,
	asked: Blinded,
	answer: Evaluation,
): Result<Uint8Array, 'proof'> => {
	const { evaluated, proof } = answer;
	if (evaluated.length !== ELEMENT_LENGTH || proof.length !== PROOF_LENGTH) return err('proof');
	return attempt(
		() => voprf.finalize(input, asked.blind, evaluated, asked.blinded, pinned, proof),
		'proof',
	);
};

/** The library says with plain errors that bytes are no element or that a proof is wrong. */
function attempt<T, E>(work: () => T, otherwise: E): Result<T, E> {
	try {
		return ok(work());
	} catch (error) {
		if (error instanceof Error) return err(otherwise);
		throw error;
	}
}
