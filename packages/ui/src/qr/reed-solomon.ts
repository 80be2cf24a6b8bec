/** Products in the field of 256 elements of ISO/IEC 18004 (polynomial 0x11d). */
const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
	EXP[power] = value;
	EXP[power + 255] = value;
	LOG[value] = power;
	value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
}

const times = (a: number, b: number): number =>
	a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0);

/** Coefficients of (x − 1)(x − α)… after the leading one. */
const generatorOf = (degree: number): number[] => {
	let found = [1];
	for (let root = 0; root < degree; root += 1) {
		const next = [...found, 0];
		for (const [at, coefficient] of found.entries())
			next[at + 1] = (next[at + 1] ?? 0) ^ times(coefficient, EXP[root] ?? 0);
		found = next;
	}
	return found.slice(1);
};

/** The `count` words of correction of a block. */
export const correctionOf = (data: readonly number[], count: number): number[] => {
	const generator = generatorOf(count);
	let rest = new Array<number>(count).fill(0);
	for (const word of data) {
		const factor = word ^ (rest[0] ?? 0);
		rest = [...rest.slice(1), 0].map((one, at) => one ^ times(generator[at] ?? 0, factor));
	}
	return rest;
};
