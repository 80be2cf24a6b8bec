/** Delayed work, injected so that tests decide when time passes. */
export interface Timers {
	/** Runs `work` once after `ms` milliseconds; the returned function cancels it. */
	after(ms: number, work: () => void): () => void;
	/** Runs `work` every `ms` milliseconds; the returned function stops it. */
	every(ms: number, work: () => void): () => void;
}

/** The timers of the machine. */
export const systemTimers: Timers = {
	after(ms, work) {
		const timer = setTimeout(work, ms);
		return () => clearTimeout(timer);
	},
	every(ms, work) {
		const timer = setInterval(work, ms);
		return () => clearInterval(timer);
	},
};
