import { decodeCbor, decodeJson, encodeCbor } from '@navette/codec';
import { bytesToBase64Url, type Result } from '@navette/core';

/** The two forms of every body. */
export type Media = 'cbor' | 'json';

const MEDIA_TYPES: Readonly<Record<string, Media>> = {
	'application/cbor': 'cbor',
	'application/json': 'json',
};

/** Media named by a `Content-Type` or `Accept` header, or `undefined` when it is neither. */
export const mediaOf = (header: string | null | undefined): Media | undefined =>
	MEDIA_TYPES[(header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];

export const contentTypeOf = (media: Media): string =>
	media === 'cbor' ? 'application/cbor' : 'application/json; charset=utf-8';

/** A value from a body. */
export const decodeBody = (media: Media, bytes: Uint8Array): Result<unknown, string> =>
	media === 'cbor' ? decodeCbor(bytes) : decodeJson(bytes);

/** `[type, id, version, deleted, data]` in words, for people who read JSON. */
const documentToJson = (tuple: readonly unknown[]): unknown => {
	const [type, id, version, deleted, data, files] = tuple;
	if (data === null) return { type, id, version, deleted };
	const decoded = data instanceof Uint8Array ? decodeCbor(data) : undefined;
	const shown = { type, id, version, data: decoded?.ok ? decoded.value : data };
	return files === undefined ? shown : { ...shown, files };
};

const toJson = (key: string, value: unknown): unknown => {
	if (value instanceof Uint8Array) return bytesToBase64Url(value);
	if (key === 'documents' && Array.isArray(value))
		return value.map((one) => (Array.isArray(one) ? documentToJson(one) : one));
	return value;
};

/** Bytes of a body. In JSON, byte strings are base64url and clear documents are opened. */
export const encodeBody = (media: Media, value: unknown): Uint8Array<ArrayBuffer> =>
	(media === 'cbor'
		? encodeCbor(value)
		: new TextEncoder().encode(JSON.stringify(value, toJson))) as Uint8Array<ArrayBuffer>;
