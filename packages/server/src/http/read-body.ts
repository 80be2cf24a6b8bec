import { err, type Failure, failure, ok, type Result } from '@navette/core';
import { LIMITS } from '@navette/protocol';
import { decodeBody, type Media, mediaOf } from './media.ts';

const tooLarge = err(failure('E-SIZE', { limit: LIMITS.bodyBytes }));

/** Bytes of a body, never more than the limit in memory. */
const collect = async (
	stream: ReadableStream<Uint8Array>,
): Promise<Result<Uint8Array, Failure>> => {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of stream) {
		length += part.length;
		if (length > LIMITS.bodyBytes) return tooLarge;
		parts.push(part);
	}
	return ok(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
};

/** A body, decoded, and as it came. */
interface ReadBody {
	readonly media: Media;
	readonly value: unknown;
	readonly bytes: Uint8Array;
}

/** A request's body, decoded within bounds; an absent body is an empty object. */
export const readBody = async (request: Request): Promise<Result<ReadBody, Failure>> => {
	const media = mediaOf(request.headers.get('content-type'));
	if (!media || request.headers.get('content-encoding')) return err(failure('E-MEDIA'));
	const announced = Number(request.headers.get('content-length') ?? 0);
	if (announced > LIMITS.bodyBytes) return tooLarge;
	const bytes =
		announced > 0 ? ok(new Uint8Array(await request.arrayBuffer())) : await collectBody(request);
	if (!bytes.ok) return bytes;
	if (bytes.value.length === 0) return ok({ media, value: {}, bytes: bytes.value });
	const decoded = decodeBody(media, bytes.value);
	return decoded.ok
		? ok({ media, value: decoded.value, bytes: bytes.value })
		: err(failure('E-BODY', { reason: decoded.error }));
};

/** The bytes of a body, within bounds. */
export const collectBody = (request: Request): Promise<Result<Uint8Array, Failure>> =>
	request.body ? collect(request.body) : Promise.resolve(ok(new Uint8Array()));
