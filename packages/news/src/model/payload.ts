import { decodeCbor, encodeCbor } from '@navette/codec';
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

/**
 * Bytes of a payload, always `NEWS_LIMITS.payloadBytes` long: length (2 bytes, big endian), CBOR,
 * zeros. Threads that do not fit are left out, the last first.
 */
export const encodePayload = (payload: NewsPayload): Uint8Array => {
	const bytes = new Uint8Array(NEWS_LIMITS.payloadBytes);
	for (let count = payload.threads.length; count > 0; count--) {
		const body = encodeCbor({ ...payload, threads: payload.threads.slice(0, count) });
		if (body.length > bytes.length - 2) continue;
		bytes.set([body.length >> 8, body.length & 0xff]);
		bytes.set(body, 2);
		return bytes;
	}
	throw new Error('a push that names no thread');
};

/** Reads a payload back; `undefined` when it is not one. */
export const decodePayload = (bytes: Uint8Array): NewsPayload | undefined => {
	const [high, low] = bytes;
	if (bytes.length !== NEWS_LIMITS.payloadBytes || high === undefined || low === undefined)
		return undefined;
	const end = 2 + (high << 8) + low;
	if (end > bytes.length || bytes.subarray(end).some((byte) => byte !== 0)) return undefined;
	const value = decodeCbor(bytes.subarray(2, end));
	if (!value.ok) return undefined;
	const parsed = v.safeParse(newsPayloadSchema, value.value);
	return parsed.success ? parsed.output : undefined;
};
