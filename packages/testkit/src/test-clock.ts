import type { Clock } from '@navette/core';

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
	/** Moves it by `ms` milliseconds (back when negative). */
	advance(ms: number): void;
	/** Sets it to an instant (ms since 1970-01-01 UTC). */
	set(instant: number): void;
}

/** 2026-01-15 08:00 UTC: an ordinary working morning. */
const ORDINARY_MORNING = Date.UTC(2026, 0, 15, 8);

/** A clock for tests, at `start` (ms since 1970-01-01 UTC). */
export const createTestClock = (start: number = ORDINARY_MORNING): TestClock => {
	let instant = start;
	return {
		now: () => instant,
		advance(ms) {
			instant += ms;
		},
		set(to) {
			instant = to;
		},
	};
};
