import { decodeCbor, encodeCbor } from '@navette/codec';
import {
	type Log,
	type Observer,
	observeAll,
	ok,
	silentObserver,
	type Timers,
} from '@navette/core';
import { createEngine } from '@navette/engine';
import type { Right } from '@navette/model';
import type { ClientFrame, ServerFrame, WireError } from '@navette/protocol';
import {
	createMemoryBlobStore,
	createMemoryDocumentStore,
	createMemoryNoticeBus,
	type NoticeBus,
} from '@navette/storage';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { hashOfToken } from '../access/token.ts';
import { createAdministration } from '../administration/administration-application.ts';
import { createBoard } from '../administration/board.ts';
import type { ServerEvent } from '../observation/server-event.ts';
import type { RateLimits } from '../rate.ts';
import { createServer } from '../server.ts';
import { createService } from '../service.ts';
import type { SocketLimits } from '../socket/socket-limits.ts';
import { notesApplication } from './notes.ts';

export const ORG = 'north';
export const TOKENS = {
	mia: 'mia-token-0123456789',
	gus: 'gus-token-0123456789',
	adm: 'adm-token-0123456789',
};
const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
	mia: [{ usage: 'MEM', subject: 'blue', power: 1 }],
	gus: [
		{ usage: 'MEM', subject: 'blue', power: 1 },
		{ usage: 'BLIND', subject: '', power: 1 },
	],
	adm: [{ usage: 'ADM', subject: '', power: 1 }],
};

/** What an answer may hold; tests look at what they expect. */
export interface ApiBody {
	readonly result: unknown;
	readonly now: number;
	readonly notices: readonly { readonly documents: unknown }[];
	readonly threads: readonly { readonly reference: string; readonly documents: unknown }[];
	/** of a frame, one for each call */
	readonly answers: readonly { readonly result?: unknown; readonly error?: WireError }[];
	readonly error: WireError;
}

/** Timers that fire when the test says so. */
const createHandTimers = () => {
	const waiting = new Set<{
		readonly ms: number;
		readonly work: () => void;
		readonly once: boolean;
	}>();
	const add = (ms: number, work: () => void, once: boolean) => {
		const entry = { ms, work, once };
		waiting.add(entry);
		return () => void waiting.delete(entry);
	};
	const timers: Timers = {
		after: (ms, work) => add(ms, work, true),
		every: (ms, work) => add(ms, work, false),
	};
	const fire = (ms: number): void => {
		for (const entry of [...waiting]) {
			if (entry.ms !== ms || !waiting.has(entry)) continue;
			if (entry.once) waiting.delete(entry);
			entry.work();
		}
	};
	return { timers, fire };
};

/** A server on memory, its sockets in process. */
export const createWorld = async (
	options: {
		readonly rates?: RateLimits;
		readonly isOriginKnown?: (origin: string) => boolean;
		readonly socketLimits?: Partial<SocketLimits>;
		readonly observer?: Observer<ServerEvent>;
	} = {},
) => {
	const clock = createTestClock(Date.UTC(2026, 0, 5, 9));
	const store = createMemoryDocumentStore({ random: createSeededRandom(1) });
	const inner = createMemoryNoticeBus();
	let isDeaf = false;
	/** A bus that may lose what is published, as one between servers may. */
	const doubters = new Set<() => void>();
	const bus: NoticeBus = {
		...inner,
		publish: (commits) => (isDeaf ? undefined : inner.publish(commits)),
		doubt(tell) {
			doubters.add(tell);
			return () => void doubters.delete(tell);
		},
	};
	const board = createBoard(clock);
	const heard = options.observer ?? silentObserver;
	const observer = observeAll<ServerEvent>(heard.time, [heard.note, board.hear]);
	const lines: string[] = [];
	const note = (event: string, fields?: object) =>
		void lines.push(`${event} ${JSON.stringify(fields)}`);
	const log: Log = { info: note, warn: note, error: note };
	const administration = createAdministration({
		board,
		measure: (org) => engine.sizes(org, 1_000),
		clock,
		log,
	});
	const service = createService([notesApplication, administration]);
	const blobs = createMemoryBlobStore({ segmentBytes: 1_000 });
	const engine = createEngine({
		store,
		blobs,
		bus,
		catalogue: service.catalogue,
		policy: service.policy,
		clock,
		random: createSeededRandom(2),
		log,
		soon: setImmediate,
		observer,
	});
	const { timers, fire } = createHandTimers();
	const linkKey = createSeededRandom(3).bytes(32);
	const random = createSeededRandom(4);
	const parts = { service, engine, bus, clock, timers, random, log, linkKey };
	const server = createServer({ ...parts, ...options, observer });
	await engine.putOrganisation(ORG, 'open', { label: 'North', clockOffset: 0 });
	await engine.run({
		org: ORG,
		caller: () => ({ id: 'set-up', rights: [] }),
		work: async (context) => {
			for (const [account, token] of Object.entries(TOKENS))
				await context.write(
					'ACCESS',
					{ hash: hashOfToken(token) },
					{ account, label: account, rights: RIGHTS[account] ?? [], created: 0 },
				);
			return ok(null);
		},
	});

	const post = async (
		path: string,
		body: unknown,
		headers: Record<string, string> = {},
		token = TOKENS.mia,
	) => {
		const response = await server.fetch(
			new Request(`http://localhost/api/${path}`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${token}`,
					'content-type': 'application/json',
					...headers,
				},
				body: typeof body === 'string' ? body : JSON.stringify(body),
			}),
		);
		return {
			status: response.status,
			body: (await response.json()) as ApiBody,
			headers: response.headers,
		};
	};
	let calls = 0;
	const write = (n: string, text: string, token = TOKENS.mia, board = 'blue') =>
		post(
			`${ORG}/call/NoteWrite`,
			{ board, n, text },
			{ 'operation-id': `operation-${String(calls++).padStart(8, '0')}` },
			token,
		);

	/** A socket whose frames the test reads one by one. */
	const connect = () => {
		const frames: ServerFrame[] = [];
		const socket = { closed: undefined as number | undefined, buffered: 0, sent: 0 };
		const events = server.accept(
			ORG,
			{
				send(bytes) {
					socket.sent += bytes.length;
					const decoded = decodeCbor(bytes);
					if (decoded.ok) frames.push(decoded.value as ServerFrame);
				},
				close(code) {
					socket.closed = code;
				},
				buffered: () => socket.buffered,
				pause: () => undefined,
				resume: () => undefined,
			},
			'127.0.0.1',
		);
		const settle = async () => {
			for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
		};
		return {
			socket,
			events,
			raw: async (bytes: Uint8Array) => {
				events.message(bytes);
				await settle();
				return frames.splice(0);
			},
			say: async (frame: ClientFrame) => {
				events.message(encodeCbor(frame));
				await settle();
				return frames.splice(0);
			},
			heard: async () => {
				await settle();
				return frames.splice(0);
			},
		};
	};
	const greeted = async (token: string) => {
		const one = connect();
		await one.say({ kind: 'hello', protocol: 1, token });
		return one;
	};
	const reference = async (token = TOKENS.mia, path = 'BOARD/blue'): Promise<string> =>
		(await post(`${ORG}/open`, { paths: [path] }, {}, token)).body.threads[0]?.reference ?? '';
	return {
		server,
		deaf(value: boolean) {
			isDeaf = value;
		},
		doubt() {
			for (const tell of doubters) tell();
		},
		service,
		engine,
		store,
		clock,
		lines,
		post,
		write,
		connect,
		greeted,
		reference,
		fire,
	};
};
