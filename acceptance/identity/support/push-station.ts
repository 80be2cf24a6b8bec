import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** What a push service was asked to bring to a browser. */
export interface BroughtPush {
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** A push service on this machine, as Firefox speaks with it. */
export interface PushStation {
	/** `127.0.0.1:port` */
	readonly host: string;
	readonly brought: readonly BroughtPush[];
	/** Status of the answers from now on; 201 passes the message on. */
	status: number;
	/** Resolves once so many pushes have been brought. */
	until(count: number): Promise<void>;
	/** Resolves once the browser has said that its worker has dealt with so many. */
	untilTaken(count: number): Promise<void>;
	close(): Promise<void>;
}

/** Counts, and tells when a number is reached. */
const createCounter = () => {
	const waiting: { readonly count: number; readonly go: () => void }[] = [];
	let count = 0;
	return {
		add() {
			count++;
			for (const one of waiting) if (count >= one.count) one.go();
		},
		until: (wanted: number): Promise<void> =>
			count >= wanted
				? Promise.resolve()
				: new Promise((go) => waiting.push({ count: wanted, go })),
	};
};

const HELLO = { messageType: 'hello', status: 200, use_webpush: true, broadcasts: {} };

/** Starts the push service: sockets of browsers, and `POST /wpush/{channel}` of servers. */
export const openPushStation = async (): Promise<PushStation> => {
	const brought: BroughtPush[] = [];
	const waiting = { brought: createCounter(), taken: createCounter() };
	let browser: WebSocket | undefined;
	const pass = (channelID: string, body: Buffer) =>
		browser?.send(
			JSON.stringify({
				...{ messageType: 'notification', channelID, version: randomUUID() },
				...{ data: body.toString('base64url'), headers: { encoding: 'aes128gcm' } },
			}),
		);
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks);
			brought.push({ headers: request.headers, body });
			response.writeHead(station.status).end();
			if (station.status === 201) pass((request.url ?? '').split('/').at(-1) ?? '', body);
			waiting.brought.add();
		});
	});
	const sockets = new WebSocketServer({ server });
	sockets.on('connection', (socket) => {
		browser = socket;
		socket.on('message', (data) => {
			const { messageType, channelID } = JSON.parse(String(data)) as Record<string, string>;
			const answer = (more: object) => socket.send(JSON.stringify({ messageType, ...more }));
			if (messageType === 'hello') answer({ ...HELLO, uaid: randomBytes(16).toString('hex') });
			const pushEndpoint = `http://${station.host}/wpush/${channelID}`;
			if (messageType === 'register') answer({ channelID, status: 200, pushEndpoint });
			if (messageType === 'ack') waiting.taken.add();
			if (messageType === 'unregister') answer({ channelID, status: 200 });
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const station: PushStation = {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		brought,
		status: 201,
		until: waiting.brought.until,
		untilTaken: waiting.taken.until,
		async close() {
			for (const socket of sockets.clients) socket.terminate();
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
	return station;
};
