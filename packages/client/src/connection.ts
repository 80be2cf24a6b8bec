import type { Log, Random, Result, Timers } from '@navette/core';
import { err, ok } from '@navette/core';
import {
	type ClientFrame,
	PROTOCOL_VERSION,
	type ServerFrame,
	type WireError,
	type WireNotice,
} from '@navette/protocol';
import { backoffDelay } from './backoff.ts';
import type { Credential } from './credential.ts';
import { localError } from './local-error.ts';
import type { Transport, TransportSocket } from './transport.ts';
import { decodeServerFrame, encodeClientFrame } from './wire.ts';

/** What a connection tells. */
export interface ConnectionEvents {
	/** Greeted: requests may be made. */
	ready(): void;
	/** No longer ready, or an attempt failed. It tries again by itself. */
	lost(): void;
	notices(notices: readonly WireNotice[]): void;
	rescoped(references: readonly string[]): void;
	withdrawn(references: readonly string[]): void;
	/** Notices were lost on the way. */
	gap(): void;
	/** Everything sent before was received, at this organisation time. */
	beat(): void;
	time(now: number): void;
	/** The server refuses this access: it is not tried again. */
	refused(error: WireError): void;
}

/** `paused`: nothing is asked of the network until it is woken by `resume`. */
export type ConnectionState = 'connecting' | 'ready' | 'waiting' | 'paused' | 'refused' | 'closed';

type Numbered = Extract<ClientFrame, { request: number }>;
/** A request without its number. */
export type Asked = Numbered extends infer F
	? F extends Numbered
		? Omit<F, 'request'>
		: never
	: never;
export type Answered = Extract<ServerFrame, { kind: 'called' | 'opened' | 'pulled' }>;

/** The socket of a session: greeted, watched, opened again when it is lost. */
export interface Connection {
	state(): ConnectionState;
	/** Connects, once; events come from then on. */
	open(): void;
	/** Failed attempts since it was last ready. */
	failures(): number;
	/** Asks; `E-OFFLINE` when the socket is not ready or is lost before the answer. */
	request(asked: Asked): Promise<Result<Answered, WireError>>;
	unsubscribe(references: readonly string[]): void;
	/** The network may be back: try now instead of later. */
	wake(): void;
	/** The network seems gone: do not wait for the silence to prove it. */
	interrupt(): void;
	/** Leaves the network alone. */
	pause(): void;
	/** Connects again after a pause. */
	resume(): void;
	close(): void;
}

const GREETING_MS = 10_000;
const REQUEST_MS = 60_000;
/** Beats missed before a socket is taken for dead. */
const MISSED_BEATS = 2.5;

interface ConnectionDeps {
	readonly transport: Transport;
	readonly path: string;
	readonly credential: Credential;
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
	readonly events: ConnectionEvents;
}

export const createConnection = (deps: ConnectionDeps): Connection => {
	const { events, timers } = deps;
	let state: ConnectionState = 'connecting';
	let failures = 0;
	let socket: TransportSocket | undefined;
	let cancelRetry = () => {};
	let stopSilence = () => {};
	let silence = GREETING_MS;
	let received = 0;
	let last = 0;
	const waiting = new Map<number, (answer: Result<Answered, WireError>) => void>();

	const listenForSilence = () => {
		stopSilence();
		stopSilence = timers.after(silence, () => {
			deps.log.warn('connection.silent');
			socket?.close();
		});
	};

	const send = (frame: ClientFrame) => socket?.send(encodeClientFrame(frame));

	const settle = (request: number, answer: Result<Answered, WireError>) => {
		waiting.get(request)?.(answer);
		waiting.delete(request);
	};

	const end = (next: 'waiting' | 'paused' | 'refused' | 'closed') => {
		stopSilence();
		cancelRetry();
		const open = socket;
		socket = undefined;
		state = next;
		for (const request of [...waiting.keys()]) settle(request, err(localError('E-OFFLINE')));
		open?.close();
	};

	const lose = () => {
		end('waiting');
		failures++;
		cancelRetry = timers.after(backoffDelay(failures, deps.random), connect);
		events.lost();
	};

	const refuse = (error: WireError) => {
		if (error.retry === 'later') return lose();
		end('refused');
		events.refused(deps.credential.inWords(error));
	};

	const welcome = (frame: Extract<ServerFrame, { kind: 'welcome' }>) => {
		silence = frame.beat * MISSED_BEATS;
		failures = 0;
		received = 0;
		state = 'ready';
		listenForSilence();
		events.time(frame.now);
		events.ready();
	};

	const beat = (frame: Extract<ServerFrame, { kind: 'beat' }>) => {
		events.time(frame.now);
		const missed = frame.notices !== received;
		received = frame.notices;
		if (missed) events.gap();
		else events.beat();
	};

	/** What is asked of a greeting is answered on the socket that asks, and on no other. */
	const prove = async ({ nonce, now }: Extract<ServerFrame, { kind: 'challenge' }>) => {
		const asking = socket;
		const token = await deps.credential.prove(deps.path, nonce, now);
		if (socket !== asking) return;
		if (token === undefined) lose();
		else send({ kind: 'hello', protocol: PROTOCOL_VERSION, token });
	};

	const hear = (frame: ServerFrame) => {
		if (frame.kind === 'welcome') welcome(frame);
		else if (frame.kind === 'challenge') void prove(frame);
		else if (frame.kind === 'beat') beat(frame);
		else if (frame.kind === 'notice') {
			received++;
			events.notices(frame.notices);
		} else if (frame.kind === 'rescoped') events.rescoped(frame.references);
		else if (frame.kind === 'withdrawn') events.withdrawn(frame.references);
		else if (frame.kind !== 'refused') settle(frame.request, ok(frame));
		else if (frame.request === undefined) refuse(frame.error);
		else settle(frame.request, err(frame.error));
	};

	const greet = () =>
		send({ kind: 'hello', protocol: PROTOCOL_VERSION, token: deps.credential.greeting });

	const connect = () => {
		state = 'connecting';
		silence = GREETING_MS;
		let mine: TransportSocket | undefined;
		const isMine = () => socket !== undefined && socket === mine;
		mine = deps.transport.connect(deps.path, {
			opened() {
				if (isMine()) greet();
			},
			received(bytes) {
				if (!isMine()) return;
				// Before the greeting only the greeting counts.
				if (state === 'ready') listenForSilence();
				const frame = decodeServerFrame(bytes);
				if (frame.ok) return hear(frame.value);
				deps.log.error('connection.unreadable');
				lose();
			},
			closed() {
				if (isMine()) lose();
			},
		});
		socket = mine;
		listenForSilence();
	};

	return {
		state: () => state,
		open: connect,
		failures: () => failures,
		request(asked) {
			if (state !== 'ready') return Promise.resolve(err(localError('E-OFFLINE')));
			const request = ++last;
			return new Promise((resolve) => {
				const stop = timers.after(REQUEST_MS, () => socket?.close());
				waiting.set(request, (answer) => {
					stop();
					resolve(answer);
				});
				send({ ...asked, request });
			});
		},
		unsubscribe(references) {
			if (state === 'ready') send({ kind: 'unsubscribe', references: [...references] });
		},
		wake() {
			if (state !== 'waiting') return;
			cancelRetry();
			connect();
		},
		interrupt() {
			if (state === 'connecting' || state === 'ready') lose();
		},
		pause() {
			if (state === 'refused' || state === 'closed' || state === 'paused') return;
			end('paused');
			failures = 0;
			events.lost();
		},
		resume() {
			if (state === 'paused') connect();
		},
		close: () => end('closed'),
	};
};
