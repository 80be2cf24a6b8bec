import { type Failure, failure } from '@navette/core';
import type { Caller, Pulled } from '@navette/engine';
import type { ClientFrame, PullRequest, ServerFrame } from '@navette/protocol';
import type { State } from './session-state.ts';
import type { Subscription } from './subscription.ts';

/** A request of a client that has greeted. */
export type RequestFrame = Exclude<ClientFrame, { kind: 'hello' } | { kind: 'unsubscribe' }>;

/** Points of a request: a call and a pulled thread cost one each. */
export const costOf = (frame: RequestFrame): number => {
	if (frame.kind === 'call') return frame.frame.calls.length;
	if (frame.kind === 'open') return frame.open.paths.length;
	return frame.pull.threads.length;
};

/** Tells the versions that waited for a subscription to be read, or for the socket to drain. */
export const flush = (state: State, subscriptions: Iterable<Subscription>): void => {
	const sent = state.outbound.flush(subscriptions);
	if (sent > 0) state.deps.observer.note({ kind: 'released', sent });
};

export const refuseRequest = ({ outbound, deps }: State, request: number, failed: Failure): void =>
	outbound.send({ kind: 'refused', request, error: deps.service.toWire(failed) });

/** Reads again as long as rights move meanwhile: what is answered is seen with the rights of now. */
const readPlaced = async (
	{ deps, org }: State,
	who: Caller,
	placed: readonly Subscription[],
	pull: PullRequest,
) => {
	for (;;) {
		for (const one of placed) one.review = false;
		const outcome = await deps.dispatcher.pull(org, who, pull);
		if (!outcome.ok || !placed.some((one) => one.review)) return outcome;
	}
};

/** Documents read for one point. */
const DOCUMENTS_PER_POINT = 250;

/** What a reading cost beyond its point is taken from what the access may still ask. */
const chargeRead = async ({ deps, greeted }: State, pulled: Pulled): Promise<void> => {
	const documents = pulled.threads.reduce(
		(sum, { outcome }) => sum + (outcome.ok ? outcome.value.page.documents.length : 0),
		0,
	);
	const points = Math.floor(documents / DOCUMENTS_PER_POINT);
	if (greeted !== undefined && points > 0) await deps.rates.take(greeted.name, points);
};

/** Whether something that was asked for is refused. */
const isRefusal = (one: object): boolean => 'error' in one;

/**
 * Sends an answer; when something in it is refused by rights that moved meanwhile, it is said once
 * more that they did: the first time the device had no refusal yet.
 */
const sendSeen = (
	state: State,
	before: number,
	frame: Extract<ServerFrame, { kind: 'opened' | 'pulled' }>,
): void => {
	state.outbound.send(frame);
	const threads: readonly object[] = frame.answer.threads;
	if (!threads.some(isRefusal)) return;
	state.wasRefused = true;
	if (state.reviews !== before) state.outbound.send({ kind: 'rescoped', references: [] });
};

/** Listens first, reads second: what is committed in between waits, and is told after the pull. */
const subscribe = async (state: State, who: Caller, request: number, pull: PullRequest) => {
	const { deps, held } = state;
	const limit = deps.limits.subscriptions;
	if (held.all.size + pull.threads.length > limit)
		return refuseRequest(state, request, failure('E-SIZE', { limit }));
	const placed = held.place(pull.threads);
	const before = state.reviews;
	const outcome = await readPlaced(state, who, placed, pull);
	if (!outcome.ok) {
		held.forget(placed.map((one) => one.reference));
		return refuseRequest(state, request, outcome.error);
	}
	const { pulled, answer } = outcome.value;
	for (const [at, subscription] of placed.entries()) {
		const thread = pulled.threads[at]?.outcome;
		if (thread) held.settle(subscription, thread);
	}
	sendSeen(state, before, { kind: 'pulled', request, answer });
	flush(state, placed);
	await chargeRead(state, pulled);
};

/** Answers a request whose points were taken. */
export const answerRequest = async (
	state: State,
	who: Caller,
	frame: RequestFrame,
): Promise<void> => {
	const { outbound, org } = state;
	const { dispatcher } = state.deps;
	const { request } = frame;
	const before = state.reviews;
	if (frame.kind === 'subscribe') return subscribe(state, who, request, frame.pull);
	if (frame.kind === 'call') {
		const answer = await dispatcher.frame(org, who, frame.frame, false);
		return outbound.send({ kind: 'called', request, answer });
	}
	if (frame.kind === 'open') {
		const opened = await dispatcher.open(org, who, frame.open);
		if (!opened.ok) return refuseRequest(state, request, opened.error);
		return sendSeen(state, before, { kind: 'opened', request, answer: opened.value });
	}
	const pulled = await dispatcher.pull(org, who, frame.pull);
	if (!pulled.ok) return refuseRequest(state, request, pulled.error);
	sendSeen(state, before, { kind: 'pulled', request, answer: pulled.value.answer });
	await chargeRead(state, pulled.value.pulled);
};
