import type { Clock } from '@navette/core';
import { type Batch, createCell, type Observable } from './observable.ts';

/** Organisation time seen from this device. */
export interface ServerTime {
	now(): number;
	/** The server said that it was `now` when it answered what was asked at `askedAt` (device time). */
	observe(now: number, askedAt?: number): void;
	/** Organisation time minus device time, ms. */
	offset(): number;
	/** The same once it was heard twice and is beyond `CLOCK_BOUND`; 0 otherwise. */
	readonly gap: Observable<number>;
}

/** Below this, ms, a difference is the network's, not the clocks'. */
const TOLERANCE = 1_000;

/** Beyond this, ms, a person is told: as long as a signature counts. */
const CLOCK_BOUND = 120_000;

/** Starts from the offset known last time. Small differences leave it alone: time seldom jumps. */
export const createServerTime = (clock: Clock, known: number, batch: Batch): ServerTime => {
	const gap = createCell(0, batch);
	let offset = known;
	/* a machine that slept hears old words first: one alone is no news */
	const weigh = (isHeardAgain: boolean) => {
		if (Math.abs(offset) <= CLOCK_BOUND) gap.set(0);
		else if (isHeardAgain) gap.set(offset);
	};
	return {
		now: () => clock.now() + offset,
		observe(now, askedAt) {
			const here = clock.now();
			const when = askedAt === undefined ? here : (here + askedAt) / 2;
			const isHeardAgain = Math.abs(now - when - offset) <= TOLERANCE;
			if (!isHeardAgain) offset = Math.round(now - when);
			weigh(isHeardAgain);
		},
		offset: () => offset,
		gap,
	};
};
