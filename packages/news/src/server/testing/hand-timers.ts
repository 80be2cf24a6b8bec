import type { Timers } from '@navette/core';
import type { TestClock } from '@navette/testkit';

/** Timers that fire, in order, as the test moves the clock. */
export const createHandTimers = (clock: TestClock) => {
	const waiting = new Set<{ at: number; readonly work: () => void; readonly every?: number }>();
	const add = (ms: number, work: () => void, every?: number) => {
		const entry = { at: clock.now() + ms, work, ...(every === undefined ? {} : { every }) };
		waiting.add(entry);
		return () => void waiting.delete(entry);
	};
	const timers: Timers = {
		after: (ms, work) => add(ms, work),
		every: (ms, work) => add(ms, work, ms),
	};
	const settle = async () => {
		for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
	};
	/** Lets so many milliseconds pass, and everything that they bring. */
	const pass = async (ms: number): Promise<void> => {
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
	};
	return { timers, pass, settle };
};
