import type { Timers } from '@navette/core';
import type { TestClock } from './test-clock.ts';

/** Timers that fire, in order, as the test lets time pass. */
export interface TestTimers extends Timers {
	/** Lets so many milliseconds pass on the clock, and everything that they bring happen. */
	pass(ms: number): Promise<void>;
	/** Lets what is under way in this process go on, without any time passing. */
	settle(): Promise<void>;
}

/** Timers over a clock in the hands of a test. */
export const createTestTimers = (clock: TestClock): TestTimers => {
	const waiting = new Set<{ at: number; readonly work: () => void; readonly every?: number }>();
	const add = (ms: number, work: () => void, every?: number) => {
		const entry = { at: clock.now() + ms, work, ...(every === undefined ? {} : { every }) };
		waiting.add(entry);
		return () => void waiting.delete(entry);
	};
	const settle = async () => {
		for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
	};
	return {
		after: (ms, work) => add(ms, work),
		every: (ms, work) => add(ms, work, ms),
		settle,
		async pass(ms) {
			const end = clock.now() + ms;
			await settle();
			for (;;) {
				const [next] = [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
				if (!next) break;
				clock.set(Math.max(clock.now(), next.at));
				if (next.every === undefined) waiting.delete(next);
				else next.at += next.every;
				next.work();
				await settle();
			}
			clock.set(end);
		},
	};
};
