import { decodeCbor } from '@navette/codec';
import { bytesToBase64Url, type Failure, failure, type Timers } from '@navette/core';
import type { Caller } from '@navette/engine';
import type { Account, Version } from '@navette/model';
import { ClientFrame, LIMITS, PROTOCOL_VERSION } from '@navette/protocol';
import * as v from 'valibot';
import { type Greeted, greetedBy, namesSession } from '../access/caller-of.ts';
import { NOBODY } from '../access/token.ts';
import { answerRequest, costOf, flush, refuseRequest } from './answer-request.ts';
import { type Inbound, SocketInbound } from './inbound.ts';
import { type Outbound, SocketOutbound } from './outbound.ts';
import type { RightsMoved, Session, SessionDeps, State } from './session-state.ts';
import { HeldSubscriptions, type SessionSubscriptions } from './session-subscriptions.ts';
import { CLOSE, type SocketPort } from './socket-port.ts';
import type { Subscription } from './subscription.ts';

type Greeting = Extract<ClientFrame, { kind: 'hello' }>;

const countSocket = (state: State, isOpen: boolean): void => {
	if (state.isCounted === isOpen) return;
	state.isCounted = isOpen;
	const change = isOpen ? 1 : -1;
	state.deps.observer.note({ kind: 'socket', org: state.org, change });
};

const end = (state: State, code: number, reason: string): void => {
	state.stopTimer?.();
	state.stopTimer = undefined;
	state.inbound.stop();
	state.deps.listeners.leave(state);
	state.deps.ended(state);
	countSocket(state, false);
	state.outbound.end(code, reason);
};

const refuseAll = (state: State, failed: Failure, code: number): void => {
	state.outbound.send({ kind: 'refused', error: state.deps.service.toWire(failed) });
	end(state, code, failed.code);
};

/** Below this, ms, a clock was not moved: it took that long to ask. */
const CLOCK_STEP = 30_000;

/** Beats between two looks at whether a session, or a right it carries, is over: five minutes. */
const REVIEW_BEATS = 20;

const beat = (state: State): void => {
	if (!state.outbound.beat(state.deps.now() + state.clockOffset)) {
		end(state, CLOSE.tooSlow, 'too slow');
		return;
	}
	flush(state, state.subscriptions.values());
	state.beats++;
	if (state.greeted?.expires && state.beats % REVIEW_BEATS === 0) state.deps.review(state);
};

const challenge = (state: State): void => {
	state.nonce ??= bytesToBase64Url(state.deps.random.bytes(16));
	state.outbound.send({ kind: 'challenge', nonce: state.nonce, now: state.deps.now() });
};

const rightsText = ({ rights }: Account): string =>
	rights.map(({ usage, subject, power }) => `${usage}/${subject}/${power}`).join();

const greet = async (state: State, frame: Greeting): Promise<void> => {
	const { deps, org, outbound } = state;
	if (frame.protocol !== PROTOCOL_VERSION)
		return refuseAll(state, failure('E-PROTOCOL'), CLOSE.protocol);
	const admitted = await deps.rates.admit(state.address);
	if (!admitted.ok) return refuseAll(state, admitted.error, CLOSE.tooFast);
	if (namesSession(frame.token)) return challenge(state);
	const greeted = await greetedBy(deps.signed, org, frame.token, state.nonce);
	const known = greeted.ok ? await deps.dispatcher.whoIs(org, greeted.value.caller) : greeted;
	const outcome = known.ok ? 'ok' : known.error.code;
	deps.observer.note({ kind: 'greeting', org, outcome, address: state.address });
	if (!known.ok || !greeted.ok) {
		await deps.rates.refuse(state.address);
		return refuseAll(state, known.ok ? failure('E-TOKEN') : known.error, CLOSE.unauthorised);
	}
	if (!outbound.isOpen() || state.greeted !== undefined) return;
	state.stopTimer?.();
	state.greeted = greeted.value;
	const { account, ...about } = known.value;
	state.rights = rightsText(account);
	state.clockOffset = about.now - deps.now();
	deps.listeners.enter(state);
	countSocket(state, true);
	state.stopTimer = deps.timers.every(deps.limits.beatMs, () => beat(state));
	const { beatMs } = deps.limits;
	outbound.send({ kind: 'welcome', ...about, beat: beatMs });
};

