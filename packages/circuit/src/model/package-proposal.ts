import type { Package } from './orders.ts';

/** A consumer who waits for packages of a product. */
export interface BasketClaim {
	readonly co: string;
	/** Packages still wanted. */
	readonly pieces: number;
	/** Grams hoped for: pieces at their nominal weight. */
	readonly grams: number;
	/** First order time. */
	readonly t1: number;
}

/** A package proposed for a basket. */
export interface ProposedMove {
	readonly id: string;
	readonly co: string;
}

/** Of packages sorted by weight, the run of `count` neighbours whose sum is nearest to `grams`. */
const nearestRun = (
	shelf: readonly Pick<Package, 'id' | 'g'>[],
	count: number,
	grams: number,
): readonly Pick<Package, 'id' | 'g'>[] => {
	let best: readonly Pick<Package, 'id' | 'g'>[] = [];
	let gap = Number.POSITIVE_INFINITY;
	for (let from = 0; from + count <= shelf.length; from += 1) {
		const run = shelf.slice(from, from + count);
		const distance = Math.abs(run.reduce((sum, one) => sum + one.g, 0) - grams);
		if (distance < gap) [best, gap] = [run, distance];
	}
	return best;
};

/**
 * Proposes baskets for the packages on the shelf: first ordered first, each is given the packages
 * whose weights together come nearest to what he expects. Somebody for whom too few are left is given
 * those that are. Nothing is decided: people confirm.
 */
export const proposePackages = (
	shelf: readonly Pick<Package, 'id' | 'g'>[],
	claims: readonly BasketClaim[],
): ProposedMove[] => {
	let left = shelf.toSorted((a, b) => a.g - b.g || (a.id < b.id ? -1 : 1));
	const moves: ProposedMove[] = [];
	const ordered = claims.toSorted((a, b) => a.t1 - b.t1 || Number(a.co) - Number(b.co));
	for (const { co, pieces, grams } of ordered) {
		const count = Math.min(pieces, left.length);
		const taken = nearestRun(left, count, pieces > 0 ? Math.round((grams * count) / pieces) : 0);
		moves.push(...taken.map(({ id }) => ({ id, co })));
		left = left.filter((one) => !taken.includes(one));
	}
	return moves;
};
