/** The time of day, in milliseconds since 1970-01-01 UTC. Injected everywhere below the apps. */
export interface Clock {
	now(): number;
}

/** The clock of the machine. Only composition roots and test set-ups name it. */
export const systemClock: Clock = { now: () => Date.now() };
