import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok, type Result } from '@navette/core';
import { API_HEADERS } from '@navette/server';
import type { MetricsConfig } from './config.ts';

/** Where measurements can be read. */
export interface MetricsListener {
	readonly url: string;
	close(): Promise<void>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compared by digests, in a time that says nothing of where they differ. */
const isAdmitted = (token: string | undefined, header: string | undefined): boolean =>
	token === undefined || timingSafeEqual(digest(`Bearer ${token}`), digest(header ?? ''));

/**
 * Opens the port where measurements are read, apart from the one people use: what a server does is
 * not for the world to see.
 */
export const listenMetrics = async (
	{ port, host, token }: MetricsConfig,
	metrics: { readonly contentType: string; text(): Promise<string> },
): Promise<Result<MetricsListener, string>> => {
	const http = createServer({ requestTimeout: 10_000 }, (request, response) => {
		const answer = (status: number, text: string, type = 'text/plain; charset=utf-8') => {
			response.writeHead(status, { ...API_HEADERS, 'content-type': type });
			response.end(text);
		};
		if (request.url !== '/metrics') return answer(404, 'Not found\n');
		if (request.method !== 'GET') return answer(405, 'GET only\n');
		if (!isAdmitted(token, request.headers.authorization))
			return answer(401, 'A token is needed\n');
		metrics.text().then(
			(text) => answer(200, text, metrics.contentType),
			() => answer(503, 'The store does not answer\n'),
		);
	});
	const failed = await new Promise<Error | undefined>((resolve) => {
		http.once('error', resolve);
		http.listen(port, host, () => resolve(undefined));
	});
	if (failed)
		return err(
			`Measurements cannot be read on ${host}:${port} (${failed.message}). Choose another port with NAVETTE_METRICS_PORT.`,
		);
	const { port: opened } = http.address() as AddressInfo;
	return ok({
		url: `http://${host.includes(':') ? `[${host}]` : host}:${opened}/metrics`,
		close: () =>
			new Promise((resolve) => {
				http.close(() => resolve());
				http.closeAllConnections();
			}),
	});
};
