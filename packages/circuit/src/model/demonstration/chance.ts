/** A repeatable source of choices. */
export interface Chance {
	/** An integer from `min` to `max`, both included. */
	integer(min: number, max: number): number;
	/** True `percent` times in a hundred. */
	percent(percent: number): boolean;
	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T;
	/** `count` different ones of a list, in its order. */
	some<T>(list: readonly T[], count: number): T[];
}

/** Mulberry32, a 32-bit generator: the same seed gives the same demonstration everywhere. */
export const createChance = (seed: number): Chance => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const integer = (min: number, max: number) => min + (next() % (max - min + 1));
	return {
		integer,
		percent: (percent) => integer(1, 100) <= percent,
		pick: (list) => {
			const one = list[integer(0, list.length - 1)];
			if (one === undefined) throw new RangeError('nothing to pick from');
			return one;
		},
		some: (list, count) => {
			const left = list.map((_, index) => index);
			const chosen: number[] = [];
			while (chosen.length < count && left.length > 0)
				chosen.push(...left.splice(integer(0, left.length - 1), 1));
			const kept = new Set(chosen);
			return list.filter((_, index) => kept.has(index));
		},
	};
};
