import { type QrVersion, qrWords } from './qr-words.ts';

/** Rows of a symbol, `true` = dark. */
export type QrMatrix = readonly (readonly boolean[])[];

/** A symbol being drawn: `undefined` = free for data. */
type Drawing = (boolean | undefined)[][];

const set = (drawing: Drawing, x: number, y: number, dark: boolean): void => {
	const row = drawing[y];
	if (row && x >= 0 && x < row.length) row[x] = dark;
};

/** A finder pattern with its margin, around its centre. */
const drawFinder = (drawing: Drawing, cx: number, cy: number): void => {
	for (let dy = -4; dy <= 4; dy += 1)
		for (let dx = -4; dx <= 4; dx += 1) {
			const ring = Math.max(Math.abs(dx), Math.abs(dy));
			set(drawing, cx + dx, cy + dy, ring !== 2 && ring !== 4);
		}
};

const drawAlignments = (drawing: Drawing, { centres }: QrVersion): void => {
	const last = centres.at(-1);
	for (const cx of centres)
		for (const cy of centres) {
			const isCorner =
				(cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6);
			if (isCorner) continue;
			for (let dy = -2; dy <= 2; dy += 1)
				for (let dx = -2; dx <= 2; dx += 1)
					set(drawing, cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
		}
};

/** `value` followed by the remainder of a BCH code. */
const withRemainder = (value: number, polynomial: number, length: number): number => {
	let rest = value;
	for (let bit = 0; bit < length; bit += 1)
		rest = (rest << 1) ^ ((rest >> (length - 1)) * polynomial);
	return (value << length) | rest;
};

/** Level M (00) and the mask, twice. */
const drawFormat = (drawing: Drawing, mask: number): void => {
	const size = drawing.length;
	const bits = withRemainder(mask, 0x537, 10) ^ 0x5412;
	const bit = (at: number) => ((bits >> at) & 1) === 1;
	for (let at = 0; at <= 5; at += 1) set(drawing, 8, at, bit(at));
	set(drawing, 8, 7, bit(6));
	set(drawing, 8, 8, bit(7));
	set(drawing, 7, 8, bit(8));
	for (let at = 9; at < 15; at += 1) set(drawing, 14 - at, 8, bit(at));
	for (let at = 0; at < 8; at += 1) set(drawing, size - 1 - at, 8, bit(at));
	for (let at = 8; at < 15; at += 1) set(drawing, 8, size - 15 + at, bit(at));
	set(drawing, 8, size - 8, true);
};

const drawVersion = (drawing: Drawing, { number }: QrVersion): void => {
	if (number < 7) return;
	const size = drawing.length;
	const bits = withRemainder(number, 0x1f25, 12);
	for (let at = 0; at < 18; at += 1) {
		const [far, near] = [size - 11 + (at % 3), Math.floor(at / 3)];
		const dark = ((bits >> at) & 1) === 1;
		set(drawing, far, near, dark);
		set(drawing, near, far, dark);
	}
};

const patternsOf = (version: QrVersion): Drawing => {
	const size = 17 + 4 * version.number;
	const drawing: Drawing = Array.from({ length: size }, () => new Array(size).fill(undefined));
	for (let at = 0; at < size; at += 1) {
		set(drawing, 6, at, at % 2 === 0);
		set(drawing, at, 6, at % 2 === 0);
	}
	for (const [x, y] of [
		[3, 3],
		[size - 4, 3],
		[3, size - 4],
	] as const)
		drawFinder(drawing, x, y);
	drawAlignments(drawing, version);
	drawFormat(drawing, 0);
	drawVersion(drawing, version);
	return drawing;
};

/** Free places in the order of the words: two columns at a time from the right, up then down. */
const placesOf = (drawing: Drawing): readonly (readonly [number, number])[] => {
	const size = drawing.length;
	const places: [number, number][] = [];
	for (let right = size - 1, turn = 0; right >= 1; right -= 2, turn += 1) {
		if (right === 6) right = 5;
		for (let step = 0; step < size; step += 1) {
			const y = turn % 2 === 0 ? size - 1 - step : step;
			for (const x of [right, right - 1]) if (drawing[y]?.[x] === undefined) places.push([x, y]);
		}
	}
	return places;
};

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
	(x, y) => (x + y) % 2 === 0,
	(_x, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Runs of five and more, and what looks like a finder, along one line. */
const linePenalty = (line: readonly boolean[]): number => {
	const text = line.map((dark) => (dark ? '1' : '0')).join('');
	const runs = text.match(/0{5,}|1{5,}/g) ?? [];
	const finders = text.match(/(?=10111010000|00001011101)/g) ?? [];
	return runs.reduce((total, run) => total + run.length - 2, 0) + 40 * finders.length;
};

const penaltyOf = (matrix: QrMatrix): number => {
	const columns = matrix.map((_, x) => matrix.map((row) => row[x] ?? false));
	let penalty = [...matrix, ...columns].reduce((total, line) => total + linePenalty(line), 0);
	for (const [y, row] of matrix.entries())
		for (const [x, dark] of row.entries()) {
			const square = [matrix[y]?.[x + 1], matrix[y + 1]?.[x], matrix[y + 1]?.[x + 1]];
			if (square.every((one) => one === dark)) penalty += 3;
		}
	const dark = matrix.flat().filter(Boolean).length / matrix.length ** 2;
	return penalty + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
};

/**
 * The QR symbol of a text (ISO/IEC 18004: bytes, level M, versions 1 to 10); `undefined` for more than
 * 213 bytes.
 */
export const qrMatrix = (text: string): QrMatrix | undefined => {
	const encoded = qrWords(text);
	if (!encoded) return undefined;
	const { words, version } = encoded;
	const patterns = patternsOf(version);
	const places = placesOf(patterns);
	const candidates = MASKS.map((isFlipped, mask): QrMatrix => {
		const drawing = patterns.map((row) => [...row]);
		for (const [at, [x, y]] of places.entries()) {
			const bit = ((words[at >> 3] ?? 0) >> (7 - (at % 8))) & 1;
			set(drawing, x, y, (bit === 1) !== isFlipped(x, y));
		}
		drawFormat(drawing, mask);
		return drawing.map((row) => row.map((dark) => dark ?? false));
	});
	return candidates.reduce((best, one) => (penaltyOf(one) < penaltyOf(best) ? one : best));
};
