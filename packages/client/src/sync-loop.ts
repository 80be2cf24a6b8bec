import type { Log, Timers } from '@navette/core';
import { LIMITS, type WireError, type WireNotice } from '@navette/protocol';
import { delayOf } from './backoff.ts';
import type { Exchange } from './exchange.ts';
import { localError } from './local-error.ts';
import type { FollowedThread } from './thread-following.ts';

/** Keeps followed threads up to date: what to ask, for all of them at once. */
export interface SyncLoop {
	follow(thread: FollowedThread): void;
	unfollow(thread: FollowedThread): void;
	threads(): Iterable<FollowedThread>;
	/** Asks for what is missing, soon; what is wanted in one turn goes in one request. */
	run(): void;
	/** Everything followed is up to date. */
	isCaughtUp(): boolean;
	/** The socket is new: all is to be asked, and subscribed, again. */
	restart(): void;
	/** Notices were lost: all is to be asked again. */
	fallBehind(): void;
	notices(notices: readonly WireNotice[]): void;
	/**
	 * Notices that came with the answer of a call. Their documents are left: they were seen with the
	 * rights of that moment, which may not be those this device last read its threads with.
	 */
	answered(notices: readonly WireNotice[]): void;
	rescoped(references: readonly string[]): void;
	withdrawn(references: readonly string[]): void;
	close(): void;
}

interface SyncLoopDeps {
	readonly exchange: Exchange;
	/** Over the socket, threads are subscribed; without it they are only read. */
	readonly canSubscribe: () => boolean;
	readonly canAsk: () => boolean;
	readonly timers: Timers;
	readonly log: Log;
	/** There is nothing more to ask for now. */
	readonly caughtUp: () => void;
	/** The server refuses this access. */
	readonly refused: (error: WireError) => void;
}

/** Documents of a page: the next one is on its way while these are opened. */
const PAGE = 1_000;
const AGAIN_MS = 2_000;

/** What a question did: it moved something, or nothing, or asking further is useless for now. */
type Outcome = 'moved' | 'still' | 'stop';

const chunks = <T>(all: readonly T[]): readonly (readonly T[])[] =>
	Array.from({ length: Math.ceil(all.length / LIMITS.threadsPerRequest) }, (_, index) =>
		all.slice(index * LIMITS.threadsPerRequest, (index + 1) * LIMITS.threadsPerRequest),
	);

export const createSyncLoop = (deps: SyncLoopDeps): SyncLoop => {
	const { exchange } = deps;
	const all = new Set<FollowedThread>();
	let running = false;
	let wanted = false;
	let cancelAgain = () => {};

	const withReference = (references: readonly string[]) => {
		const named = new Set(references);
		return [...all].filter((thread) => named.has(thread.reference() ?? ''));
	};

	const later = (error: WireError): Outcome => {
		cancelAgain();
		cancelAgain = deps.timers.after(delayOf(error.detail, AGAIN_MS), run);
		return 'still';
	};

	/** A whole question failed. Offline: the connection starts again by itself. */
	const failed = (error: WireError): Outcome => {
		if (error.code === 'E-OFFLINE') return 'stop';
		if (error.retry === 'later') later(error);
		else deps.refused(error);
		return 'stop';
	};

	const open = async (threads: readonly FollowedThread[]): Promise<Outcome> => {
		const asked = new Map(threads.map((thread) => [thread.path, thread]));
		const answer = await exchange.open({ paths: [...asked.keys()] });
		if (!answer.ok) return failed(answer.error);
		const outcomes = answer.value.threads.map((one): Outcome => {
			const thread = asked.get(one.path);
			if (!thread) return 'still';
			if (!('error' in one)) thread.opened(one.reference, answer.value.epoch);
			else if (one.error.retry === 'later') return later(one.error);
			else thread.refuse(one.error);
			return 'moved';
		});
		return outcomes.includes('moved') ? 'moved' : 'still';
	};

	const pull = async (
		threads: readonly FollowedThread[],
		subscribing: boolean,
	): Promise<Outcome> => {
		const questions = threads.flatMap((thread) => thread.ask(subscribing) ?? []);
		const asked = new Map(questions.map((question) => [question.request.reference, question]));
		const body = { threads: questions.map((question) => question.request), limit: PAGE };
		const answer = await (subscribing ? exchange.subscribe(body) : exchange.pull(body));
		if (!answer.ok) return failed(answer.error);
		const outcomes = answer.value.threads.map((one): Outcome => {
			const question = asked.get(one.reference);
			if (!question) return 'still';
			if (!('error' in one)) return question.accept(one, answer.value) ? 'moved' : 'still';
			if (one.error.retry === 'later') return later(one.error);
			question.refuse(one.error, answer.value);
			return 'moved';
		});
		if (outcomes.includes('moved')) return 'moved';
		deps.log.warn('sync.still', { threads: threads.length });
		return later(localError('E-BUSY'));
	};

	/** One question per kind, together; says whether there is a reason to go on at once. */
	const step = async (): Promise<boolean> => {
		const behind = [...all].filter((thread) => thread.isBehind());
		const unknown = behind.filter((thread) => thread.reference() === undefined);
		const known = behind.filter((thread) => thread.reference() !== undefined);
		const fresh = known.filter((thread) => deps.canSubscribe() && !thread.isSubscribed());
		const others = known.filter((thread) => !fresh.includes(thread));
		const outcomes = await Promise.all([
			...chunks(unknown).map((some) => open(some)),
			...chunks(fresh).map((some) => pull(some, true)),
			...chunks(others).map((some) => pull(some, false)),
		]);
		return outcomes.includes('moved') && !outcomes.includes('stop');
	};

	const loop = async () => {
		running = true;
		do {
			wanted = false;
			// What else is watched in this turn joins the same request.
			await Promise.resolve();
			await Promise.all([...all].map((thread) => thread.loaded));
			while (deps.canAsk() && (await step()));
		} while (wanted);
		running = false;
		if (deps.canAsk()) deps.caughtUp();
	};

	const run = () => {
		wanted = true;
		if (!running && deps.canAsk()) void loop();
	};

	const hear = (notices: readonly WireNotice[]) => {
		for (const notice of notices)
			for (const thread of withReference([notice.reference])) thread.notice(notice);
		if ([...all].some((thread) => thread.isBehind())) run();
	};

	return {
		follow(thread) {
			all.add(thread);
			void thread.loaded.then(run);
		},
		unfollow: (thread) => void all.delete(thread),
		threads: () => all,
		run,
		isCaughtUp: () => [...all].every((thread) => thread.isLoaded() && !thread.isBehind()),
		restart() {
			for (const thread of all) thread.restart();
		},
		fallBehind() {
			for (const thread of all) thread.fallBehind();
			run();
		},
		notices: hear,
		answered: (notices) => hear(notices.map(({ documents: _, ...moved }) => moved)),
		rescoped(references) {
			for (const thread of all) thread.reconsider();
			for (const thread of withReference(references)) thread.fallBehind();
			run();
		},
		withdrawn(references) {
			for (const thread of withReference(references)) thread.refuse(localError('E-THREAD'));
		},
		close: () => cancelAgain(),
	};
};
