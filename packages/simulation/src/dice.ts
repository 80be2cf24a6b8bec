import type { Random } from '@navette/core';
import { createSeededRandom } from '@navette/testkit';

/** Choices drawn from a seed: the same seed, the same choices. */
export interface Dice {
	/** Bytes for code that wants a `Random`. */
	readonly random: Random;
	/** An integer from 0 to `count` - 1. */
	below(count: number): number;
	/** An integer from `low` to `high`, both possible. */
	between(low: number, high: number): number;
	/** True so often out of 1. */
	chance(probability: number): boolean;
	pick<T>(from: readonly T[]): T;
	/** Other dice, that do not disturb these however often they are thrown. */
	split(): Dice;
}

/** Dice of a seed (32 bits count). */
export const createDice = (seed: number): Dice => {
	const random = createSeededRandom(seed);
	const word = (): number => {
		const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
		return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
	};
	const below = (count: number) => Math.floor((word() / 2 ** 32) * count);
	return {
		random,
		below,
		between: (low, high) => low + below(high - low + 1),
		chance: (probability) => word() / 2 ** 32 < probability,
		pick<T>(from: readonly T[]): T {
			if (from.length === 0) throw new Error('nothing to pick from');
			return from[below(from.length)] as T;
		},
		split: () => createDice(word()),
	};
};
