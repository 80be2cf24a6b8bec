import {
	createServer as createHttpServer,
	type Server as HttpServer,
	type IncomingMessage,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { err, ok, type Result } from '@navette/core';
import type { Server } from '@navette/server';
import { baseHeaders } from './base-headers.ts';
import { attachSockets, type SocketDoor } from './sockets.ts';

/** A server that listens. */
export interface Listening {
	/** Address to open, without a slash at the end. */
	readonly url: string;
	/** Stops taking requests, ends sockets, waits for answers under way. */
	close(): Promise<void>;
}

/**
 * Times after which a request that does not come is given up, ms. A segment of a file (8 MiB) comes in
 * time from 0.25 Mbit/s.
 */
const TIMES = { headersTimeout: 10_000, requestTimeout: 300_000, keepAliveTimeout: 20_000 };

/** Whether a request names one host, as HTTP wants it; Node takes the first of several. */
const namesOneHost = ({ rawHeaders }: IncomingMessage): boolean =>
	rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length === 1;

const listen = (http: HttpServer, port: number, host: string): Promise<Result<number, string>> =>
	new Promise((resolve) => {
		http.once('error', (error: NodeJS.ErrnoException) => {
			const sentence =
				error.code === 'EADDRINUSE'
					? `Port ${port} is already taken on ${host}. Stop the program that uses it, or choose another port: PORT=8081 npm start.`
					: error.code === 'EACCES'
						? `Port ${port} may not be opened by this user. Choose another one: PORT=8080 npm start.`
						: `The server cannot listen on ${host}:${port}: ${error.message}.`;
			resolve(err(sentence));
		});
		http.listen(port, host, () => resolve(ok((http.address() as AddressInfo).port)));
	});

/** Where a port is opened, and what is known of who comes to it. */
export interface Door extends SocketDoor {
	readonly port: number;
	readonly host: string;
	/** Whether people come by TLS, that ends at a proxy. */
	readonly isOverTls: boolean;
}

/** What is done with a request: its answer has the headers of every answer, whoever writes it. */
const listenerOf = (server: Server, isOverTls: boolean) => {
	const headers = baseHeaders(isOverTls);
	const answer = getRequestListener((request, bindings) => server.fetch(request, bindings), {
		overrideGlobalObjects: false,
	});
	return (request: IncomingMessage, response: ServerResponse): void => {
		response.setHeaders(new Map(headers));
		if (namesOneHost(request)) void answer(request, response);
		else response.writeHead(400, { connection: 'close' }).end();
	};
};

/** Opens the port of a server; the error is a sentence. */
export const listenHttp = async (
	server: Server,
	{ port, host, isOverTls, ...door }: Door,
): Promise<Result<Listening, string>> => {
	const http = createHttpServer(
		{ ...TIMES, maxHeaderSize: 16_384, connectionsCheckingInterval: 2_000 },
		listenerOf(server, isOverTls),
	);
	http.maxRequestsPerSocket = 0;
	const endSockets = attachSockets(http, server, door);
	const listening = await listen(http, port, host);
	if (!listening.ok) return listening;
	const shown = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
	return ok({
		url: `http://${shown}:${listening.value}`,
		close: () =>
			new Promise((resolve) => {
				server.close();
				http.close(() => {
					endSockets();
					resolve();
				});
				http.closeIdleConnections();
				setTimeout(() => {
					endSockets();
					http.closeAllConnections();
				}, 2_000).unref();
			}),
	});
};
