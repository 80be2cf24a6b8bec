import type { Clock, Timers } from '@navette/core';

/** Whether requests may be sent here: if not, why. */
export type Readiness = 'ready' | 'stopping' | 'store';

/** Answers of the store are believed this long, so that asking often costs nothing (ms). */
const FRESH = 1_000;
/** A store that has not answered by then does not answer (ms). */
const PATIENCE = 2_000;

/** Says whether a server is ready: its store answers, and it is not stopping. */
export const createReadiness = (deps: {
	readonly clock: Clock;
	readonly timers: Timers;
	/** Anything that needs the store. */
	readonly askStore: () => Promise<unknown>;
}) => {
	let isStopping = false;
	let last: { readonly at: number; readonly answers: Promise<boolean> } | undefined;
	const ask = (): Promise<boolean> =>
		new Promise((resolve) => {
			const cancel = deps.timers.after(PATIENCE, () => resolve(false));
			deps
				.askStore()
				.then(
					() => resolve(true),
					() => resolve(false),
				)
				.finally(cancel);
		});
	return {
		stop() {
			isStopping = true;
		},
		async state(): Promise<Readiness> {
			if (isStopping) return 'stopping';
			const now = deps.clock.now();
			if (!last || now - last.at >= FRESH) last = { at: now, answers: ask() };
			return (await last.answers) ? 'ready' : 'store';
		},
	};
};
