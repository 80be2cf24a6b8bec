import type { Aead, AeadKey } from './aead.ts';
import { digest } from './digest.ts';
import { type EnvelopeKey, hkdf } from './envelope-key.ts';
import { HEADER_LENGTH, NONCE_AT, PLACE_AT, seriesInfoBytes } from './layout.ts';

/** What seals and opens the envelopes of one series. */
export interface SeriesKey {
	readonly cipher: AeadKey;
	readonly commitment: Uint8Array;
}

/** Random bytes that name a series: what the nonces of its envelopes begin with. */
export const SALT_LENGTH = PLACE_AT - NONCE_AT;

let info: Promise<Uint8Array> | undefined;

const infoDigest = (): Promise<Uint8Array> => {
	info ??= digest(seriesInfoBytes());
	return info;
};

/** Derives the key of the series that a salt names. */
export const seriesKeyOf = async (
	key: EnvelopeKey,
	salt: Uint8Array,
	aead: Aead,
): Promise<SeriesKey> => {
	const okm = await hkdf(key, salt, await infoDigest(), 64);
	const cipher = await aead(okm.subarray(0, 32));
	okm.fill(0, 0, 32);
	return { cipher, commitment: okm.slice(32) };
};

/** The initialisation vector of an envelope: eight zeros, then its place as its header carries it. */
export const ivOf = (envelope: Uint8Array): Uint8Array => {
	const iv = new Uint8Array(12);
	for (let at = 0; at < 4; at++) iv[8 + at] = envelope[PLACE_AT + at] ?? 0;
	return iv;
};

/** Joins the header that an envelope begins with and context, in an array used again at the next call. */
export const createAssociated = () => {
	let room = new Uint8Array(HEADER_LENGTH + 256);
	return (envelope: Uint8Array, context: Uint8Array): Uint8Array => {
		const length = HEADER_LENGTH + context.length;
		if (room.length < length) room = new Uint8Array(2 * length);
		for (let at = 0; at < HEADER_LENGTH; at++) room[at] = envelope[at] ?? 0;
		room.set(context, HEADER_LENGTH);
		return room.subarray(0, length);
	};
};
