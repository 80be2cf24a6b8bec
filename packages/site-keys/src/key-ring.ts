import {
	base64UrlToBytes,
	bytesToBase64Url,
	err,
	ok,
	type Random,
	type Result,
} from '@navette/core';

/** One key of a site: 32 random bytes, and the number that names it in what it sealed. */
export interface SiteKey {
	/** 1 to 2³²−1, never given twice. */
	readonly id: number;
	readonly secret: Uint8Array;
}

/** Keys of a site, the newest last: it seals, all of them open. */
export interface KeyRing {
	readonly keys: readonly SiteKey[];
}

/** Bytes of a secret. */
const SECRET_LENGTH = 32;

/** A ring with one fresh key. */
export const newKeyRing = (random: Random): KeyRing => ({
	keys: [{ id: 1, secret: random.bytes(SECRET_LENGTH) }],
});

/** The ring with a fresh key that seals from now on; the others go on opening. */
export const rotateKeyRing = (ring: KeyRing, random: Random): KeyRing => {
	const id = Math.max(0, ...ring.keys.map((key) => key.id)) + 1;
	return { keys: [...ring.keys, { id, secret: random.bytes(SECRET_LENGTH) }] };
};

/** Text of a ring, one `id:secret` (base64url) a line. */
export const keyRingToText = (ring: KeyRing): string =>
	ring.keys.map((key) => `${key.id}:${bytesToBase64Url(key.secret)}\n`).join('');

/** Whether a secret is one that somebody typed rather than drew: few different bytes. */
const isWeak = (secret: Uint8Array): boolean => new Set(secret).size < 12;

const parseLine = (line: string, at: number): Result<SiteKey, string> => {
	const [, number, text] = /^(\d{1,10}):([A-Za-z0-9_-]+)$/.exec(line) ?? [];
	const id = Number(number);
	const secret = base64UrlToBytes(text ?? '');
	if (!secret || !Number.isInteger(id) || id < 1 || id > 0xffff_ffff)
		return err(`line ${at} is not "number:secret in base64url"`);
	if (secret.length < SECRET_LENGTH)
		return err(`key ${id} has ${secret.length} bytes, ${SECRET_LENGTH} are needed`);
	if (secret.length > SECRET_LENGTH) return err(`key ${id} has more than ${SECRET_LENGTH} bytes`);
	return isWeak(secret) ? err(`key ${id} is not random: draw one`) : ok({ id, secret });
};

/** A ring from its text; the error says which line is wrong, and never shows a secret. */
export const textToKeyRing = (text: string): Result<KeyRing, string> => {
	const keys: SiteKey[] = [];
	for (const [at, line] of text.split('\n').entries()) {
		if (line.trim() === '' || line.startsWith('#')) continue;
		const key = parseLine(line.trim(), at + 1);
		if (!key.ok) return key;
		if (keys.some((one) => one.id === key.value.id)) return err(`key ${key.value.id} stands twice`);
		keys.push(key.value);
	}
	return keys.length > 0 ? ok({ keys }) : err('there is no key in it');
};
