import type { Clock } from '@navette/core';

/** Organisation time seen from this device. */
export interface ServerTime {
	now(): number;
	/** The server said that it was `now` when it answered what was asked at `askedAt` (device time). */
	observe(now: number, askedAt?: number): void;
	/** Organisation time minus device time, ms. */
	offset(): number;
}

/** Below this, ms, a difference is the network's, not the clocks'. */
const TOLERANCE = 1_000;

/** Starts from the offset known last time. Small differences leave it alone: time seldom jumps. */
export const createServerTime = (clock: Clock, known: number): ServerTime => {
	let offset = known;
	return {
		now: () => clock.now() + offset,
		observe(now, askedAt) {
			const here = clock.now();
			const when = askedAt === undefined ? here : (here + askedAt) / 2;
			if (Math.abs(now - when - offset) > TOLERANCE) offset = Math.round(now - when);
		},
		offset: () => offset,
	};
};
