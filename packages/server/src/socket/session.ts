import { decodeCbor, encodeCbor } from '@navette/codec';
import { type Failure, failure, type Log, type Timers } from '@navette/core';
import type { Caller } from '@navette/engine';
import type { Version } from '@navette/model';
import {
	ClientFrame,
	LIMITS,
	PROTOCOL_VERSION,
	type PullRequest,
	type ServerFrame,
} from '@navette/protocol';
import * as v from 'valibot';
import { bearerOf } from '../access/token.ts';
import type { Dispatcher } from '../dispatcher.ts';
import type { Rates } from '../rate.ts';
import type { Service } from '../service.ts';
import type { Listeners } from './listeners.ts';
import { CLOSE, type SocketEvents, type SocketPort } from './socket-port.ts';
import { placeSubscription, type Subscription } from './subscription.ts';

/** One socket, from its greeting to its end. */
export interface Session extends SocketEvents {
	readonly org: string;
	readonly caller: Caller;
	/** By reference. */
	readonly subscriptions: ReadonlyMap<string, Subscription>;
	/** Tells a change already encoded; a socket that does not drain gets the latest version later. */
	tell(subscription: Subscription, version: Version, frame: Uint8Array): void;
	/** Ends it: its access is no more. */
	refuse(failed: Failure): void;
	/** References of threads that are lost, and of those of which something else is seen. */
	rightsMoved(lost: readonly string[], changed: readonly string[]): void;
	/** Ends it: the server stops. */
	goAway(): void;
}

/** Limits of a socket, in milliseconds and bytes. */
export interface SocketLimits {
	readonly greetingMs: number;
	readonly beatMs: number;
	/** Above this many bytes waiting, notices are held back and merged. */
	readonly slowBytes: number;
	/** A socket that stays above `slowBytes` for this many beats is closed. */
	readonly slowBeats: number;
	readonly subscriptions: number;
}

export const SOCKET_LIMITS: SocketLimits = {
	greetingMs: 5_000,
	beatMs: 15_000,
	slowBytes: 262_144,
	slowBeats: 4,
	subscriptions: 1_000,
};

export interface SessionDeps {
	readonly service: Service;
	readonly dispatcher: Dispatcher;
	readonly listeners: Listeners<Session>;
	readonly rates: Rates;
	readonly timers: Timers;
	readonly log: Log;
	readonly limits: SocketLimits;
	readonly epoch: string;
	readonly now: () => number;
	/** Asks again what a session may see. */
	readonly review: (session: Session) => Promise<void>;
}

type RequestFrame = Exclude<ClientFrame, { kind: 'hello' } | { kind: 'unsubscribe' }>;

