import { correctionOf } from './reed-solomon.ts';

/** A size of the symbol at level M: words of correction of a block, and blocks by length of data. */
interface Version {
	readonly number: number;
	readonly correction: number;
	readonly blocks: readonly number[];
	/** Centres of the alignment patterns. */
	readonly centres: readonly number[];
}

const blocks = (...counts: readonly (readonly [number, number])[]): number[] =>
	counts.flatMap(([count, length]) => new Array<number>(count).fill(length));

/** Versions 1 to 10 at level M (ISO/IEC 18004, tables 9 and E.1). */
const VERSIONS: readonly Version[] = (
	[
		[10, blocks([1, 16]), []],
		[16, blocks([1, 28]), [6, 18]],
		[26, blocks([1, 44]), [6, 22]],
		[18, blocks([2, 32]), [6, 26]],
		[24, blocks([2, 43]), [6, 30]],
		[16, blocks([4, 27]), [6, 34]],
		[18, blocks([4, 31]), [6, 22, 38]],
		[22, blocks([2, 38], [2, 39]), [6, 24, 42]],
		[22, blocks([3, 36], [2, 37]), [6, 26, 46]],
		[26, blocks([4, 43], [1, 44]), [6, 28, 50]],
	] as const
).map(([correction, list, centres], at) => ({
	...{ number: at + 1, correction, blocks: list, centres },
}));

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

const countBits = ({ number }: Version): number => (number < 10 ? 8 : 16);

const versionFor = (bytes: number): Version | undefined =>
	VERSIONS.find((one) => 4 + countBits(one) + 8 * bytes <= 8 * sum(one.blocks));

/** Bytes as bits of a symbol: mode, length, content, end, then filling. */
const dataWords = (bytes: Uint8Array, version: Version): number[] => {
	const bits: number[] = [];
	const push = (value: number, length: number) => {
		for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
	};
	push(0b0100, 4);
	push(bytes.length, countBits(version));
	for (const byte of bytes) push(byte, 8);
	const room = 8 * sum(version.blocks);
	push(0, Math.min(4, room - bits.length));
	while (bits.length % 8 !== 0) bits.push(0);
	for (let fill = 0xec; bits.length < room; fill ^= 0xec ^ 0x11) push(fill, 8);
	const words: number[] = [];
	for (let at = 0; at < bits.length; at += 8)
		words.push(bits.slice(at, at + 8).reduce((word, bit) => word * 2 + bit, 0));
	return words;
};

/** Blocks one beside the other: the first words of all, then the second… */
const interleave = (lists: readonly (readonly number[])[]): number[] => {
	const length = Math.max(...lists.map((list) => list.length));
	return Array.from({ length }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
};

/** The words of a symbol and its size; `undefined` for more than 213 bytes. */
export const qrWords = (
	text: string,
): { readonly words: readonly number[]; readonly version: Version } | undefined => {
	const bytes = new TextEncoder().encode(text);
	const version = versionFor(bytes.length);
	if (!version) return undefined;
	const data = dataWords(bytes, version);
	let from = 0;
	const lists = version.blocks.map((length) => {
		from += length;
		return data.slice(from - length, from);
	});
	const corrections = lists.map((list) => correctionOf(list, version.correction));
	return { words: [...interleave(lists), ...interleave(corrections)], version };
};

export type { Version as QrVersion };
