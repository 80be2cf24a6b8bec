import type { Timers } from '@navette/core';
import type { TestClock } from '@navette/testkit';

/** Timers that run when the test moves time. */
export interface TestTimers extends Timers {
	/** Moves the clock, running what falls due, in order. */
	advance(ms: number): Promise<void>;
	waiting(): number;
}

/** Lets everything that is ready run: promises, and the platform's own asynchronous work. */
export const breathe = async (turns = 8): Promise<void> => {
	for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
};

export const createTestTimers = (clock: TestClock): TestTimers => {
	let number = 0;
	const due = new Map<number, { at: number; work: () => void; every: number | undefined }>();
	const add = (ms: number, work: () => void, every: number | undefined) => {
		const id = ++number;
		due.set(id, { at: clock.now() + ms, work, every });
		return () => void due.delete(id);
	};
	const nextUntil = (end: number) =>
		[...due].filter(([, one]) => one.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
	return {
		after(ms, work) {
			if (ms > 0) return add(ms, work, undefined);
			/* the next turn comes by itself */
			const turn = setImmediate(work);
			return () => clearImmediate(turn);
		},
		every: (ms, work) => add(ms, work, ms),
		waiting: () => due.size,
		async advance(ms) {
			const end = clock.now() + ms;
			for (let next = nextUntil(end); next; next = nextUntil(end)) {
				const [id, one] = next;
				clock.set(one.at);
				if (one.every === undefined) due.delete(id);
				else one.at += one.every;
				one.work();
				await breathe(2);
			}
			clock.set(end);
			await breathe(2);
		},
	};
};

/** Longest wait for something that should come, ms of real time: sealing runs on other threads. */
const PATIENCE = 5_000;

/** Waits for something the test expects; fails when it does not come. */
export const until = async (what: string, condition: () => boolean): Promise<void> => {
	const end = performance.now() + PATIENCE;
	while (!condition()) {
		if (performance.now() > end) throw new Error(`never happened: ${what}`);
		await new Promise((resolve) => setImmediate(resolve));
	}
};
