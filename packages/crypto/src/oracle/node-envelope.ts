/**
 * The same format written a second time, from `docs/crypto.md` alone, on `node:crypto`, synchronous,
 * with its own CBOR of contexts: what the tests compare the real one with.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

const head = (major: number, value: number): Buffer => {
	const type = major << 5;
	if (value < 24) return Buffer.of(type | value);
	if (value < 0x100) return Buffer.of(type | 24, value);
	if (value < 0x10000) return Buffer.of(type | 25, value >> 8, value & 255);
	const wide = value > 0xffffffff;
	const bytes = Buffer.alloc(wide ? 9 : 5);
	bytes[0] = type | (wide ? 27 : 26);
	if (wide) bytes.writeBigUInt64BE(BigInt(value), 1);
	else bytes.writeUInt32BE(value, 1);
	return bytes;
};

/** What the contexts and the signed values of the tests hold. */
export type Written = string | number | Uint8Array | readonly Written[];

const item = (value: Written): Buffer => {
	if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
	if (typeof value !== 'string' && !(value instanceof Uint8Array)) return listOf(value);
	const bytes = Buffer.from(value);
	return Buffer.concat([head(typeof value === 'string' ? 3 : 2, bytes.length), bytes]);
};

/** CBOR of an array. */
export const listOf = (values: readonly Written[]): Buffer =>
	Buffer.concat([head(4, values.length), ...values.map(item)]);

const keysOf = (key: Uint8Array, nonce: Uint8Array, ctx: Buffer) => {
	const hash = createHash('sha256');
	const info = hash.update(listOf(['cz1/env', Buffer.of(1, 1), ctx])).digest();
	const okm = Buffer.from(hkdfSync('sha256', key, nonce, info, 64));
	return { cipher: okm.subarray(0, 32), commitment: okm.subarray(32) };
};

/** Padmé with shifts, as the paper writes it. */
const padded = (length: number): number => {
	const exponent = 31 - Math.clz32(length);
	const bits = exponent - (31 - Math.clz32(exponent)) - 1;
	const mask = (1 << bits) - 1;
	return Math.max(256, (length + mask) & ~mask);
};

/** Seals a plaintext whose padding is the caller's, with a false commitment if one is given. */
export const sealUnpaddedWithNode = (
	key: Uint8Array,
	context: readonly (string | number)[],
	plain: Uint8Array,
	nonce: Uint8Array,
	commitment?: Uint8Array,
): Buffer => {
	const ctx = listOf(['nv1', ...context]);
	const keys = keysOf(key, nonce, ctx);
	const header = Buffer.concat([Buffer.of(1, 1), nonce, commitment ?? keys.commitment]);
	const cipher = createCipheriv('aes-256-gcm', keys.cipher, Buffer.alloc(12));
	cipher.setAAD(Buffer.concat([header, ctx]));
	return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

export const sealWithNode = (
	key: Uint8Array,
	context: readonly (string | number)[],
	data: Uint8Array,
	nonce: Uint8Array,
): Buffer => {
	const plain = Buffer.alloc(padded(4 + data.length));
	plain.writeUInt32BE(data.length);
	plain.set(data, 4);
	return sealUnpaddedWithNode(key, context, plain, nonce);
};

export const openWithNode = (
	key: Uint8Array,
	context: readonly (string | number)[],
	envelope: Uint8Array,
): Buffer => {
	const ctx = listOf(['nv1', ...context]);
	const keys = keysOf(key, envelope.subarray(2, 26), ctx);
	const cipher = createDecipheriv('aes-256-gcm', keys.cipher, Buffer.alloc(12));
	cipher.setAAD(Buffer.concat([envelope.subarray(0, 58), ctx]));
	cipher.setAuthTag(envelope.subarray(-16));
	const plain = Buffer.concat([cipher.update(envelope.subarray(58, -16)), cipher.final()]);
	return plain.subarray(4, 4 + plain.readUInt32BE());
};

/**
 * Seals one envelope of a series (suite 3): the key comes from the salt, the vector from the place. With
 * a false commitment if one is given.
 */
export const sealInSeriesWithNode = (
	key: Uint8Array,
	context: readonly (string | number)[],
	data: Uint8Array,
	salt: Uint8Array,
	place: number,
	commitment?: Uint8Array,
): Buffer => {
	const info = createHash('sha256')
		.update(listOf(['cz1/series', Buffer.of(1, 3)]))
		.digest();
	const okm = Buffer.from(hkdfSync('sha256', key, salt, info, 64));
	const at = Buffer.alloc(4);
	at.writeUInt32BE(place);
	const header = Buffer.concat([Buffer.of(1, 3), salt, at, commitment ?? okm.subarray(32)]);
	const plain = Buffer.alloc(padded(4 + data.length));
	plain.writeUInt32BE(data.length);
	plain.set(data, 4);
	const cipher = createCipheriv(
		'aes-256-gcm',
		okm.subarray(0, 32),
		Buffer.concat([Buffer.alloc(8), at]),
	);
	cipher.setAAD(Buffer.concat([header, listOf(['nv1', ...context])]));
	return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};
