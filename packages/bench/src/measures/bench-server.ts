import { randomBytes } from 'node:crypto';
import { decodeCbor, encodeCbor } from '@navette/codec';
import type { ClientFrame, OpenAnswer, PullAnswer, ServerFrame } from '@navette/protocol';
import WebSocket from 'ws';
import { type Child, startChild } from '../child.ts';
import { postRequest } from '../http-load.ts';

/** A server to measure, and the means to talk to it. */
export interface BenchServer extends Child {
	readonly token: string;
	/** Another access, for somebody else. */
	readonly otherToken: string;
	post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<unknown>;
	/** Bytes of a `BoxPut`. */
	put(thread: string, n: string, data: Uint8Array): Buffer;
	reference(thread: string): Promise<string>;
	pull(reference: string, since: number): Promise<PullAnswer>;
	/** Writes `count` boxes in operations of 1,000. */
	fill(thread: string, count: number, data: Uint8Array): Promise<void>;
	/** A greeted socket. */
	socket(): Promise<{
		socket: WebSocket;
		say(frame: ClientFrame): void;
		next(): Promise<ServerFrame>;
	}>;
}

const newId = (): string => randomBytes(16).toString('base64url');

/**
 * Starts one. `perToken` = points a second; without it nothing is refused for going too fast.
 * `environment` says where its parts stand, `token` an access that other servers of the site know.
 */
export const startBenchServer = async (
	perToken = 10_000_000,
	environment: Readonly<Record<string, string>> = {},
	token = randomBytes(24).toString('base64url'),
): Promise<BenchServer> => {
	const otherToken = randomBytes(24).toString('base64url');
	const words = [String(perToken), token, otherToken];
	const child = await startChild('server-process.ts', words, environment);
	const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/cbor' };
	const post: BenchServer['post'] = async (path, body, extra = {}) => {
		const response = await fetch(`${child.url}/api/bench/${path}`, {
			method: 'POST',
			headers: { ...headers, accept: 'application/cbor', ...extra },
			body: encodeCbor(body) as Uint8Array<ArrayBuffer>,
		});
		const decoded = decodeCbor(new Uint8Array(await response.arrayBuffer()));
		if (!response.ok || !decoded.ok) throw new Error(`${path}: ${response.status}`);
		return decoded.value;
	};
	return {
		...child,
		token,
		otherToken,
		post,
		put: (thread, n, data) =>
			postRequest(
				'/api/bench/call/BoxPut',
				{ ...headers, 'operation-id': newId() },
				encodeCbor({ thread, n, data }),
			),
		async reference(thread) {
			const answer = (await post('open', { paths: [`BOXES/${thread}`] })) as OpenAnswer;
			const [first] = answer.threads;
			if (!first || !('reference' in first)) throw new Error('no such thread');
			return first.reference;
		},
		pull: async (reference, since) =>
			(await post('pull', { threads: [{ reference, since }], limit: 5_000 })) as PullAnswer,
		async fill(thread, count, data) {
			for (let from = 0; from < count; from += 1_000) {
				const input = { thread, from, count: Math.min(1_000, count - from), data };
				await post('call/BoxFill', input, { 'operation-id': newId() });
			}
		},
		socket: () =>
			new Promise((resolve, reject) => {
				const url = `${child.url.replace('http', 'ws').replace('localhost', '127.0.0.1')}/api/bench/socket`;
				const socket = new WebSocket(url, { perMessageDeflate: false });
				socket.binaryType = 'nodebuffer';
				const frames: ServerFrame[] = [];
				let waiting: ((frame: ServerFrame) => void) | undefined;
				const say = (frame: ClientFrame) => socket.send(encodeCbor(frame));
				const next = () =>
					new Promise<ServerFrame>((done) => {
						const frame = frames.shift();
						if (frame) done(frame);
						else waiting = done;
					});
				socket.on('error', reject);
				socket.on('open', () => say({ kind: 'hello', protocol: 1, token }));
				socket.on('message', (data) => {
					const decoded = decodeCbor(new Uint8Array(data as Buffer));
					if (!decoded.ok) return reject(new Error('bad frame'));
					const frame = decoded.value as ServerFrame;
					if (frame.kind === 'welcome') return resolve({ socket, say, next });
					if (waiting) {
						const done = waiting;
						waiting = undefined;
						done(frame);
					} else frames.push(frame);
				});
			}),
	};
};
