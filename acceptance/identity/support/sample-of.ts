import { createSeededRandom } from '@navette/testkit';

/** So many of a list, drawn by a seed, in the order of the list; all of it when it is not longer. */
export const sampleOf = <T>(list: readonly T[], count: number, seed: number): readonly T[] => {
	const random = createSeededRandom(seed);
	const drawn = list.map((item, at) => {
		const [rank = 0] = new Uint32Array(random.bytes(4).slice().buffer);
		return { item, at, rank };
	});
	return drawn
		.toSorted((left, right) => left.rank - right.rank)
		.slice(0, count)
		.toSorted((left, right) => left.at - right.at)
		.map(({ item }) => item);
};
