import {
	createCipheriv,
	createDecipheriv,
	createSecretKey,
	hkdfSync,
	type KeyObject,
} from 'node:crypto';
import type { Random } from '@navette/core';
import type { RowCipher, RowContext } from '@navette/storage';
import type { KeyRing, SiteKey } from './key-ring.ts';

/*
 * byte 0       format = 1
 * 1..4         number of the key, big endian
 * 5..16        nonce (12 random bytes)
 * 17..         AES-256-GCM ciphertext, then its tag (16)
 * key          HKDF-SHA256(secret, salt = empty, info = "navette/at-rest/1/" table "/" org, 32)
 * associated   bytes 0..4, then "org NUL table NUL length of row NUL row… NUL version" in UTF-8
 */
const FORMAT = 1;
const HEADER = 5;
const NONCE = 12;
const TAG = 16;

const associatedOf = (header: Uint8Array, context: RowContext): Buffer =>
	Buffer.concat([
		header,
		Buffer.from(
			[context.org, context.table, context.row.length, ...context.row, context.version].join('\0'),
		),
	]);

/** Random nonces, drawn many at a time: a call to the system costs more than sealing a row. */
const createNonces = (random: Random): (() => Uint8Array) => {
	let drawn = new Uint8Array();
	let at = 0;
	return () => {
		if (at === drawn.length) {
			drawn = Uint8Array.from(random.bytes(NONCE * 256));
			at = 0;
		}
		at += NONCE;
		return drawn.subarray(at - NONCE, at);
	};
};

const plain = (bytes: Buffer): Uint8Array =>
	new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);

/**
 * Seals rows with Node's own AES-256-GCM; a key of its own for each table of an organisation. The
 * ring is asked each time, so that a new key seals from one write to the next.
 */
export const createSiteCipher = (ring: () => KeyRing, random: Random): RowCipher => {
	const nextNonce = createNonces(random);
	const derived = new WeakMap<SiteKey, Map<string, KeyObject>>();
	const keyFor = (key: SiteKey, { table, org }: RowContext): KeyObject => {
		const ofKey = derived.get(key) ?? new Map<string, KeyObject>();
		derived.set(key, ofKey);
		const info = `navette/at-rest/${FORMAT}/${table}/${org}`;
		const known = ofKey.get(info);
		if (known) return known;
		const bytes = hkdfSync('sha256', key.secret, new Uint8Array(), info, 32);
		const fresh = createSecretKey(new Uint8Array(bytes));
		ofKey.set(info, fresh);
		return fresh;
	};
	return {
		seal(context, bytes) {
			const current = ring().keys.at(-1);
			if (!current) throw new Error('a key ring without a key');
			const header = Buffer.alloc(HEADER);
			header[0] = FORMAT;
			header.writeUInt32BE(current.id, 1);
			const nonce = nextNonce();
			const cipher = createCipheriv('aes-256-gcm', keyFor(current, context), nonce);
			cipher.setAAD(associatedOf(header, context));
			return Buffer.concat([
				header,
				nonce,
				cipher.update(bytes),
				cipher.final(),
				cipher.getAuthTag(),
			]);
		},
		open(context, bytes) {
			if (bytes.length < HEADER + NONCE + TAG || bytes[0] !== FORMAT) return undefined;
			const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
			const key = ring().keys.find((one) => one.id === sealed.readUInt32BE(1));
			if (!key) return undefined;
			const nonce = sealed.subarray(HEADER, HEADER + NONCE);
			const decipher = createDecipheriv('aes-256-gcm', keyFor(key, context), nonce, {
				authTagLength: TAG,
			});
			decipher.setAAD(associatedOf(sealed.subarray(0, HEADER), context));
			decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
			const opened = decipher.update(sealed.subarray(HEADER + NONCE, sealed.length - TAG));
			try {
				decipher.final();
				return plain(opened);
			} catch {
				return undefined;
			}
		},
	};
};
