import { decodeCbor } from '@navette/codec';
import { type Failure, failure, type Log, type Observer, type Timers } from '@navette/core';
import type { Caller } from '@navette/engine';
import type { Version } from '@navette/model';
import { ClientFrame, LIMITS, PROTOCOL_VERSION, type PullRequest } from '@navette/protocol';
import * as v from 'valibot';
import { bearerOf, NOBODY } from '../access/token.ts';
import type { Dispatcher } from '../dispatcher.ts';
import type { ServerEvent } from '../observation/server-event.ts';
import type { Rates } from '../rate.ts';
import type { Service } from '../service.ts';
import type { Listeners } from './listeners.ts';
import { createOutbound, type Outbound } from './outbound.ts';
import { createSessionSubscriptions, type SessionSubscriptions } from './session-subscriptions.ts';
import type { SocketLimits } from './socket-limits.ts';
import { CLOSE, type SocketEvents, type SocketPort } from './socket-port.ts';
import type { Subscription } from './subscription.ts';

/** One socket, from its greeting to its end. */
export interface Session extends SocketEvents {
	readonly org: string;
	/** Nobody, before the greeting. */
	readonly caller: Caller;
	readonly subscriptions: ReadonlyMap<string, Subscription>;
	/**
	 * Tells a change already encoded (`true`); a socket that does not drain gets the latest version
	 * later.
	 */
	tell(subscription: Subscription, version: Version, frame: Uint8Array): boolean;
	/** Ends it: its access is no more. */
	refuse(failed: Failure): void;
	/** References of threads that are lost, and of those of which something else is seen. */
	rightsMoved(lost: readonly string[], changed: readonly string[]): void;
	/** Ends it: the server stops. */
	goAway(): void;
}

export interface SessionDeps {
	readonly service: Service;
	readonly dispatcher: Dispatcher;
	readonly listeners: Listeners<Session>;
	readonly rates: Rates;
	readonly timers: Timers;
	readonly log: Log;
	readonly observer: Observer<ServerEvent>;
	readonly limits: SocketLimits;
	readonly now: () => number;
}

type Greeting = Extract<ClientFrame, { kind: 'hello' }>;
type RequestFrame = Exclude<ClientFrame, { kind: 'hello' } | { kind: 'unsubscribe' }>;

/** What the steps of a session share. */
interface State {
	readonly deps: SessionDeps;
	readonly session: Session;
	readonly outbound: Outbound;
	readonly subscriptions: SessionSubscriptions;
	readonly address: string;
	/** Set by the greeting. */
	known: { readonly token: string; readonly caller: Caller } | undefined;
	readonly stops: (() => void)[];
	/** Whether it is counted among the open sockets of its organisation. */
	isCounted: boolean;
}

const countSocket = (state: State, isOpen: boolean): void => {
	if (state.isCounted === isOpen) return;
	state.isCounted = isOpen;
	const change = isOpen ? 1 : -1;
	state.deps.observer.note({ kind: 'socket', org: state.session.org, change });
};

const flush = (state: State, subscriptions: Iterable<Subscription>): void => {
	const sent = state.outbound.flush(subscriptions);
	if (sent > 0) state.deps.observer.note({ kind: 'released', sent });
};

const end = (state: State, code: number, reason: string): void => {
	for (const stop of state.stops.splice(0)) stop();
	state.deps.listeners.leave(state.session);
	countSocket(state, false);
	state.outbound.end(code, reason);
};

const refuseAll = (state: State, failed: Failure, code: number): void => {
	state.outbound.send({ kind: 'refused', error: state.deps.service.toWire(failed) });
	end(state, code, failed.code);
};

const refuseRequest = ({ outbound, deps }: State, request: number, failed: Failure): void =>
	outbound.send({ kind: 'refused', request, error: deps.service.toWire(failed) });

const beat = (state: State): void => {
	if (state.outbound.beat(state.deps.now())) flush(state, state.subscriptions.all.values());
	else end(state, CLOSE.tooSlow, 'too slow');
};

const greet = async (state: State, frame: Greeting): Promise<void> => {
	const { deps, session, outbound } = state;
	if (frame.protocol !== PROTOCOL_VERSION)
		return refuseAll(state, failure('E-PROTOCOL'), CLOSE.protocol);
	const admitted = await deps.rates.admit(state.address);
	if (!admitted.ok) return refuseAll(state, admitted.error, CLOSE.tooFast);
	const caller = bearerOf(frame.token);
	const known = await deps.dispatcher.whoIs(session.org, caller);
	const outcome = known.ok ? 'ok' : known.error.code;
	deps.observer.note({ kind: 'greeting', org: session.org, outcome, address: state.address });
	if (!known.ok) {
		await deps.rates.refuse(state.address);
		return refuseAll(state, known.error, CLOSE.unauthorised);
	}
	if (!outbound.isOpen() || state.known) return;
	for (const stop of state.stops.splice(0)) stop();
	state.known = { token: frame.token, caller };
	deps.listeners.enter(session);
	countSocket(state, true);
	state.stops.push(deps.timers.every(deps.limits.beatMs, () => beat(state)));
	const { beatMs } = deps.limits;
	outbound.send({ kind: 'welcome', ...known.value, beat: beatMs });
};

/** Reads again as long as rights move meanwhile: what is answered is seen with the rights of now. */
const readPlaced = async (
	{ deps, session }: State,
	who: Caller,
	placed: readonly Subscription[],
	pull: PullRequest,
) => {
	for (;;) {
		for (const one of placed) one.review = false;
		const outcome = await deps.dispatcher.pull(session.org, who, pull);
		if (!outcome.ok || !placed.some((one) => one.review)) return outcome;
	}
};

