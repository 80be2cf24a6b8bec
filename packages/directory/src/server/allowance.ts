/** How often something may be tried; counted in this process. */
export interface Allowance {
	/** Counts a try; the seconds to wait when there were too many in the last minute. */
	take(name: string): number | undefined;
}

const MINUTE = 60_000;
const NAMES_KEPT = 100_000;

/** So many tries of a name in a minute, whether what it names exists or not. */
export const createAllowance = (perMinute: number, now: () => number): Allowance => {
	const tries = new Map<string, { readonly since: number; count: number }>();
	return {
		take(name) {
			const at = now();
			const known = tries.get(name);
			const current = known && at - known.since < MINUTE ? known : { since: at, count: 0 };
			tries.delete(name);
			tries.set(name, current);
			const [oldest] = tries.keys();
			if (tries.size > NAMES_KEPT && oldest !== undefined) tries.delete(oldest);
			if (current.count >= perMinute) return Math.ceil((MINUTE - (at - current.since)) / 1_000);
			current.count++;
			return undefined;
		},
	};
};
