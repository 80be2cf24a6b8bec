import type { Random } from '@navette/core';

/** Choices drawn from reproducible bytes. */
export interface Dice {
	/** A number below `limit` (at most 65,536). */
	below(limit: number): number;
	/** One of a list, which must not be empty. */
	oneOf<T>(list: readonly T[]): T;
	readonly random: Random;
}

export const createDice = (random: Random): Dice => {
	const below = (limit: number): number => {
		const [high = 0, low = 0] = random.bytes(2);
		return (high * 256 + low) % limit;
	};
	return {
		below,
		oneOf(list) {
			const found = list[below(list.length)];
			if (found === undefined) throw new Error('nothing to choose from');
			return found;
		},
		random,
	};
};
