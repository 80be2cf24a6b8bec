import { randomBytes } from 'node:crypto';
import { decodeCbor, encodeCbor } from '@navette/codec';
import {
	type ClientFrame,
	PROTOCOL_VERSION,
	type ServerFrame,
	type WireError,
} from '@navette/protocol';

/** A document as a pull gives it in JSON. */
export interface SeenDocument {
	readonly type: string;
	readonly id: string;
	readonly version: number;
	/** Day of deletion; absent when it lives. */
	readonly deleted?: number;
	readonly data?: unknown;
}

/** A thread as pulled. */
export interface SeenThread {
	readonly version: number;
	readonly documents: readonly SeenDocument[];
}

/** What an operation or a report answered. */
export interface Answer {
	readonly status: number;
	readonly result?: unknown;
	readonly error?: WireError;
}

/** News received on a socket. */
export interface News {
	readonly path: string;
	readonly version: number;
	readonly documents: readonly (readonly [string, string, unknown])[];
}

type Body = Readonly<Record<string, unknown>>;

const decode = (bytes: Uint8Array): unknown => {
	const decoded = decodeCbor(bytes);
	if (!decoded.ok) throw new Error(decoded.error);
	return decoded.value;
};

/** Frames of a socket, awaited one by one. */
const framesOf = (socket: WebSocket) => {
	const waiting: ServerFrame[] = [];
	const takers: ((frame: ServerFrame) => void)[] = [];
	socket.binaryType = 'arraybuffer';
	socket.addEventListener('message', ({ data }) => {
		const frame = decode(new Uint8Array(data as ArrayBuffer)) as ServerFrame;
		if (frame.kind === 'beat') return;
		const taker = takers.shift();
		if (taker) taker(frame);
		else waiting.push(frame);
	});
	return (): Promise<ServerFrame> => {
		const frame = waiting.shift();
		return frame ? Promise.resolve(frame) : new Promise((resolve) => takers.push(resolve));
	};
};

/** A person's device: the public interface, over HTTP in JSON and over a socket in CBOR. */
export const personAt = (url: string, org: string, token: string, right: string) => {
	const sockets: WebSocket[] = [];
	const post = async (route: string, body: unknown, headers: Record<string, string> = {}) => {
		const response = await fetch(`${url}/api/${org}/${route}`, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				authorization: `Bearer ${token}`,
				/* a server that restarts ends kept connections: a call must not pick one of those */
				connection: 'close',
				...headers,
			},
			body: JSON.stringify(body),
		});
		return { status: response.status, ...((await response.json()) as Body) };
	};
	const references = new Map<string, string>();
	/** Reference of a thread; `undefined` when it is refused. */
	const open = async (path: string): Promise<string | undefined> => {
		const known = references.get(path);
		if (known) return known;
		const { threads } = (await post('open', { paths: [path] })) as unknown as {
			threads: { reference?: string }[];
		};
		const reference = threads[0]?.reference;
		if (reference) references.set(path, reference);
		return reference;
	};
	return {
		right,
		open,
		call: (name: string, input: Body, id = randomBytes(16).toString('base64url')) =>
			post(`call/${name}`, { right, ...input }, { 'operation-id': id }) as Promise<Answer>,
		report: (name: string, input: Body) =>
			post(`report/${name}`, { right, ...input }) as Promise<Answer>,
		/** What changed in a thread since a version. */
		async pull(path: string, since = 0): Promise<SeenThread> {
			const reference = await open(path);
			if (!reference) throw new Error(`${path} is refused`);
			const { threads } = (await post('pull', { threads: [{ reference, since }] })) as unknown as {
				threads: SeenThread[];
			};
			const [thread] = threads;
			if (!thread) throw new Error(`${path} did not come`);
			return thread;
		},
		/** Listens to threads; the function returned waits for the next news of one of them. */
		async listen(...paths: readonly string[]): Promise<() => Promise<readonly News[]>> {
			const named = new Map<string, string>();
			for (const path of paths) named.set((await open(path)) ?? '', path);
			const socket = new WebSocket(`${url.replace('http', 'ws')}/api/${org}/socket`);
			sockets.push(socket);
			const next = framesOf(socket);
			await new Promise((resolve, reject) => {
				socket.addEventListener('open', () => resolve(undefined), { once: true });
				socket.addEventListener('error', () => reject(new Error('no socket')), { once: true });
			});
			const say = (frame: ClientFrame) => socket.send(new Uint8Array(encodeCbor(frame)));
			say({ kind: 'hello', protocol: PROTOCOL_VERSION, token });
			const welcome = await next();
			if (welcome.kind !== 'welcome') throw new Error(`not welcome: ${welcome.kind}`);
			const threads = [...named.keys()].map((reference) => ({ reference, since: 0 }));
			say({ kind: 'subscribe', request: 1, pull: { threads } });
			const pulled = await next();
			if (pulled.kind !== 'pulled') throw new Error(`not subscribed: ${pulled.kind}`);
			return async () => {
				let frame = await next();
				/* rights moved, and what is listened to is as it was */
				while (frame.kind === 'rescoped' && frame.references.length === 0) frame = await next();
				if (frame.kind !== 'notice') throw new Error(`not news: ${frame.kind}`);
				return frame.notices.map((notice) => ({
					path: named.get(notice.reference) ?? '',
					version: notice.version,
					documents: (notice.documents ?? []).map(
						([type, id, , , data]) => [type, id, data ? decode(data) : undefined] as const,
					),
				}));
			};
		},
		hangUp() {
			for (const socket of sockets) socket.close();
		},
	};
};

export type Person = ReturnType<typeof personAt>;
