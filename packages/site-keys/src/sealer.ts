import {
	createCipheriv,
	createDecipheriv,
	createSecretKey,
	hkdfSync,
	type KeyObject,
} from 'node:crypto';
import type { Random } from '@navette/core';
import type { KeyRing, SiteKey } from './key-ring.ts';

/*
 * byte 0       format = 1
 * 1..4         number of the key, big endian
 * 5..16        nonce (12 random bytes)
 * 17..         AES-256-GCM ciphertext, then its tag (16)
 * key          HKDF-SHA256(secret, salt = empty, info = "navette/at-rest/1/" place.key, 32)
 * associated   bytes 0..4, then place.bound in UTF-8
 */
const FORMAT = 1;
const HEADER = 5;
const NONCE = 12;
const TAG = 16;

/** Bytes that sealing adds to a value. */
export const SEALING_OVERHEAD = HEADER + NONCE + TAG;

/** Where a value opens, and nowhere else. */
export interface Place {
	/** Names the derived key: values of many places may share it. */
	readonly key: string;
	/** Everything the value is bound to. */
	readonly bound: string;
}

/** Seals values under a ring, each bound to its place. */
export interface Sealer {
	seal(place: Place, bytes: Uint8Array): Uint8Array;
	/** By a key of the ring, by its number; `undefined` when it is not there. */
	sealWith(id: number, place: Place, bytes: Uint8Array): Uint8Array | undefined;
	/** `undefined` when the bytes were altered, moved, or sealed by a key that is not there. */
	open(place: Place, bytes: Uint8Array): Uint8Array | undefined;
}

const numberAt = (bytes: Uint8Array, at: number): number => {
	let number = 0;
	for (let place = at; place < at + 4; place++) number = number * 256 + (bytes[place] ?? 0);
	return number;
};

/** Number of the key that sealed a value; `undefined` when it is no sealed value. */
export const keyOfSealed = (bytes: Uint8Array): number | undefined =>
	bytes.length < SEALING_OVERHEAD || bytes[0] !== FORMAT ? undefined : numberAt(bytes, 1);

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

/** Joins header and place in memory used again at the next call: ciphers read it at once. */
const createAssociated = () => {
	let room = Buffer.alloc(512);
	return (header: Uint8Array, { bound }: Place): Uint8Array => {
		if (room.length < HEADER + 3 * bound.length) room = Buffer.alloc(HEADER + 3 * bound.length);
		room.set(header);
		return room.subarray(0, HEADER + room.write(bound, HEADER));
	};
};

/** The first bytes of what a key seals. */
const headerOf = ({ id }: SiteKey): Uint8Array => {
	const header = new Uint8Array(HEADER);
	header[0] = FORMAT;
	new DataView(header.buffer).setUint32(1, id);
	return header;
};

/** What a key of the ring seals with, remembered as long as it is itself. */
interface InUse {
	readonly header: Uint8Array;
	/** Keys derived for places, by their name. */
	readonly derived: Map<string, KeyObject>;
}

const createDerivation = () => {
	const known = new WeakMap<SiteKey, InUse>();
	const inUse = (key: SiteKey): InUse => {
		let use = known.get(key);
		if (!use) {
			use = { header: headerOf(key), derived: new Map() };
			known.set(key, use);
		}
		return use;
	};
	const keyFor = ({ secret }: SiteKey, { derived }: InUse, name: string): KeyObject => {
		const found = derived.get(name);
		if (found) return found;
		const info = `navette/at-rest/${FORMAT}/${name}`;
		const bytes = hkdfSync('sha256', secret, new Uint8Array(), info, 32);
		const fresh = createSecretKey(new Uint8Array(bytes));
		derived.set(name, fresh);
		return fresh;
	};
	return { inUse, keyFor };
};

/** Seals with Node's own AES-256-GCM. The ring is asked each time: it may be another one. */
export const createSealer = (ring: () => KeyRing, random: Random): Sealer => {
	const nextNonce = createNonces(random);
	const { inUse, keyFor } = createDerivation();
	const associatedOf = createAssociated();
	const sealBy = (key: SiteKey, place: Place, bytes: Uint8Array): Uint8Array => {
		const use = inUse(key);
		const nonce = nextNonce();
		const cipher = createCipheriv('aes-256-gcm', keyFor(key, use, place.key), nonce);
		cipher.setAAD(associatedOf(use.header, place));
		const body = cipher.update(bytes);
		cipher.final();
		const sealed = Buffer.allocUnsafe(SEALING_OVERHEAD + body.length);
		sealed.set(use.header);
		sealed.set(nonce, HEADER);
		sealed.set(body, HEADER + NONCE);
		sealed.set(cipher.getAuthTag(), HEADER + NONCE + body.length);
		return sealed;
	};
	return {
		seal(place, bytes) {
			const current = ring().keys.at(-1);
			if (!current) throw new Error('a key ring without a key');
			return sealBy(current, place, bytes);
		},
		sealWith(id, place, bytes) {
			const key = ring().keys.find((one) => one.id === id);
			return key && sealBy(key, place, bytes);
		},
		open(place, bytes) {
			const number = keyOfSealed(bytes);
			const key = ring().keys.find((one) => one.id === number);
			if (!key) return undefined;
			const use = inUse(key);
			const nonce = bytes.subarray(HEADER, HEADER + NONCE);
			const decipher = createDecipheriv('aes-256-gcm', keyFor(key, use, place.key), nonce, {
				authTagLength: TAG,
			});
			/* its first bytes are those of the key: `keyOfSealed` has looked at each */
			decipher.setAAD(associatedOf(use.header, place));
			decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
			const opened = decipher.update(bytes.subarray(HEADER + NONCE, bytes.length - TAG));
			try {
				decipher.final();
				return plain(opened);
			} catch {
				return undefined;
			}
		},
	};
};
