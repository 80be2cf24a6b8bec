import type { Result, Timers } from '@navette/core';
import type { WireError } from '@navette/protocol';

/** Between two renewals, ms: several within the hour that an anonymous session lives unused. */
const EVERY_MS = 20 * 60_000;

/** Says, from time to time, that a signed session lives on. */
export interface Renewal {
	/** The server is reached: the first time, and after each cut. */
	reached(): void;
	close(): void;
}

/** Renews at once when the last time is long ago, then again and again; a bearer renews nothing. */
export const createRenewal = (deps: {
	readonly isSigned: boolean;
	readonly call: (name: string, input: unknown) => Promise<Result<unknown, WireError>>;
	/** The session is over. */
	readonly refused: (error: WireError) => void;
	readonly now: () => number;
	readonly timers: Timers;
}): Renewal => {
	let last: number | undefined;
	let stop = () => {};
	const renew = async () => {
		const answer = await deps.call('session.renew', {});
		if (answer.ok) last = deps.now();
		else if (answer.error.code === 'E-ENDED') deps.refused(answer.error);
	};
	const begin = () => {
		last = deps.now();
		stop = deps.timers.every(EVERY_MS, () => void renew());
	};
	return {
		reached() {
			if (!deps.isSigned) return;
			if (last === undefined) begin();
			else if (deps.now() - last >= EVERY_MS) void renew();
		},
		close: () => stop(),
	};
};
