import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIMITS } from '@navette/protocol';
import type { Server, SocketEvents, SocketPort } from '@navette/server';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { CallerAddress } from './caller-address.ts';

const PATH = /^\/api\/([a-z0-9-]{4,16})\/socket$/;

/** A page may open a socket to its own origin, or to that of a known service; programs send no origin. */
export const isOriginAdmitted = (
	request: Pick<IncomingMessage, 'headers'>,
	isKnown: (origin: string) => boolean = () => false,
): boolean => {
	const { origin, host } = request.headers;
	if (origin === undefined) return true;
	return (URL.canParse(origin) && new URL(origin).host === host) || isKnown(origin);
};

/** A WebSocket of `ws`; one small object for each of them. */
class WsPort implements SocketPort {
	readonly #socket: WebSocket;

	constructor(socket: WebSocket) {
		this.#socket = socket;
	}

	send(bytes: Uint8Array): void {
		this.#socket.send(bytes);
	}

	close(code: number, reason: string): void {
		this.#socket.close(code, reason);
	}

	buffered(): number {
		return this.#socket.bufferedAmount;
	}

	pause(): void {
		this.#socket.pause();
	}

	resume(): void {
		this.#socket.resume();
	}
}

/** Whose a socket is: handlers are the same functions for all of them. */
const eventsOf = new WeakMap<WebSocket, SocketEvents>();

function onMessage(this: WebSocket, data: RawData): void {
	const bytes = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as Buffer);
	eventsOf.get(this)?.message(bytes);
}

function onClose(this: WebSocket): void {
	eventsOf.get(this)?.closed();
}

function onStreamError(this: Duplex): void {
	this.destroy();
}

function onError(this: WebSocket): void {
	this.terminate();
}

const refuse = (socket: Duplex, status: string): void => {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Who may come by a socket, and how they are told apart. */
export interface SocketDoor {
	readonly callerAddress: CallerAddress;
	/** Pages of which other origins may open sockets. */
	readonly isKnownOrigin: (origin: string) => boolean;
}

/** Connects the sockets of an HTTP server to a Navette server; answers how to end them. */
export const attachSockets = (
	http: HttpServer,
	server: Server,
	{ callerAddress, isKnownOrigin }: SocketDoor,
): (() => void) => {
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: LIMITS.bodyBytes,
		perMessageDeflate: false,
	});
	const open = (org: string, address: string) => (socket: WebSocket) => {
		eventsOf.set(socket, server.accept(org, new WsPort(socket), address));
		socket.on('message', onMessage);
		socket.on('close', onClose);
		socket.on('error', onError);
	};
	const upgrade = async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
		const path = PATH.exec(new URL(request.url ?? '/', 'http://localhost').pathname);
		const org = path?.[1];
		if (!org) return refuse(stream, '404 Not Found');
		if (!isOriginAdmitted(request, isKnownOrigin)) return refuse(stream, '403 Forbidden');
		const address = callerAddress(request);
		if (!(await server.mayOpen(address))) return refuse(stream, '429 Too Many Requests');
		sockets.handleUpgrade(request, stream, head, open(org, address));
	};
	http.on('upgrade', (request, stream, head) => {
		stream.on('error', onStreamError);
		upgrade(request, stream, head).catch(() => stream.destroy());
	});
	return () => {
		for (const socket of sockets.clients) socket.terminate();
		sockets.close();
	};
};
