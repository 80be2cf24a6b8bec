/** Someone among whom a quantity is shared. */
export interface Claim {
	readonly co: string;
	/** What he ordered (or was attributed): halves or grams. */
	readonly wanted: number;
	/** First order time: breaks ties, and orders "first ordered, first served". */
	readonly t1: number;
}

/** `rata`: pro rata, largest remainder; `premier`: first ordered, first served. */
export type SharingStrategy = 'rata' | 'premier';

const byTime = (a: Claim, b: Claim): number => a.t1 - b.t1 || Number(a.co) - Number(b.co);

/**
 * Pro rata in whole steps: everybody the floor of his exact share, then one step each by largest
 * remainder, ties to the earliest `t1`. Exact integers (`BigInt` for the products).
 */
const proRata = (steps: number, claims: readonly Claim[]): Map<string, number> => {
	const total = BigInt(claims.reduce((sum, claim) => sum + claim.wanted, 0));
	const shares = claims.map((claim) => {
		const product = BigInt(steps) * BigInt(claim.wanted);
		return { claim, floor: Number(product / total), rest: product % total };
	});
	let left = steps - shares.reduce((sum, share) => sum + share.floor, 0);
	const ranked = shares.toSorted((a, b) =>
		a.rest === b.rest ? byTime(a.claim, b.claim) : a.rest > b.rest ? -1 : 1,
	);
	const given = new Map<string, number>();
	for (const { claim, floor } of ranked) {
		const more = left > 0 ? 1 : 0;
		left -= more;
		given.set(claim.co, floor + more);
	}
	return given;
};

const firstServed = (available: number, claims: readonly Claim[], step: number) => {
	let left = available;
	const given = new Map<string, number>();
	for (const claim of claims.toSorted(byTime)) {
		const share = Math.min(claim.wanted, left - (left % step));
		given.set(claim.co, share);
		left -= share;
	}
	return given;
};

/**
 * Shares what was received of a product among those who wanted it, by consumer. `step`: 1 when
 * halves (or grams) may be given, 2 for whole units only. Nobody gets more than he wanted: what
 * is left over is the caller's to place (never silently). The sum is at most `available`.
 */
export const shareOut = (
	available: number,
	claims: readonly Claim[],
	strategy: SharingStrategy,
	step: 1 | 2 = 1,
): Map<string, number> => {
	const wanting = claims.filter((claim) => claim.wanted > 0);
	const total = wanting.reduce((sum, claim) => sum + claim.wanted, 0);
	if (available >= total) return new Map(wanting.map(({ co, wanted }) => [co, wanted]));
	if (strategy === 'premier') return firstServed(available, wanting, step);
	if (step === 1) return proRata(available, wanting);
	const units = wanting.map((claim) => ({ ...claim, wanted: Math.floor(claim.wanted / 2) }));
	if (units.every((claim) => claim.wanted === 0)) return new Map(units.map(({ co }) => [co, 0]));
	const shared = proRata(Math.floor(available / 2), units);
	return new Map([...shared].map(([co, count]) => [co, count * 2]));
};
