import { decodeCbor, encodeCbor } from '@navette/codec';
import { base64UrlToBytes, bytesToBase64Url } from '@navette/core';
import { OrgCode, Reference, TypeName } from '@navette/protocol';
import * as v from 'valibot';
import { NEWS_LIMITS } from './limits.ts';

/**
 * What a push tells a device: which threads moved, nothing of what they hold. The sentence is composed
 * on the device, from what it kept about each reference.
 */
export const newsPayloadSchema = v.strictObject({
	/** Version of this shape. */
	f: v.literal(1),
	org: OrgCode,
	/** Grows with each push of a subscription: an older one that comes late is not shown again. */
	n: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	/** `[reference, types that changed, urgent]`. */
	threads: v.pipe(
		v.array(v.strictTuple([Reference, v.pipe(v.array(TypeName), v.maxLength(8)), v.boolean()])),
		v.minLength(1),
		v.maxLength(NEWS_LIMITS.threadsPerPush),
	),
});
export type NewsPayload = v.InferOutput<typeof newsPayloadSchema>;

/** Fills a message up; no base64url text holds it. */
const FILLING = 0x2e;

/**
 * Bytes of a payload, always `NEWS_LIMITS.payloadBytes` long: CBOR in base64url, then dots. Threads that
 * do not fit are left out, the last first.
 */
export const encodePayload = (payload: NewsPayload): Uint8Array => {
	const bytes = new Uint8Array(NEWS_LIMITS.payloadBytes).fill(FILLING);
	for (let count = payload.threads.length; count > 0; count--) {
		const body = encodeCbor({ ...payload, threads: payload.threads.slice(0, count) });
		const text = new TextEncoder().encode(bytesToBase64Url(body));
		if (text.length > bytes.length) continue;
		bytes.set(text);
		return bytes;
	}
	throw new Error('a push that names no thread');
};

/** Reads a payload back; `undefined` when it is not one. */
export const decodePayload = (bytes: Uint8Array): NewsPayload | undefined => {
	if (bytes.length !== NEWS_LIMITS.payloadBytes) return undefined;
	const filled = bytes.indexOf(FILLING);
	const end = filled < 0 ? bytes.length : filled;
	if (bytes.subarray(end).some((byte) => byte !== FILLING)) return undefined;
	const body = base64UrlToBytes(String.fromCharCode(...bytes.subarray(0, end)));
	const value = body && decodeCbor(body);
	if (!value?.ok) return undefined;
	const parsed = v.safeParse(newsPayloadSchema, value.value);
	return parsed.success ? parsed.output : undefined;
};
