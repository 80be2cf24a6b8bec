import type { Clock, Log } from '@navette/core';
import type { OrganisationSizes } from '@navette/engine';

/** A count of an organisation, and when it was made (ms, clock of the machine). */
export interface KeptSizes {
	readonly at: number;
	readonly sizes: OrganisationSizes;
}

/** Between two counts of one organisation, ms. */
const FRESH = 60_000;
/** Organisations whose last count is kept. */
const KEPT = 1_000;

/**
 * The last count of each organisation. Counting reads everything, so a report never waits for it: it
 * shows the last count and asks for the next; one is under way at a time.
 */
export const createSizesKeeper = (deps: {
	readonly measure: (org: string) => Promise<OrganisationSizes>;
	readonly clock: Clock;
	readonly log: Log;
}) => {
	const kept = new Map<string, KeptSizes>();
	let isCounting = false;
	const count = async (org: string): Promise<void> => {
		isCounting = true;
		try {
			const sizes = await deps.measure(org);
			kept.delete(org);
			kept.set(org, { at: deps.clock.now(), sizes });
			const oldest = kept.keys().next();
			if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
		} catch (error) {
			deps.log.error('sizes-failed', { error: String(error) });
		} finally {
			isCounting = false;
		}
	};
	return {
		/** The last count; asks for a new one when it is old. */
		of(org: string): KeptSizes | undefined {
			const last = kept.get(org);
			const isOld = !last || deps.clock.now() - last.at >= FRESH;
			if (isOld && !isCounting) void count(org);
			return last;
		},
	};
};
