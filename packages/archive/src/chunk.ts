import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '@navette/core';

/*
 * 0..3     length of what follows, big endian
 * 4..15    nonce (12 random bytes)
 * 16..     AES-256-GCM ciphertext, then its tag (16)
 * additional data = number of the chunk from 0 (8 bytes, big endian), 1 when it is the last, else 0
 * plaintext = kind (1 byte), payload
 */
const LENGTH = 4;
const NONCE = 12;
const TAG = 16;

/** Bytes a chunk has besides its payload. */
export const CHUNK_OVERHEAD = LENGTH + NONCE + 1 + TAG;
/** Longest chunk read: one record is never longer than a few mebibytes. */
export const LONGEST_CHUNK = 64 * 2 ** 20;

/** What a chunk holds: records one after the other, bytes of a content, the manifest. */
export const KIND = { records: 1, bytes: 2, manifest: 3 } as const;
export type ChunkKind = (typeof KIND)[keyof typeof KIND];

/** Where a chunk stands. */
export interface ChunkPlace {
	readonly number: number;
	readonly isLast: boolean;
}

const additionalOf = ({ number, isLast }: ChunkPlace): Buffer => {
	const bytes = Buffer.alloc(9);
	bytes.writeBigUInt64BE(BigInt(number));
	bytes[8] = isLast ? 1 : 0;
	return bytes;
};

const isKind = (kind: number | undefined): kind is ChunkKind =>
	kind === KIND.records || kind === KIND.bytes || kind === KIND.manifest;

/** A chunk, its length before it. */
export const sealChunk = (
	key: Uint8Array,
	place: ChunkPlace,
	kind: ChunkKind,
	payload: Uint8Array,
	random: Random,
): Uint8Array => {
	const nonce = random.bytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', key, nonce);
	cipher.setAAD(additionalOf(place));
	const parts = [cipher.update(Uint8Array.of(kind)), cipher.update(payload), cipher.final()];
	const sealed = Buffer.concat([nonce, ...parts, cipher.getAuthTag()]);
	const length = Buffer.alloc(LENGTH);
	length.writeUInt32BE(sealed.length);
	return Buffer.concat([length, sealed]);
};

/** What a chunk holds, from its bytes after the length; `undefined` when it does not open there. */
export const openChunk = (
	key: Uint8Array,
	place: ChunkPlace,
	sealed: Uint8Array,
): { readonly kind: ChunkKind; readonly payload: Uint8Array } | undefined => {
	if (sealed.length < NONCE + 1 + TAG) return undefined;
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), {
		authTagLength: TAG,
	});
	decipher.setAAD(additionalOf(place));
	decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
	const opened = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
	try {
		decipher.final();
	} catch {
		return undefined;
	}
	const kind = opened[0];
	return isKind(kind) ? { kind, payload: new Uint8Array(opened.subarray(1)) } : undefined;
};
