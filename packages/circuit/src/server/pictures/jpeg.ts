import { type CodeTable, codesOf, MEANS, RUNS, stepsFor, ZIGZAG } from './jpeg-tables.ts';
import type { Raster } from './paint.ts';

const SIDE = 8;
/** The cosine transform of eight samples: a matrix, wave by wave. */
const COSINES = Float64Array.from({ length: 64 }, (_, index) => {
	const [wave, at] = [Math.floor(index / SIDE), index % SIDE];
	return Math.cos(((2 * at + 1) * wave * Math.PI) / 16) * (wave === 0 ? Math.SQRT1_2 : 1) * 0.5;
});
const means = codesOf(MEANS);
const runs = codesOf(RUNS);

/** Eight lines of samples become waves, and are turned: done twice, a block in both directions. */
const transform = (from: Float64Array, to: Float64Array): void => {
	for (let line = 0; line < SIDE; line += 1)
		for (let wave = 0; wave < SIDE; wave += 1) {
			let sum = 0;
			for (let at = 0; at < SIDE; at += 1)
				sum += (from[line * SIDE + at] ?? 0) * (COSINES[wave * SIDE + at] ?? 0);
			to[wave * SIDE + line] = sum;
		}
};

/** Of red, green and blue: brightness, and how blue and how red it is. */
const COMPONENTS = [
	[0.299, 0.587, 0.114, -128],
	[-0.168736, -0.331264, 0.5, 0],
	[0.5, -0.418688, -0.081312, 0],
] as const;

/** One component of a block, centred on zero; the last pixels are repeated beyond the edge. */
const readBlock = (
	{ width, height, rgb }: Raster,
	left: number,
	top: number,
	[r, g, b, shift]: (typeof COMPONENTS)[number],
	block: Float64Array,
): void => {
	for (let at = 0; at < 64; at += 1) {
		const x = Math.min(width - 1, left + (at & 7));
		const y = Math.min(height - 1, top + (at >> 3));
		const pixel = (y * width + x) * 3;
		const seen = r * (rgb[pixel] ?? 0) + g * (rgb[pixel + 1] ?? 0) + b * (rgb[pixel + 2] ?? 0);
		block[at] = seen + shift;
	}
};

/** Bits gathered into bytes; a byte of ones is followed by an empty one, so that it is no marker. */
const createBits = (bytes: number[]) => {
	let held = 0;
	let count = 0;
	const write = (value: number, length: number): void => {
		held = (held << length) | value;
		for (count += length; count >= 8; count -= 8) {
			const byte = (held >> (count - 8)) & 255;
			bytes.push(byte);
			if (byte === 255) bytes.push(0);
		}
		held &= 255;
	};
	return { write, end: () => write(127, 7) };
};
type Bits = ReturnType<typeof createBits>;
type Codes = ReturnType<typeof codesOf>;

const writeCode = (bits: Bits, codes: Codes, symbol: number): void => {
	const code = codes[symbol] ?? 0;
	bits.write(code >> 5, code & 31);
};

/** The size of a number, after the zeros before it, then its bits: a negative one from below. */
const writeNumber = (bits: Bits, codes: Codes, zeros: number, value: number): void => {
	const size = 32 - Math.clz32(Math.abs(value));
	writeCode(bits, codes, zeros * 16 + size);
	bits.write(value < 0 ? value + (1 << size) - 1 : value, size);
};

const SIXTEEN_ZEROS = 0xf0;
const NO_MORE = 0;

/** The coefficients of a block, its mean as the difference from the block before. */
const writeBlock = (bits: Bits, levels: Int32Array, before: number): void => {
	writeNumber(bits, means, 0, (levels[0] ?? 0) - before);
	let zeros = 0;
	for (let at = 1; at < 64; at += 1) {
		const level = levels[at] ?? 0;
		if (level === 0) {
			zeros += 1;
			continue;
		}
		for (; zeros > 15; zeros -= 16) writeCode(bits, runs, SIXTEEN_ZEROS);
		writeNumber(bits, runs, zeros, level);
		zeros = 0;
	}
	if (zeros > 0) writeCode(bits, runs, NO_MORE);
};

const segment = (marker: number, content: readonly number[]): number[] => {
	const length = content.length + 2;
	return [0xff, marker, length >> 8, length & 255, ...content];
};

const tableOf = (kind: number, { lengths, symbols }: CodeTable) =>
	segment(0xc4, [kind, ...lengths, ...symbols]);

const headOf = ({ width, height }: Raster, steps: readonly number[]): number[] => [
	...[0xff, 0xd8],
	...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
	...segment(0xdb, [0, ...steps]),
	...segment(0xc0, [
		...[8, height >> 8, height & 255, width >> 8, width & 255, 3],
		...[1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0],
	]),
	...tableOf(0x00, MEANS),
	...tableOf(0x10, RUNS),
	...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
];

/** A baseline JPEG (ITU-T T.81) of a picture; `coarseness` 1 is the steps of the standard, less is finer. */
export const jpegOf = (raster: Raster, coarseness = 0.4): Uint8Array<ArrayBuffer> => {
	const steps = stepsFor(coarseness);
	const bytes = headOf(raster, steps);
	const bits = createBits(bytes);
	const before = [0, 0, 0];
	const [block, half, levels] = [new Float64Array(64), new Float64Array(64), new Int32Array(64)];
	for (let top = 0; top < raster.height; top += SIDE)
		for (let left = 0; left < raster.width; left += SIDE)
			for (const [part, component] of COMPONENTS.entries()) {
				readBlock(raster, left, top, component, block);
				transform(block, half);
				transform(half, block);
				for (let at = 0; at < 64; at += 1)
					levels[at] = Math.round((block[ZIGZAG[at] ?? 0] ?? 0) / (steps[at] ?? 1));
				writeBlock(bits, levels, before[part] ?? 0);
				before[part] = levels[0] ?? 0;
			}
	bits.end();
	return Uint8Array.from([...bytes, 0xff, 0xd9]);
};
