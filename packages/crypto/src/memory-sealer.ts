import { concatBytes, err, type Random, type Result } from '@navette/core';
import type { SymmetricPrimitives } from './backend/primitives.ts';
import { symmetric } from './backend/select-symmetric.ts';
import { equalConstantTime } from './constant-time.ts';
import type { EnvelopeError } from './envelope.ts';
import {
	COMMITMENT_AT,
	contextBytes,
	type EnvelopeContext,
	HEADER_LENGTH,
	headerBytes,
	infoBytes,
	NONCE_AT,
	SUITE_HKDF_SHA256_AES256GCM,
	TAG_LENGTH,
	VERSION,
} from './layout.ts';
import { padPlaintext, unpadPlaintext } from './padding.ts';

/**
 * The same envelopes without waiting, under a key whose bytes are in memory: for thousands of small
 * documents. Derive its key from one kept by the platform, and `close` it when the screen locks.
 */
export interface MemorySealer {
	seal(context: EnvelopeContext, data: Uint8Array): Uint8Array<ArrayBuffer>;
	open(context: EnvelopeContext, bytes: Uint8Array): Result<Uint8Array, EnvelopeError>;
	/** Wipes the key; using it afterwards throws. */
	close(): void;
}

const SUITE = SUITE_HKDF_SHA256_AES256GCM;
const NONCE_LENGTH = COMMITMENT_AT - NONCE_AT;
const ZERO_IV = new Uint8Array(12);

/** @param key 32 secret bytes, copied; another length throws */
export const createMemorySealer = (
	key: Uint8Array,
	deps: { readonly random: Random },
	primitives: SymmetricPrimitives = symmetric,
): MemorySealer => {
	if (key.length !== 32) throw new Error('an envelope key has 32 bytes');
	const kept = key.slice();
	let isClosed = false;
	const derive = (nonce: Uint8Array, ctx: Uint8Array) => {
		if (isClosed) throw new Error('this sealer was closed');
		const info = primitives.sha256(infoBytes(SUITE, ctx));
		const okm = primitives.hkdfSha256(kept, nonce, info, 64);
		return { cipher: okm.subarray(0, 32), commitment: okm.subarray(32) };
	};
	return {
		seal(context, data) {
			const ctx = contextBytes(context);
			const nonce = deps.random.bytes(NONCE_LENGTH);
			const { cipher, commitment } = derive(nonce, ctx);
			const header = headerBytes(SUITE, nonce, commitment);
			const bound = concatBytes(header, ctx);
			const body = primitives.aesGcm(cipher).seal(ZERO_IV, bound, padPlaintext(data));
			cipher.fill(0);
			return concatBytes(header, body);
		},
		open(context, bytes) {
			if (bytes.length < HEADER_LENGTH + TAG_LENGTH) return err('malformed');
			if (bytes[0] !== VERSION || bytes[1] !== SUITE) return err('suite');
			const ctx = contextBytes(context);
			const header = bytes.subarray(0, HEADER_LENGTH);
			const { cipher, commitment } = derive(bytes.subarray(NONCE_AT, COMMITMENT_AT), ctx);
			if (!equalConstantTime(commitment, bytes.subarray(COMMITMENT_AT, HEADER_LENGTH)))
				return err('refused');
			const bound = concatBytes(header, ctx);
			const body = bytes.subarray(HEADER_LENGTH);
			const padded = primitives.aesGcm(cipher).open(ZERO_IV, bound, body);
			cipher.fill(0);
			return padded ? unpadPlaintext(padded) : err('refused');
		},
		close() {
			kept.fill(0);
			isClosed = true;
		},
	};
};
