import { concatBytes, err, type Random, type Result } from '@navette/core';
import type { AeadKey } from './aead.ts';
import { equalConstantTime } from './constant-time.ts';
import { defaultAead } from './default-aead.ts';
import { digest } from './digest.ts';
import { type EnvelopeKey, hkdf } from './envelope-key.ts';
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
 * Why an envelope is not opened: `malformed` = not one; `suite` = a version or suite not allowed
 * here; `refused` = another key, another context, or changed bytes; `padding` = sealed by somebody
 * who has the key but does not pad as we do.
 */
export type EnvelopeError = 'malformed' | 'suite' | 'refused' | 'padding';

const DEFAULT_SUITES: readonly number[] = [SUITE_HKDF_SHA256_AES256GCM];
const NONCE_LENGTH = COMMITMENT_AT - NONCE_AT;
/** Each envelope has a key of its own, so its one initialisation vector is zero. */
const ZERO_IV = new Uint8Array(12);

interface MessageKeys {
	readonly cipher: AeadKey;
	readonly commitment: Uint8Array;
}

const deriveKeys = async (
	key: EnvelopeKey,
	suite: number,
	nonce: Uint8Array,
	context: Uint8Array,
): Promise<MessageKeys> => {
	const info = await digest(infoBytes(suite, context));
	const okm = await hkdf(key, nonce, info, 64);
	const cipher = await defaultAead(okm.subarray(0, 32));
	okm.fill(0, 0, 32);
	return { cipher, commitment: okm.subarray(32) };
};

/** Seals `data` for whoever has the key and knows the context. Suite 1, format `nv1`. */
export const sealEnvelope = async (
	key: EnvelopeKey,
	context: EnvelopeContext,
	data: Uint8Array,
	deps: { readonly random: Random },
): Promise<Uint8Array<ArrayBuffer>> => {
	const suite = SUITE_HKDF_SHA256_AES256GCM;
	const ctx = contextBytes(context);
	const nonce = deps.random.bytes(NONCE_LENGTH);
	const keys = await deriveKeys(key, suite, nonce, ctx);
	const header = headerBytes(suite, nonce, keys.commitment);
	const bound = concatBytes(header, ctx);
	return concatBytes(header, await keys.cipher.seal(ZERO_IV, bound, padPlaintext(data)));
};

/** Opens an envelope sealed by this key for this very context. `suites` = those allowed here. */
export const openEnvelope = async (
	key: EnvelopeKey,
	context: EnvelopeContext,
	bytes: Uint8Array,
	suites: readonly number[] = DEFAULT_SUITES,
): Promise<Result<Uint8Array, EnvelopeError>> => {
	if (bytes.length < HEADER_LENGTH + TAG_LENGTH) return err('malformed');
	const suite = bytes[1] ?? 0;
	const known = suite === SUITE_HKDF_SHA256_AES256GCM && suites.includes(suite);
	if (bytes[0] !== VERSION || !known) return err('suite');
	const ctx = contextBytes(context);
	const header = bytes.subarray(0, HEADER_LENGTH);
	const nonce = bytes.subarray(NONCE_AT, COMMITMENT_AT);
	const keys = await deriveKeys(key, suite, nonce, ctx);
	if (!equalConstantTime(keys.commitment, bytes.subarray(COMMITMENT_AT, HEADER_LENGTH)))
		return err('refused');
	const bound = concatBytes(header, ctx);
	const padded = await keys.cipher.open(ZERO_IV, bound, bytes.subarray(HEADER_LENGTH));
	return padded ? unpadPlaintext(padded) : err('refused');
};
