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
	/** 1 to 2³²−1, never given twice in its ring. */
	readonly id: number;
	readonly secret: Uint8Array;
}

/** Keys for one purpose, the last one seals, all of them open. */
export interface KeyRing {
	readonly keys: readonly SiteKey[];
}

/** Bytes of a secret. */
const SECRET_LENGTH = 32;

/** A ring with one fresh key. */
export const newKeyRing = (random: Random): KeyRing => ({
	keys: [{ id: 1, secret: random.bytes(SECRET_LENGTH) }],
});

const freshKey = (ring: KeyRing, random: Random): SiteKey => ({
	id: Math.max(0, ...ring.keys.map((key) => key.id)) + 1,
	secret: random.bytes(SECRET_LENGTH),
});

/**
 * The ring with a fresh key that opens and does not seal yet: first every server of a site learns
 * it, then `rotateKeyRing` lets it seal.
 */
export const addToKeyRing = (ring: KeyRing, random: Random): KeyRing => ({
	keys: [...ring.keys.slice(0, -1), freshKey(ring, random), ...ring.keys.slice(-1)],
});

/**
 * The ring where another key seals from now on, the others go on opening: the newest one that was
 * added and never sealed, a fresh one when there is none.
 */
export const rotateKeyRing = (ring: KeyRing, random: Random): KeyRing => {
	const sealing = ring.keys.at(-1);
	const waiting = ring.keys.filter((key) => sealing !== undefined && key.id > sealing.id);
	const next = waiting.at(-1) ?? freshKey(ring, random);
	return { keys: [...ring.keys.filter((key) => key !== next), next] };
};

/** A ring with a fresh key alone: what the others sealed opens no more. */
export const renewKeyRing = (ring: KeyRing, random: Random): KeyRing => ({
	keys: [freshKey(ring, random)],
});

/** The ring without a key; a sentence when it seals, or is not there. */
export const retireFromKeyRing = (ring: KeyRing, id: number): Result<KeyRing, string> => {
	if (!ring.keys.some((key) => key.id === id)) return err(`there is no key ${id}`);
	if (ring.keys.at(-1)?.id === id) return err(`key ${id} is the one that seals: rotate first`);
	return ok({ keys: ring.keys.filter((key) => key.id !== id) });
};

/** Text of a key, `number:secret` in base64url. */
export const siteKeyToText = (key: SiteKey): string => `${key.id}:${bytesToBase64Url(key.secret)}`;

/** Whether a secret is one that somebody typed rather than drew: few different bytes. */
const isWeak = (secret: Uint8Array): boolean => new Set(secret).size < 12;

/** A key from `number:secret`; the error never shows a secret. */
export const parseSiteKey = (text: string): Result<SiteKey, string> => {
	const [, number, encoded] = /^(\d{1,10}):([A-Za-z0-9_-]+)$/.exec(text) ?? [];
	const id = Number(number);
	const secret = base64UrlToBytes(encoded ?? '');
	if (!secret || !Number.isInteger(id) || id < 1 || id > 0xffff_ffff)
		return err('it is not "number:secret in base64url"');
	if (secret.length < SECRET_LENGTH)
		return err(`key ${id} has ${secret.length} bytes, ${SECRET_LENGTH} are needed`);
	if (secret.length > SECRET_LENGTH) return err(`key ${id} has more than ${SECRET_LENGTH} bytes`);
	return isWeak(secret) ? err(`key ${id} is not random: draw one`) : ok({ id, secret });
};
