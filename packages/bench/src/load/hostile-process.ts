import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setPriority } from 'node:os';
import { encodeCbor } from '@navette/codec';
import type { ClientFrame } from '@navette/protocol';
import WebSocket from 'ws';

/** What somebody who wishes a server ill does with it. */
interface Orders {
	readonly url: string;
	readonly token: string;
	/** A thread that moves all the time. */
	readonly reference: string;
	/** How many of each kind. */
	readonly each: number;
}

const say = (socket: WebSocket, frame: ClientFrame): void => {
	if (socket.readyState === WebSocket.OPEN) socket.send(encodeCbor(frame));
};

const socketUrl = ({ url }: Orders): string => `${url.replace('http', 'ws')}/api/bench/socket`;

const open = (orders: Orders, opened: (socket: WebSocket) => void): WebSocket => {
	const socket = new WebSocket(socketUrl(orders), { perMessageDeflate: false });
	socket.on('error', () => socket.terminate());
	socket.on('open', () => opened(socket));
	return socket;
};

const greet = ({ token }: Orders, socket: WebSocket): void =>
	say(socket, { kind: 'hello', protocol: 1, token });

/** Listens, then reads nothing more. */
const neverRead = (orders: Orders): void => {
	open(orders, (socket) => {
		greet(orders, socket);
		const pull = { threads: [{ reference: orders.reference, since: 0 }] };
		say(socket, { kind: 'subscribe', request: 1, pull });
		socket.pause();
	});
};

/** Asks as fast as the connection takes it. */
const flood = (orders: Orders): void => {
	const pull = { threads: [{ reference: orders.reference, since: 0 }], limit: 5_000 };
	const socket = open(orders, () => greet(orders, socket));
	let request = 0;
	const more = (): void => {
		if (socket.readyState === WebSocket.CLOSED) return void setTimeout(() => flood(orders), 50);
		if (socket.bufferedAmount < 100_000)
			for (let n = 0; n < 20; n++) say(socket, { kind: 'pull', request: ++request, pull });
		setImmediate(more);
	};
	socket.once('message', more);
	socket.on('message', () => undefined);
};

/** Sends bytes that are no frame of the protocol, again and again. */
const babble = (orders: Orders): void => {
	const socket = open(orders, () => socket.send(randomBytes(2_000)));
	socket.on('close', () => setTimeout(() => babble(orders), 5));
};

/** Opens, greets, closes, at once again. */
const comeAndGo = (orders: Orders): void => {
	const socket = open(orders, () => {
		greet(orders, socket);
		socket.close();
	});
	socket.on('close', () => setTimeout(() => comeAndGo(orders), 2));
};

const plain = ({ url }: Orders, connected: (socket: Socket) => void): void => {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	socket.on('error', () => socket.destroy());
	socket.on('connect', () => connected(socket));
};

/** Connects and says nothing, or upgrades and does not greet. */
const halfOpen = (orders: Orders): void => {
	plain(orders, () => undefined);
	open(orders, () => undefined);
};

/** Announces a frame of four gibibytes, and begins to send it. */
const hugeFrame = (orders: Orders): void => {
	const socket = open(orders, (opened) => {
		const raw = (opened as unknown as { readonly _socket: Socket })._socket;
		const head = Buffer.alloc(14);
		head[0] = 0x82;
		head[1] = 0x80 | 127;
		head.writeBigUInt64BE(2n ** 32n, 2);
		raw.write(Buffer.concat([head, Buffer.alloc(60_000)]));
	});
	socket.on('close', () => setTimeout(() => hugeFrame(orders), 20));
};

/** Sends the headers of a request a byte at a time, and never ends. */
const dawdle = (orders: Orders): void => {
	plain(orders, (socket) => {
		const text = `POST /api/bench/pull HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(8_000)}`;
		let at = 0;
		const timer = setInterval(() => socket.write(text[at++ % text.length] ?? 'a'), 100);
		socket.on('close', () => {
			clearInterval(timer);
			setTimeout(() => dawdle(orders), 100);
		});
	});
};

const KINDS = [neverRead, flood, babble, comeAndGo, halfOpen, hugeFrame, dawdle];

process.on('message', (orders: Orders) => {
	for (const kind of KINDS) for (let n = 0; n < orders.each; n++) kind(orders);
	process.send?.({ begun: KINDS.length * orders.each });
});
process.on('disconnect', () => process.exit(0));
/* what they do is measured, not how much of the machine they take */
setPriority(19);
process.send?.({ url: '' });
