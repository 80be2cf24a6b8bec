import { err, ok } from '@navette/core';
import type { SocketHandlers, Transport, TransportSocket } from './transport.ts';

/** What is used of the platform; absent = its own `fetch` and `WebSocket`. */
export interface WebPlatform {
	readonly fetch?: typeof fetch;
	readonly WebSocket?: typeof WebSocket;
}

const openSocket = (
	Socket: typeof WebSocket,
	url: string,
	handlers: SocketHandlers,
): TransportSocket => {
	const socket = new Socket(url);
	let ended = false;
	const end = () => {
		if (ended) return;
		ended = true;
		handlers.closed();
	};
	socket.binaryType = 'arraybuffer';
	socket.addEventListener('open', () => handlers.opened());
	socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (!ended && data instanceof ArrayBuffer) handlers.received(new Uint8Array(data));
	});
	socket.addEventListener('close', end);
	socket.addEventListener('error', end);
	return {
		send(bytes) {
			if (socket.readyState === Socket.OPEN) socket.send(new Uint8Array(bytes));
		},
		// Says it is closed at once: a dead network would let the closing handshake wait.
		close() {
			socket.close();
			end();
		},
	};
};

/** Transport of browsers and of Node 22 or later: `fetch` and `WebSocket`, never a cookie. */
export const createWebTransport = (
	{ baseUrl }: { readonly baseUrl: string },
	platform: WebPlatform = {},
): Transport => {
	const ask = platform.fetch ?? globalThis.fetch.bind(globalThis);
	const Socket = platform.WebSocket ?? globalThis.WebSocket;
	return {
		async request(path, body, headers) {
			try {
				const answer = await ask(`${baseUrl}${path}`, {
					method: 'POST',
					headers: {
						'content-type': 'application/cbor',
						accept: 'application/cbor',
						...headers,
					},
					body: new Uint8Array(body),
					credentials: 'omit',
					signal: AbortSignal.timeout(30_000),
				});
				return ok({ status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) });
			} catch (error) {
				// `fetch` has no other way to say that no answer came (network, abort, time).
				if (error instanceof TypeError || error instanceof DOMException) return err('offline');
				throw error;
			}
		},
		connect: (path, handlers) =>
			openSocket(Socket, `${baseUrl.replace(/^http/, 'ws')}${path}`, handlers),
	};
};
