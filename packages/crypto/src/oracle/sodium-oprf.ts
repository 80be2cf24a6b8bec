/** RFC 9497 §3.3.2, `Evaluate` of the VOPRF with ristretto255-SHA512, on libsodium: a second one. */
import { createHash } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';

const CONTEXT = 'OPRFV1-\u0001-ristretto255-SHA512';
const sha512 = (...parts: readonly Uint8Array[]): Buffer => {
	const hash = createHash('sha512');
	for (const part of parts) hash.update(part);
	return hash.digest();
};

/** 64 bytes of `expand_message_xmd`, RFC 9380 §5.3.1. */
const expand = (message: Uint8Array): Buffer => {
	const name = Buffer.from(`HashToGroup-${CONTEXT}`);
	const tag = Buffer.concat([name, Buffer.of(name.length)]);
	const first = sha512(Buffer.alloc(128), message, Buffer.of(0, 64, 0), tag);
	return sha512(first, Buffer.of(1), tag);
};

const prefixed = (bytes: Uint8Array): Buffer =>
	Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 255), bytes]);

/** What blinding, evaluating and finishing give together, computed at once by who has the key. */
export const evaluateWithSodium = async (
	secretKey: Uint8Array,
	input: Uint8Array,
): Promise<Buffer> => {
	await sodium.ready;
	const point = sodium.crypto_core_ristretto255_from_hash(expand(input));
	const evaluated = sodium.crypto_scalarmult_ristretto255(secretKey, point);
	return sha512(prefixed(input), prefixed(evaluated), Buffer.from('Finalize'));
};
