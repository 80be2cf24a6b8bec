import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIMITS } from '@navette/protocol';
import type { Server, SocketPort } from '@navette/server';
import { type WebSocket, WebSocketServer } from 'ws';

const PATH = /^\/api\/([a-z0-9-]{4,16})\/socket$/;

/** A page may open a socket to its own origin only; programs send no origin. */
export const isOriginAdmitted = (request: IncomingMessage): boolean => {
	const { origin, host } = request.headers;
	if (origin === undefined) return true;
	return URL.canParse(origin) && new URL(origin).host === host;
};

const portOf = (socket: WebSocket): SocketPort => ({
	send: (bytes) => socket.send(bytes),
	close: (code, reason) => {
		socket.close(code, reason);
	},
	buffered: () => socket.bufferedAmount,
	pause: () => socket.pause(),
	resume: () => socket.resume(),
});

const refuse = (socket: Duplex, status: string): void => {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Connects the sockets of an HTTP server to a Navette server; answers how to end them. */
export const attachSockets = (http: HttpServer, server: Server): (() => void) => {
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: LIMITS.bodyBytes,
		perMessageDeflate: false,
	});
	const open = (org: string, address: string) => (socket: WebSocket) => {
		const events = server.accept(org, portOf(socket), address);
		socket.on('message', (data) => {
			events.message(Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as Buffer));
		});
		socket.on('close', () => events.closed());
		socket.on('error', () => socket.terminate());
	};
	const upgrade = async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
		const path = PATH.exec(new URL(request.url ?? '/', 'http://localhost').pathname);
		const org = path?.[1];
		if (!org) return refuse(stream, '404 Not Found');
		if (!isOriginAdmitted(request)) return refuse(stream, '403 Forbidden');
		const address = request.socket.remoteAddress ?? '';
		if (!(await server.mayOpen(address))) return refuse(stream, '429 Too Many Requests');
		sockets.handleUpgrade(request, stream, head, open(org, address));
	};
	http.on('upgrade', (request, stream, head) => {
		stream.on('error', () => stream.destroy());
		upgrade(request, stream, head).catch(() => stream.destroy());
	});
	return () => {
		for (const socket of sockets.clients) socket.terminate();
		sockets.close();
	};
};
