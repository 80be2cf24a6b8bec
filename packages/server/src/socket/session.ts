import { decodeCbor } from '@navette/codec';
import { type Failure, failure } from '@navette/core';
import { ClientFrame, LIMITS, PROTOCOL_VERSION } from '@navette/protocol';
import * as v from 'valibot';
import { bearerOf, NOBODY } from '../access/token.ts';
import { answerRequest, costOf, flush, refuseRequest } from './answer-request.ts';
import { createInbound } from './inbound.ts';
import { createOutbound } from './outbound.ts';
import type { Session, SessionDeps, State } from './session-state.ts';
import { createSessionSubscriptions } from './session-subscriptions.ts';
import { CLOSE, type SocketPort } from './socket-port.ts';

type Greeting = Extract<ClientFrame, { kind: 'hello' }>;

const countSocket = (state: State, isOpen: boolean): void => {
	if (state.isCounted === isOpen) return;
	state.isCounted = isOpen;
	const change = isOpen ? 1 : -1;
	state.deps.observer.note({ kind: 'socket', org: state.session.org, change });
};

const end = (state: State, code: number, reason: string): void => {
	for (const stop of state.stops.splice(0)) stop();
	state.inbound.stop();
	state.deps.listeners.leave(state.session);
	countSocket(state, false);
	state.outbound.end(code, reason);
};

const refuseAll = (state: State, failed: Failure, code: number): void => {
	state.outbound.send({ kind: 'refused', error: state.deps.service.toWire(failed) });
	end(state, code, failed.code);
};

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

/** Seconds a socket that goes too fast is not listened to, at most. */
const MOST_HELD = 5;

const hear = async (state: State, frame: ClientFrame): Promise<void> => {
	const { known, deps } = state;
	if (frame.kind === 'hello') return known ? undefined : greet(state, frame);
	if (!known) return refuseAll(state, failure('E-TOKEN'), CLOSE.unauthorised);
	if (frame.kind === 'unsubscribe') return state.subscriptions.forget(frame.references);
	const taken = await deps.rates.take(known.token, costOf(frame));
	if (taken.ok) return answerRequest(state, known.caller, frame);
	refuseRequest(state, frame.request, taken.error);
	state.inbound.hold(1_000 * Math.min(MOST_HELD, Number(taken.error.detail?.seconds ?? 1)));
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

const receive = async (state: State, bytes: Uint8Array): Promise<void> => {
	const frame = state.outbound.isOpen() ? parseFrame(state, bytes) : undefined;
	if (!frame) return;
	try {
		await hear(state, frame);
	} catch (error) {
		state.deps.log.error('frame-failed', { error: String(error) });
		if ('request' in frame) refuseRequest(state, frame.request, failure('E-DEFECT'));
		else refuseAll(state, failure('E-DEFECT'), CLOSE.badFrame);
	}
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
	const inbound = createInbound({
		port,
		atOnce: deps.limits.requestsAtOnce,
		timers: deps.timers,
		handle: (bytes) => receive(state, bytes),
	});
	const session: Session = {
		org,
		get caller() {
			return state.known?.caller ?? NOBODY;
		},
		subscriptions: subscriptions.all,
		message: inbound.receive,
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
		inbound,
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
