import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

/** An integer from its little-endian bytes. */
export const littleEndian = (bytes: Uint8Array): bigint => {
	let value = 0n;
	for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at] ?? 0);
	return value;
};

const decodePoint = (bytes: Uint8Array) => {
	try {
		return Point.fromBytes(bytes, false);
	} catch (error) {
		// The library's only way to say that no point has this encoding.
		if (error instanceof Error) return undefined;
		throw error;
	}
};

/**
 * RFC 8032 §5.1.7 without the cofactor, as OpenSSL, BoringSSL and NSS do it: the encoding of
 * `s·B − k·A` is compared with R. (The library's own verification multiplies by the cofactor, and
 * would accept signatures that the others refuse.) Public data only, so time may vary.
 */
export const verifyCofactorless = (
	publicKey: Uint8Array,
	message: Uint8Array,
	signature: Uint8Array,
): boolean => {
	const key = decodePoint(publicKey);
	if (key === undefined) return false;
	const r = signature.subarray(0, 32);
	const s = littleEndian(signature.subarray(32));
	if (s >= ORDER) return false;
	const digest = sha512.create().update(r).update(publicKey).update(message).digest();
	const k = littleEndian(digest) % ORDER;
	const expected = Point.BASE.multiplyUnsafe(s).add(key.negate().multiplyUnsafe(k)).toBytes();
	return expected.every((byte, at) => byte === r[at]);
};
