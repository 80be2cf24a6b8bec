/** Tables of a baseline JPEG, as ITU-T T.81 gives them in its annex K; one of each, for every component. */

/** Order in which the 64 coefficients of a block are written. */
export const ZIGZAG: readonly number[] = [
	...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5],
	...[12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28],
	...[35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51],
	...[58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
];

/** Steps of the coefficients (table K.1), in the order of rows. */
const STEPS: readonly number[] = [
	...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55],
	...[14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62],
	...[18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
	...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
];

/** Steps in the order of writing; a coarseness of 1 is the annex, 0.5 half of its steps. */
export const stepsFor = (coarseness: number): readonly number[] =>
	ZIGZAG.map((at) => Math.min(255, Math.max(1, Math.round((STEPS[at] ?? 1) * coarseness))));

/** A Huffman table: how many codes of each length from 1 to 16, and their symbols. */
export interface CodeTable {
	readonly lengths: readonly number[];
	readonly symbols: readonly number[];
}

/** Differences of means (table K.3). */
export const MEANS: CodeTable = {
	lengths: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
	symbols: Array.from({ length: 12 }, (_, size) => size),
};

const OFTEN = '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a';
const often = (OFTEN.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
/** The other symbols are in order: sixteen runs of zeros, ten sizes. */
const rest = Array.from({ length: 160 }, (_, at) => Math.floor(at / 10) * 16 + (at % 10) + 1);

/** Runs of zeros and the coefficient that ends them (table K.5). */
export const RUNS: CodeTable = {
	lengths: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
	symbols: [...often, ...rest.filter((symbol) => !often.includes(symbol))],
};

/** By symbol, its code and, in the five lowest bits, how many bits of it are written. */
export const codesOf = ({ lengths, symbols }: CodeTable): Uint32Array => {
	const codes = new Uint32Array(256);
	let code = 0;
	let next = 0;
	for (const [index, count] of lengths.entries()) {
		for (let at = 0; at < count; at += 1) {
			codes[symbols[next] ?? 0] = code * 32 + index + 1;
			[code, next] = [code + 1, next + 1];
		}
		code *= 2;
	}
	return codes;
};
