import { encodeCbor } from '@navette/codec';
import type { Aead, AeadKey } from './aead.ts';
import { digest } from './digest.ts';
import { type EnvelopeKey, hkdf } from './envelope-key.ts';
import {
	contextBytes,
	type EnvelopeContext,
	HEADER_LENGTH,
	NONCE_AT,
	PLACE_AT,
	seriesInfoBytes,
} from './layout.ts';

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

/** Parts of a context whose number is in the first byte of its encoding. */
const FEW_PARTS = 22;
const ARRAY = 0x80;

/**
 * Joins the header that an envelope begins with and the bytes of its context, in an array used again
 * at the next call. The contexts of a series begin alike: only what differs is encoded again.
 */
export const createAssociated = () => {
	let room = new Uint8Array(HEADER_LENGTH + 256);
	let known: EnvelopeContext = [];
	/** Where the parts before the nth end in `room`; the first is where there is none. */
	let ends: number[] = [];
	const put = (bytes: Uint8Array, at: number): number => {
		const end = at + bytes.length;
		if (end > room.length) {
			const larger = new Uint8Array(2 * end);
			larger.set(room);
			room = larger;
		}
		room.set(bytes, at);
		return end;
	};
	const putContext = (context: EnvelopeContext): number => {
		let at = 0;
		if (context.length === known.length && ends.length > 0)
			while (at < context.length && context[at] === known[at]) at++;
		else
			ends = [
				put(encodeCbor('nv1'), put(Uint8Array.of(ARRAY | (context.length + 1)), HEADER_LENGTH)),
			];
		known = [];
		let end = ends[at] ?? HEADER_LENGTH;
		for (; at < context.length; at++) {
			end = put(encodeCbor(context[at]), end);
			ends[at + 1] = end;
		}
		known = context.slice();
		return end;
	};
	return (envelope: Uint8Array, context: EnvelopeContext): Uint8Array => {
		const isLong = context.length > FEW_PARTS;
		if (isLong) ends = [];
		const end = isLong ? put(contextBytes(context), HEADER_LENGTH) : putContext(context);
		for (let at = 0; at < HEADER_LENGTH; at++) room[at] = envelope[at] ?? 0;
		return room.subarray(0, end);
	};
};
