import type { PulledThread, ThreadRequest, WireDocument } from '@navette/protocol';
import type { Interest } from './interest.ts';
import type { ThreadCursor } from './thread-cursor.ts';

/** The pages of one catching up, kept until the last so that they are applied in one step. */
export interface PullRound {
	readonly since: number;
	readonly horizon: number | undefined;
	readonly scope: string | undefined;
	/** Known after the first page when nothing was held: older tombstones remove nothing. */
	readonly tombstonesAfter: number | undefined;
	/** At the end, what is not in `pages` is dropped. */
	readonly replace: boolean;
	/** Page after page. */
	readonly pages: readonly (readonly WireDocument[])[];
}

/** A round from what is held, or from nothing. */
export const startRound = (held: ThreadCursor | undefined): PullRound => ({
	since: held?.version ?? 0,
	horizon: held?.horizon,
	scope: held?.scope,
	tombstonesAfter: undefined,
	replace: held === undefined,
	pages: [],
});

/** Whether nothing held before matters to it, so that the history of the store may be another. */
export const startsFromNothing = (round: PullRound): boolean => round.replace && round.since === 0;

/** The request of a round's next page. */
export const requestOfRound = (
	round: PullRound,
	reference: string,
	interest: Interest,
	doubt: { readonly check: boolean; readonly disagrees: boolean },
): ThreadRequest => ({
	reference,
	since: round.since,
	...(round.horizon === undefined ? {} : { horizon: round.horizon }),
	...(round.scope === undefined ? {} : { scope: round.scope }),
	...(round.tombstonesAfter === undefined ? {} : { tombstonesAfter: round.tombstonesAfter }),
	...(interest.types ? { types: [...interest.types] } : {}),
	...(interest.filters ? { filters: { ...interest.filters } } : {}),
	...(doubt.check ? { check: true } : {}),
	...(doubt.disagrees ? { disagrees: true } : {}),
});

/**
 * A round with one more page. A page that says `full` begins again from nothing, unless it only goes
 * on with the full reading under way (same horizon, same scope).
 */
export const addPage = (round: PullRound, page: PulledThread): PullRound => {
	const goesOn =
		round.replace &&
		round.since > 0 &&
		page.horizon === round.horizon &&
		page.scope === round.scope;
	const restarts = page.full && !goesOn;
	const first = restarts || startsFromNothing(round);
	return {
		since: page.upTo,
		horizon: page.horizon,
		scope: page.scope,
		tombstonesAfter: first ? page.version : round.tombstonesAfter,
		replace: round.replace || restarts,
		pages: restarts ? [page.documents] : [...round.pages, page.documents],
	};
};
