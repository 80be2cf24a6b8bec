import type { Timers } from '@navette/core';
import type { Scheduler } from './scheduler.ts';

/** The process is no more; what it was doing never happened, or nobody was told. */
class Killed extends Error {
	constructor(name: string) {
		super(`${name} was killed`);
		this.name = 'Killed';
	}
}

/** One run of a process, from its start to its end. */
export interface Life {
	isOver(): boolean;
	/** Throws `Killed` when it is over. */
	check(): void;
	/** Waits in virtual time; rejects with `Killed` when the life ends meanwhile. */
	wait(ms: number, label: string): Promise<void>;
	/** Calls `work` at the end; the function returned takes that back. */
	onEnd(work: () => void): () => void;
	end(): void;
	/** Timers that die with it. */
	readonly timers: Timers;
}

export const createLife = (name: string, scheduler: Scheduler): Life => {
	let over = false;
	const ends = new Set<() => void>();
	const onEnd = (work: () => void) => {
		ends.add(work);
		return () => void ends.delete(work);
	};
	const after = (ms: number, label: string, work: () => void) => {
		const cancel = scheduler.after(ms, label, () => {
			forget();
			if (!over) work();
		});
		const forget = onEnd(cancel);
		return () => {
			forget();
			cancel();
		};
	};
	return {
		isOver: () => over,
		check() {
			if (over) throw new Killed(name);
		},
		wait(ms, label) {
			if (over) return Promise.reject(new Killed(name));
			return new Promise((resolve, reject) => {
				const forget = onEnd(() => reject(new Killed(name)));
				scheduler.after(ms, label, () => {
					forget();
					resolve();
				});
			});
		},
		onEnd,
		end() {
			if (over) return;
			over = true;
			for (const work of [...ends]) work();
			ends.clear();
		},
		timers: {
			after: (ms, work) => after(ms, `${name} timer`, work),
			every(ms, work) {
				let stop = () => {};
				const next = () => {
					stop = after(ms, `${name} beat`, () => {
						next();
						work();
					});
				};
				next();
				return () => stop();
			},
		},
	};
};
