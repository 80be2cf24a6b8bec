import { err, type Failure, failure, ok, type Result } from '@navette/core';
import type { Caller, Committed, Page, Pulled } from '@navette/engine';
import type { Account } from '@navette/model';
import {
	type CallAnswer,
	type Frame,
	type FrameAnswer,
	LIMITS,
	type OpenAnswer,
	type OpenRequest,
	type PullAnswer,
	type PullRequest,
} from '@navette/protocol';
import { noticesOf } from './notices.ts';
import { type RunDeps, runCall } from './run-call.ts';
import type { Service } from './service.ts';

/** What HTTP and sockets have in common: a checked message in, a message out. */
export interface Dispatcher {
	/** Runs the calls of a frame, each on its own. `withNotices` adds what moved for the caller. */
	frame(org: string, caller: Caller, frame: Frame, withNotices: boolean): Promise<FrameAnswer>;
	open(org: string, caller: Caller, request: OpenRequest): Promise<Result<OpenAnswer, Failure>>;
	/** Whether somebody calls: who, the time and the history of the organisation, or `E-TOKEN`. */
	whoIs(
		org: string,
		caller: Caller,
	): Promise<
		Result<{ readonly account: Account; readonly now: number; readonly epoch: string }, Failure>
	>;
	/** Also says where each reference leads, for subscriptions. */
	pull(org: string, caller: Caller, request: PullRequest): Promise<Result<PullOutcome, Failure>>;
}

/** A pull's answer, and what the engine said, for subscriptions. */
export interface PullOutcome {
	readonly answer: PullAnswer;
	readonly pulled: Pulled;
}

const toAnswer = (
	service: Service,
	id: string,
	outcome: Result<Committed<unknown>, Failure>,
): CallAnswer =>
	outcome.ok
		? { id, result: outcome.value.result ?? null }
		: { id, error: service.toWire(outcome.error) };

const pageToWire = (reference: string, page: Page): PullAnswer['threads'][number] => ({
	reference,
	version: page.version,
	upTo: page.upTo,
	more: page.more,
	horizon: page.horizon,
	full: page.full,
	scope: page.scope,
	documents: [...page.documents],
	...(page.checksum === undefined ? {} : { checksum: page.checksum }),
});

/** What may be guessed at is counted by address where it is asked by itself: nowhere else. */
const ALONE = err(failure('E-INPUT', { path: 'calls', reason: 'asked at /call, by itself' }));

interface DispatcherDeps extends RunDeps {
	/** Time shown when no operation says the organisation's own, ms. */
	readonly now: () => number;
}

/** Builds the dispatcher of a server. */
export const createDispatcher = (deps: DispatcherDeps): Dispatcher => {
	const { service, engine } = deps;
	return {
		async frame(org, caller, frame, withNotices) {
			const outcomes = await Promise.all(
				frame.calls.map((call) =>
					service.operations.get(call.name)?.guesses
						? ALONE
						: runCall(deps, org, caller, call, withNotices),
				),
			);
			const done = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
			const notices = withNotices ? noticesOf(service.catalogue, done) : [];
			return {
				answers: frame.calls.map((call, at) =>
					toAnswer(service, call.id, outcomes[at] as Result<Committed<unknown>, Failure>),
				),
				notices: [...notices],
				now: done.at(-1)?.now ?? deps.now(),
			};
		},
		whoIs: (org, caller) =>
			engine.read(org, caller, ({ now }, account, { epoch }) => ok({ account, now, epoch })),
		async open(org, caller, request) {
			const opened = await engine.open(org, caller, request.paths);
			if (!opened.ok) return opened;
			const threads = opened.value.threads.map(({ path, outcome }) =>
				outcome.ok
					? { path, reference: outcome.value }
					: { path, error: service.toWire(outcome.error) },
			);
			return ok({ epoch: opened.value.epoch, now: opened.value.now, threads });
		},
		async pull(org, caller, request) {
			const limit = request.limit ?? LIMITS.defaultPage;
			const outcome = await engine.pull(org, caller, request.threads, limit);
			if (!outcome.ok) return outcome;
			const pulled = outcome.value;
			const threads = pulled.threads.map(({ reference, outcome: thread }) =>
				thread.ok
					? pageToWire(reference, thread.value.page)
					: { reference, error: service.toWire(thread.error) },
			);
			return ok({ answer: { epoch: pulled.epoch, now: pulled.now, threads }, pulled });
		},
	};
};
