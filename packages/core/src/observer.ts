/**
 * Hears what a part of the platform does, to count and measure it. It must return at once and never
 * throw; what it is told holds names, counts and durations, never content.
 */
export interface Observer<Event> {
	/** A stopwatch: milliseconds since some fixed instant, with decimals, never going back. */
	readonly time: () => number;
	readonly note: (event: Event) => void;
}

/** An observer that keeps nothing. */
export const silentObserver: Observer<unknown> = { time: () => 0, note() {} };

/** One observer that tells several. */
export const observeAll = <Event>(
	time: () => number,
	listeners: readonly ((event: Event) => void)[],
): Observer<Event> => ({
	time,
	note(event) {
		for (const listener of listeners) listener(event);
	},
});
