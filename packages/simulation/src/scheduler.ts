import { createAgenda } from './agenda.ts';
import type { Trace } from './trace.ts';

/** Drives everything that happens in a world, one event at a time, in virtual time. */
export interface Scheduler {
	/** Virtual time since the world began, ms. */
	now(): number;
	/** Makes `work` happen `ms` later; the function returned cancels it. */
	after(ms: number, label: string, work: () => void | Promise<void>): () => void;
	/** Makes the next event happen and waits until nothing moves any more; `false` = no event. */
	step(): Promise<boolean>;
	/** Events that happened. */
	steps(): number;
}

/** Lets promises, ticks and streams run until nothing is ready. Nothing here waits for a thread. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const createScheduler = (trace: Trace): Scheduler => {
	const agenda = createAgenda();
	let now = 0;
	let order = 0;
	let steps = 0;
	return {
		now: () => now,
		steps: () => steps,
		after(ms, label, work) {
			const appointment = { at: now + ms, order: order++, label, work, cancelled: false };
			agenda.add(appointment);
			return () => {
				appointment.cancelled = true;
			};
		},
		async step() {
			for (;;) {
				const next = agenda.take();
				if (!next) return false;
				if (next.cancelled) continue;
				now = next.at;
				steps++;
				trace.note(`${steps} @${now} ${next.label}`);
				await next.work();
				await settle();
				return true;
			}
		},
	};
};
