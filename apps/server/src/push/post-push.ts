import { request as plainRequest } from 'node:http';
import { type RequestOptions, request as tlsRequest } from 'node:https';
import { err, ok, type Result } from '@navette/core';
import type { Endpoint } from '@navette/news/model';
import { publicLookup, type Resolver } from './public-lookup.ts';

/** What a push service answered. */
export interface PushAnswer {
	readonly status: number;
	/** Seconds to wait, when it says so. */
	readonly retryAfter: number | undefined;
}

const TIMEOUT_MS = 5_000;

const secondsOf = (header: string | undefined): number | undefined =>
	header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : undefined;

/**
 * Posts bytes to a push service: one connection of its own to an address that was checked, no
 * redirection followed, the body of the answer thrown away. The error names what the network did.
 */
export const postPush = (
	{ url, isPublic }: Endpoint,
	headers: Readonly<Record<string, string | number>>,
	body: Uint8Array,
	resolve: Resolver,
): Promise<Result<PushAnswer, string>> =>
	new Promise((settle) => {
		const options: RequestOptions = {
			method: 'POST',
			headers: { ...headers },
			agent: false,
			timeout: TIMEOUT_MS,
			signal: AbortSignal.timeout(TIMEOUT_MS),
			...(isPublic ? { lookup: publicLookup(resolve) } : {}),
		};
		const send = isPublic ? tlsRequest : plainRequest;
		const asked = send(url, options, (answer) => {
			const status = answer.statusCode ?? 0;
			settle(ok({ status, retryAfter: secondsOf(answer.headers['retry-after']) }));
			answer.destroy();
		});
		asked.on('timeout', () => asked.destroy(new Error('timeout')));
		asked.on('error', (error: NodeJS.ErrnoException) => settle(err(error.code ?? error.message)));
		asked.end(body);
	});
