import { err, type Result } from '@navette/core';
import { decodeCbor } from './decode-cbor.ts';
import { encodeCbor } from './encode-cbor.ts';
import type { CodecError } from './limits.ts';

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