/** Listens first, reads second: what is committed in between waits, and is told after the pull. */
const subscribe = async (state: State, who: Caller, request: number, pull: PullRequest) => {
	const { deps, subscriptions, outbound } = state;
	const limit = deps.limits.subscriptions;
	if (subscriptions.all.size + pull.threads.length > limit)
		return refuseRequest(state, request, failure('E-SIZE', { limit }));
	const placed = subscriptions.place(pull.threads);
	const outcome = await readPlaced(state, who, placed, pull);
	if (!outcome.ok) {
		subscriptions.forget(placed.map((one) => one.reference));
		return refuseRequest(state, request, outcome.error);
	}
	const { pulled, answer } = outcome.value;
	for (const [at, subscription] of placed.entries()) {
		const thread = pulled.threads[at]?.outcome;
		if (thread) subscriptions.settle(subscription, thread);
	}
	outbound.send({ kind: 'pulled', request, answer });
	flush(state, placed);
};

const answerRequest = async (state: State, who: Caller, frame: RequestFrame): Promise<void> => {
	const { outbound, session } = state;
	const { dispatcher } = state.deps;
	const { request } = frame;
	if (frame.kind === 'subscribe') return subscribe(state, who, request, frame.pull);
	if (frame.kind === 'call') {
		const answer = await dispatcher.frame(session.org, who, frame.frame, false);
		return outbound.send({ kind: 'called', request, answer });
	}
	if (frame.kind === 'open') {
		const opened = await dispatcher.open(session.org, who, frame.open);
		if (!opened.ok) return refuseRequest(state, request, opened.error);
		return outbound.send({ kind: 'opened', request, answer: opened.value });
	}
	const pulled = await dispatcher.pull(session.org, who, frame.pull);
	if (!pulled.ok) return refuseRequest(state, request, pulled.error);
	outbound.send({ kind: 'pulled', request, answer: pulled.value.answer });
};

const hear = async (state: State, frame: ClientFrame): Promise<void> => {
	const { known, deps } = state;
	if (frame.kind === 'hello') return known ? undefined : greet(state, frame);
	if (!known) return refuseAll(state, failure('E-TOKEN'), CLOSE.unauthorised);
	if (frame.kind === 'unsubscribe') return state.subscriptions.forget(frame.references);
	const points = frame.kind === 'call' ? frame.frame.calls.length : 1;
	const taken = await deps.rates.take(known.token, points);
	if (!taken.ok) return refuseRequest(state, frame.request, taken.error);
	return answerRequest(state, known.caller, frame);
};

/** The frame of some bytes, or how the socket ends. */
const parseFrame = (state: State, bytes: Uint8Array): ClientFrame | undefined => {
	if (bytes.length > LIMITS.bodyBytes) {
		end(state, CLOSE.tooLarge, 'frame too large');
		return undefined;
	}
	const decoded = decodeCbor(bytes);
	const frame = decoded.ok ? v.safeParse(ClientFrame, decoded.value) : undefined;
	if (frame?.success) return frame.output;
	refuseAll(state, failure('E-BODY', { reason: 'frame' }), CLOSE.badFrame);
	return undefined;
};

const receive = (state: State, bytes: Uint8Array): void => {
	const frame = state.outbound.isOpen() ? parseFrame(state, bytes) : undefined;
	if (!frame) return;
	hear(state, frame).catch((error: unknown) => {
		state.deps.log.error('frame-failed', { error: String(error) });
		if ('request' in frame) refuseRequest(state, frame.request, failure('E-DEFECT'));
		else refuseAll(state, failure('E-DEFECT'), CLOSE.badFrame);
	});
};

const tellRights = (
	{ outbound, subscriptions }: State,
	lost: readonly string[],
	changed: readonly string[],
): void => {
	subscriptions.forget(lost);
	if (lost.length > 0) outbound.send({ kind: 'withdrawn', references: [...lost] });
	if (changed.length > 0) outbound.send({ kind: 'rescoped', references: [...changed] });
};

/** Opens a session on a socket; nothing is answered before its greeting. */
export const createSession = (
	deps: SessionDeps,
	org: string,
	port: SocketPort,
	address: string,
): Session => {
	const outbound = createOutbound(port, deps.limits);
	const subscriptions = createSessionSubscriptions({
		added: (subscription) => deps.listeners.add(session, subscription),
		removed: (subscription) => deps.listeners.remove(session, subscription),
	});
	const session: Session = {
		org,
		get caller() {
			return state.known?.caller ?? NOBODY;
		},
		subscriptions: subscriptions.all,
		message: (bytes) => receive(state, bytes),
		closed() {
			outbound.stop();
			end(state, CLOSE.goingAway, 'gone');
		},
		tell: outbound.tell,
		refuse: (failed) => refuseAll(state, failed, CLOSE.unauthorised),
		rightsMoved: (lost, changed) => tellRights(state, lost, changed),
		goAway: () => end(state, CLOSE.goingAway, 'the server stops'),
	};
	const state: State = {
		deps,
		session,
		outbound,
		subscriptions,
		address,
		known: undefined,
		stops: [],
		isCounted: false,
	};
	state.stops.push(
		deps.timers.after(deps.limits.greetingMs, () =>
			refuseAll(state, failure('E-SLOW'), CLOSE.notInTime),
		),
	);
	return session;
};
