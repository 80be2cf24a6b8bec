import type { Clock, Timers } from '@navette/core';

/** Tells when nobody used the application for a while. */
export interface IdleWatch {
	/** Somebody uses it. */
	touch(): void;
	/** Looks now: the machine may have slept, timers with it. */
	look(): void;
	/** Changes the limit, in minutes; 0 = never. */
	setLimit(minutes: number): void;
	stop(): void;
}

const MINUTE = 60_000;

/** Calls `idle` once when `touch` was not called for the limit; a later `touch` starts it again. */
export const createIdleWatch = (deps: {
	readonly clock: Clock;
	readonly timers: Timers;
	readonly minutes: number;
	readonly idle: () => void;
}): IdleWatch => {
	const { clock, timers } = deps;
	let limit = deps.minutes * MINUTE;
	let last = clock.now();
	let cancel = () => {};

	const arm = () => {
		cancel();
		if (limit > 0) cancel = timers.after(Math.max(1, last + limit - clock.now()), look);
	};
	const look = () => {
		if (limit === 0) return;
		if (clock.now() - last < limit) return arm();
		cancel();
		deps.idle();
	};

	arm();
	return {
		touch() {
			last = clock.now();
			/* the timer, when it runs, sees that it was touched: nothing to do at each key */
		},
		look,
		setLimit(minutes) {
			limit = minutes * MINUTE;
			last = clock.now();
			arm();
		},
		stop: () => cancel(),
	};
};