/** Opens a session on a socket; nothing is answered before its greeting. */
export const createSession = (
	deps: SessionDeps,
	org: string,
	port: SocketPort,
	address: string,
): Session => {
	const { service, dispatcher, listeners, limits } = deps;
	const subscriptions = new Map<string, Subscription>();
	let caller: Caller | undefined;
	let token = '';
	let open = true;
	let notices = 0;
	let slowBeats = 0;
	let stopBeat: (() => void) | undefined;

	const send = (frame: ServerFrame): void => {
		if (open) port.send(encodeCbor(frame));
	};
	const end = (code: number, reason: string): void => {
		if (!open) return;
		open = false;
		stopGreeting();
		stopBeat?.();
		listeners.leave(session);
		port.close(code, reason);
	};
	const refuseRequest = (request: number, failed: Failure): void =>
		send({ kind: 'refused', request, error: service.toWire(failed) });
	const refuseWith = (failed: Failure, code: number): void => {
		send({ kind: 'refused', error: service.toWire(failed) });
		end(code, failed.code);
	};
	const stopGreeting = deps.timers.after(limits.greetingMs, () =>
		refuseWith(failure('E-SLOW'), CLOSE.notInTime),
	);

	const sendNotice = (subscription: Subscription, version: Version, frame: Uint8Array): void => {
		subscription.told = version;
		subscription.waiting = 0;
		notices++;
		port.send(frame);
	};
	/** Tells what was held back, once the socket drains: versions only, the reader pulls. */
	const flush = (): void => {
		for (const subscription of subscriptions.values()) {
			if (subscription.waiting === 0 || port.buffered() > limits.slowBytes) continue;
			const { reference, told: from, waiting: version } = subscription;
			const notice = { reference, from, version, versions: {} };
			sendNotice(subscription, version, encodeCbor({ kind: 'notice', notices: [notice] }));
		}
	};
	const beat = (): void => {
		slowBeats = port.buffered() > limits.slowBytes ? slowBeats + 1 : 0;
		if (slowBeats >= limits.slowBeats) end(CLOSE.tooSlow, 'too slow');
		if (slowBeats > 0) return;
		flush();
		send({ kind: 'beat', notices, now: deps.now() });
	};

	const greet = async (frame: Extract<ClientFrame, { kind: 'hello' }>): Promise<void> => {
		if (frame.protocol !== PROTOCOL_VERSION)
			return refuseWith(failure('E-PROTOCOL'), CLOSE.protocol);
		const admitted = await deps.rates.admit(address);
		if (!admitted.ok) return refuseWith(admitted.error, CLOSE.tooFast);
		const greeted = bearerOf(frame.token);
		const known = await dispatcher.whoIs(org, greeted);
		if (!known.ok) {
			await deps.rates.refuse(address);
			return refuseWith(known.error, CLOSE.unauthorised);
		}
		if (!open) return;
		token = frame.token;
		caller = greeted;
		stopGreeting();
		listeners.enter(session);
		stopBeat = deps.timers.every(limits.beatMs, beat);
		send({ kind: 'welcome', epoch: deps.epoch, now: known.value, beat: limits.beatMs });
	};

	const forget = (references: readonly string[]): void => {
		for (const reference of references) {
			const subscription = subscriptions.get(reference);
			if (subscription) listeners.remove(session, subscription);
			subscriptions.delete(reference);
		}
	};

	/**
	 * Listens first, reads second: what is committed in between waits, and is told after the pull.
	 */
	const subscribe = async (who: Caller, request: number, pull: PullRequest): Promise<void> => {
		const references = pull.threads.map((wish) => wish.reference);
		if (subscriptions.size + references.length > limits.subscriptions)
			return refuseRequest(request, failure('E-SIZE', { limit: limits.subscriptions }));
		forget(references);
		const placed = pull.threads.map((wish) => placeSubscription(wish.reference, wish));
		for (const one of placed) {
			subscriptions.set(one.reference, one);
			listeners.add(session, one);
		}
		const outcome = await dispatcher.pull(org, who, pull);
		if (!outcome.ok) {
			forget(references);
			return refuseRequest(request, outcome.error);
		}
		for (const [at, { reference, outcome: thread }] of outcome.value.pulled.threads.entries()) {
			const subscription = placed[at];
			if (!subscription || subscriptions.get(reference) !== subscription) continue;
			if (!thread.ok) {
				forget([reference]);
				continue;
			}
			subscription.thread = { path: thread.value.path, grant: thread.value.grant };
			subscription.told = thread.value.page.version;
			if (subscription.waiting <= subscription.told) subscription.waiting = 0;
		}
		send({ kind: 'pulled', request, answer: outcome.value.answer });
		if (placed.some((one) => one.review)) await deps.review(session);
		flush();
	};

	const answer = async (who: Caller, frame: RequestFrame): Promise<void> => {
		const { request } = frame;
		if (frame.kind === 'subscribe') return subscribe(who, request, frame.pull);
		if (frame.kind === 'call') {
			const called = await dispatcher.frame(org, who, frame.frame, false);
			return send({ kind: 'called', request, answer: called });
		}
		if (frame.kind === 'open') {
			const opened = await dispatcher.open(org, who, frame.open);
			if (opened.ok) return send({ kind: 'opened', request, answer: opened.value });
			return refuseRequest(request, opened.error);
		}
		const pulled = await dispatcher.pull(org, who, frame.pull);
		if (pulled.ok) return send({ kind: 'pulled', request, answer: pulled.value.answer });
		refuseRequest(request, pulled.error);
	};

	const hear = async (frame: ClientFrame): Promise<void> => {
		if (frame.kind === 'hello') return caller ? undefined : greet(frame);
		if (!caller) return refuseWith(failure('E-TOKEN'), CLOSE.unauthorised);
		if (frame.kind === 'unsubscribe') return forget(frame.references);
		const points = frame.kind === 'call' ? frame.frame.calls.length : 1;
		const taken = await deps.rates.take(token, points);
		if (taken.ok) return answer(caller, frame);
		refuseRequest(frame.request, taken.error);
	};

	const session: Session = {
		org,
		get caller() {
			return caller ?? (() => undefined);
		},
		subscriptions,
		message(bytes) {
			if (!open) return;
			if (bytes.length > LIMITS.bodyBytes) return end(CLOSE.tooLarge, 'frame too large');
			const decoded = decodeCbor(bytes);
			const frame = decoded.ok ? v.safeParse(ClientFrame, decoded.value) : undefined;
			if (!frame?.success)
				return refuseWith(failure('E-BODY', { reason: 'frame' }), CLOSE.badFrame);
			hear(frame.output).catch((error: unknown) => {
				deps.log.error('frame-failed', { error: String(error) });
				const request = 'request' in frame.output ? { request: frame.output.request } : {};
				send({ kind: 'refused', ...request, error: service.toWire(failure('E-DEFECT')) });
			});
		},
		closed() {
			if (!open) return;
			open = false;
			stopGreeting();
			stopBeat?.();
			listeners.leave(session);
		},
		tell(subscription, version, frame) {
			if (!open || subscriptions.get(subscription.reference) !== subscription) return;
			if (port.buffered() > limits.slowBytes) subscription.waiting = version;
			else sendNotice(subscription, version, frame);
		},
		refuse: (failed) => refuseWith(failed, CLOSE.unauthorised),
		rightsMoved(lost, changed) {
			forget(lost);
			if (lost.length > 0) send({ kind: 'withdrawn', references: [...lost] });
			if (changed.length > 0) send({ kind: 'rescoped', references: [...changed] });
		},
		goAway: () => end(CLOSE.goingAway, 'the server stops'),
	};
	return session;
};
