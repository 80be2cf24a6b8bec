import { err, ok, type Result } from '@navette/core';
import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { nestingOfCbor } from './cbor-nesting.ts';

/** Why bytes are not a value we accept. */
export type CodecError = 'malformed' | 'too-deep' | 'not-canonical';

/** Deepest nesting of arrays and maps accepted anywhere. */
export const MAX_DEPTH = 32;

const ENCODING = { ...rfc8949EncodeOptions, ignoreUndefinedProperties: true };
const DECODING = {
	strict: true,
	allowIndefinite: false,
	allowUndefined: false,
	allowNaN: false,
	allowInfinity: false,
	allowBigInt: false,
	rejectDuplicateMapKeys: true,
} as const;

/**
 * Deterministic CBOR (RFC 8949 §4.2) of a plain value: safe integers, finite floats, well-formed
 * text, byte strings, arrays, objects, booleans, null. Properties that are `undefined` are absent.
 */
export const encodeCbor = (value: unknown): Uint8Array => plainBytes(encode(value, ENCODING));

/** In Node the encoder hands out some results as Buffers, whose `slice` shares memory. */
const plainBytes = (bytes: Uint8Array): Uint8Array =>
	bytes.constructor === Uint8Array
		? bytes
		: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A value from CBOR: one item, no more bytes, bounded nesting, no tag, no duplicate key. */
export const decodeCbor = (bytes: Uint8Array): Result<unknown, CodecError> => {
	const depth = nestingOfCbor(bytes, MAX_DEPTH);
	if (depth === undefined) return err('malformed');
	if (depth > MAX_DEPTH) return err('too-deep');
	try {
		return ok(decode(bytes, DECODING));
	} catch {
		return err('malformed');
	}
};

/**
 * As `decodeCbor`, and the bytes are the one deterministic encoding of the value: what is signed or
 * sealed can be written in no second way.
 */
export const decodeCanonicalCbor = (bytes: Uint8Array): Result<unknown, CodecError> => {
	const decoded = decodeCbor(bytes);
	if (!decoded.ok) return decoded;
	const again = encodeCbor(decoded.value);
	const same = again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
	return same ? decoded : err('not-canonical');
};
