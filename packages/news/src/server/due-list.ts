import type { Log, Timers } from '@navette/core';
import type { SubscriptionKey } from './progress.ts';

/** Subscriptions to look at soon, each at one place at a time. */
export interface DueList {
	/** Looks at one in so many milliseconds; earlier if it was due earlier. */
	add(key: SubscriptionKey, ms: number): void;
	/** Resolves once nothing is under way; what waits for its time goes on waiting. */
	idle(): Promise<void>;
	/** Starts nothing more, and waits for what is under way. */
	close(): Promise<void>;
}

interface Entry {
	readonly key: SubscriptionKey;
	/** `resting`: it has just been looked at. */
	state: 'waiting' | 'ready' | 'running' | 'resting';
	/** Whether it became due again while it ran or rested. */
	isDueAgain: boolean;
	cancel: () => void;
	/** When a waiting one is due, ms after it was asked for. */
	rank: number;
}

/** How many are looked at side by side. */
const ABREAST = 8;

/**
 * Keeps what is due. `work` answers in how many milliseconds it wants to be called again, if ever;
 * two calls for one subscription are `breathMs` apart at least.
 */
export const createDueList = (deps: {
	readonly timers: Timers;
	readonly log: Log;
	readonly breathMs: number;
	readonly work: (key: SubscriptionKey) => Promise<number | undefined>;
}): DueList => {
	const entries = new Map<string, Entry>();
	const ready: Entry[] = [];
	const running = new Set<Promise<void>>();
	let isClosed = false;
	const nameOf = ({ org, account, id }: SubscriptionKey) => JSON.stringify([org, account, id]);

	const makeReady = (entry: Entry): void => {
		entry.state = 'ready';
		ready.push(entry);
		start();
	};

	const wait = (entry: Entry, ms: number): void => {
		entry.state = 'waiting';
		entry.rank = ms;
		entry.cancel = deps.timers.after(ms, () => makeReady(entry));
	};

	/** What becomes due meanwhile waits for the end of the rest. */
	const rest = (entry: Entry): void => {
		entry.state = 'resting';
		entry.cancel = deps.timers.after(deps.breathMs, () => {
			if (entry.isDueAgain) makeReady(entry);
			else entries.delete(nameOf(entry.key));
		});
	};

	const run = async (entry: Entry): Promise<void> => {
		entry.state = 'running';
		entry.isDueAgain = false;
		let next: number | undefined;
		try {
			next = await deps.work(entry.key);
		} catch (error) {
			deps.log.error('news-failed', { error: String(error) });
			next = 60_000;
		}
		if (isClosed) return;
		if (next === undefined || entry.isDueAgain) rest(entry);
		else wait(entry, Math.max(next, deps.breathMs));
	};

	const start = (): void => {
		while (!isClosed && running.size < ABREAST) {
			const entry = ready.shift();
			if (!entry) return;
			const done = run(entry).finally(() => {
				running.delete(done);
				start();
			});
			running.add(done);
		}
	};

	return {
		add(key, ms) {
			if (isClosed) return;
			const name = nameOf(key);
			const entry = entries.get(name);
			if (!entry) {
				const made: Entry = { key, state: 'waiting', isDueAgain: false, cancel() {}, rank: ms };
				entries.set(name, made);
				return wait(made, ms);
			}
			if (entry.state === 'running' || entry.state === 'resting') entry.isDueAgain = true;
			else if (entry.state === 'waiting' && ms < entry.rank) {
				entry.cancel();
				wait(entry, ms);
			}
		},
		async idle() {
			while (running.size > 0) await Promise.all(running);
		},
		async close() {
			isClosed = true;
			for (const entry of entries.values()) entry.cancel();
			ready.length = 0;
			await Promise.all(running);
			entries.clear();
		},
	};
};
