import type { Failure } from '@navette/core';
import type { Service } from '../service.ts';
import { contentTypeOf, encodeBody, type Media, mediaOf } from './media.ts';
import { API_HEADERS } from './security-headers.ts';

/** An answer of the API. */
export const answer = (
	media: Media,
	status: number,
	value: unknown,
	extra?: Record<string, string>,
) =>
	new Response(encodeBody(media, value), {
		status,
		headers: { ...API_HEADERS, 'content-type': contentTypeOf(media), ...extra },
	});

/** The answer that tells a failure, in the form the caller reads. */
export const refusal = (
	service: Service,
	media: Media,
	failed: Failure,
	extra: Readonly<Record<string, string>> = {},
): Response => {
	const { seconds } = failed.detail ?? {};
	const wait = typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {};
	const value = { error: service.toWire(failed) };
	return answer(media, service.statusOf(failed), value, { ...wait, ...extra });
};

/** The form the caller reads. */
export const mediaWanted = (request: Request): Media =>
	mediaOf(request.headers.get('accept')) ?? mediaOf(request.headers.get('content-type')) ?? 'json';