/** Seconds a socket that goes too fast is not listened to, at most. */
const MOST_HELD = 5;

const hear = async (state: State, frame: ClientFrame): Promise<void> => {
	const { greeted, deps } = state;
	if (frame.kind === 'hello') return greeted === undefined ? greet(state, frame) : undefined;
	if (greeted === undefined) return refuseAll(state, failure('E-TOKEN'), CLOSE.unauthorised);
	if (frame.kind === 'unsubscribe') return state.held.forget(frame.references);
	const taken = await deps.rates.take(greeted.name, costOf(frame));
	if (taken.ok) return answerRequest(state, state.caller, frame);
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

const tellRights = (state: State, moved: RightsMoved): void => {
	const { lost, changed, account, isMover } = moved;
	const { outbound, held } = state;
	const before = state.rights;
	state.reviews++;
	state.rights = rightsText(account);
	held.forget(lost);
	// Reports say something else under other rights, or of fewer sessions.
	const saysMore = lost.length === 0 && (isMover || state.rights !== before);
	// First, and even when it names nothing: whoever was refused a thread may have it now.
	if (changed.length > 0 || state.wasRefused || saysMore)
		outbound.send({ kind: 'rescoped', references: [...changed] });
	if (lost.length > 0) outbound.send({ kind: 'withdrawn', references: [...lost] });
	state.wasRefused ||= lost.length > 0;
};

/** What there is of one socket. Its steps are the functions above. */
class SocketSession implements State {
	readonly deps: SessionDeps;
	readonly org: string;
	readonly port: SocketPort;
	readonly address: string;
	readonly inbound: Inbound;
	readonly outbound: Outbound;
	readonly held: SessionSubscriptions;
	greeted: Greeted | undefined;
	stopTimer: State['stopTimer'];
	isCounted = false;
	rights = '';
	clockOffset = 0;
	beats = 0;
	reviews = 0;
	wasRefused = false;
	nonce: string | undefined;

	constructor(deps: SessionDeps, org: string, port: SocketPort, address: string) {
		this.deps = deps;
		this.org = org;
		this.port = port;
		this.address = address;
		this.inbound = new SocketInbound(this);
		this.outbound = new SocketOutbound(port, deps.limits);
		this.held = new HeldSubscriptions(this, deps.listeners);
		this.stopTimer = deps.timers.after(deps.limits.greetingMs, () =>
			refuseAll(this, failure('E-SLOW'), CLOSE.notInTime),
		);
	}

	get atOnce(): number {
		return this.deps.limits.requestsAtOnce;
	}

	get timers(): Timers {
		return this.deps.timers;
	}

	get caller(): Caller {
		return this.greeted?.caller ?? NOBODY;
	}

	get subscriptions(): ReadonlyMap<string, Subscription> {
		return this.held.all;
	}

	handle(bytes: Uint8Array): Promise<void> {
		return receive(this, bytes);
	}

	message(bytes: Uint8Array): void {
		this.inbound.receive(bytes);
	}

	closed(): void {
		this.outbound.stop();
		end(this, CLOSE.goingAway, 'gone');
	}

	tell(subscription: Subscription, version: Version, frame: Uint8Array): boolean {
		return this.outbound.tell(subscription, version, frame);
	}

	refuse(failed: Failure): void {
		refuseAll(this, failed, CLOSE.unauthorised);
	}

	timeIs(now: number): void {
		const offset = now - this.deps.now();
		if (Math.abs(offset - this.clockOffset) < CLOCK_STEP) return;
		this.clockOffset = offset;
		this.outbound.beat(now);
	}

	rightsMoved(moved: RightsMoved): void {
		tellRights(this, moved);
	}

	goAway(): void {
		end(this, CLOSE.goingAway, 'the server stops');
	}
}

/** Opens a session on a socket; nothing is answered before its greeting. */
export const createSession = (
	deps: SessionDeps,
	org: string,
	port: SocketPort,
	address: string,
): Session => new SocketSession(deps, org, port, address);
