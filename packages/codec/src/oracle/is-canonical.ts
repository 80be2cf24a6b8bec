/**
 * RFC 8949 §4.2.1 written a second time: whether bytes are the one deterministic encoding of a value
 * of ours, floats left aside. Shares no code with the decoder that it judges.
 */
type Item = { readonly end: number; readonly bytes: Uint8Array; readonly isText: boolean };

/** Thrown inside only: these bytes hold a float, of which this says nothing. */
class HoldsFloat extends Error {}

const MAX_NESTING = 32;
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

type Head = { readonly major: number; readonly value: bigint; readonly end: number };

const headOf = (bytes: Uint8Array, at: number): Head | undefined => {
	const first = bytes[at];
	if (first === undefined) return undefined;
	const [major, low] = [first >> 5, first & 31];
	if (major === 7 && low >= 25 && low <= 27) throw new HoldsFloat();
	if (low < 24) return { major, value: BigInt(low), end: at + 1 };
	if (low > 27) return undefined;
	const width = 1 << (low - 24);
	if (at + 1 + width > bytes.length) return undefined;
	let value = 0n;
	for (let next = at + 1; next <= at + width; next++)
		value = value * 256n + BigInt(bytes[next] ?? 0);
	const least = low === 24 ? 24n : 1n << BigInt(4 * width);
	return value < least ? undefined : { major, value, end: at + 1 + width };
};

const isUtf8 = (bytes: Uint8Array): boolean =>
	Buffer.from(bytes).equals(Buffer.from(Buffer.from(bytes).toString('utf8')));

const compare = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);

const readMany = (
	bytes: Uint8Array,
	at: number,
	count: bigint,
	depth: number,
	isMap: boolean,
): number | undefined => {
	let position = at;
	let before: Uint8Array | undefined;
	for (let left = count; left > 0n; left--) {
		const key = readItem(bytes, position, depth);
		if (key === undefined) return undefined;
		position = key.end;
		if (!isMap) continue;
		if (!key.isText || (before !== undefined && compare(before, key.bytes) >= 0)) return undefined;
		before = key.bytes;
		const value = readItem(bytes, position, depth);
		if (value === undefined) return undefined;
		position = value.end;
	}
	return position;
};

const readString = (bytes: Uint8Array, { major, value, end }: Head): number | undefined => {
	if (value > BigInt(bytes.length - end)) return undefined;
	const to = end + Number(value);
	return major === 3 && !isUtf8(bytes.subarray(end, to)) ? undefined : to;
};

const readContainer = (bytes: Uint8Array, head: Head, depth: number): number | undefined => {
	const { major, value, end } = head;
	if (depth >= MAX_NESTING || value > BigInt(bytes.length - end)) return undefined;
	return readMany(bytes, end, value, depth + 1, major === 5);
};

/** Where what begins with this head ends. */
const endOf = (bytes: Uint8Array, at: number, head: Head, depth: number): number | undefined => {
	const { major, value, end } = head;
	if (major < 2) return value + BigInt(major) > MAX_SAFE ? undefined : end;
	if (major < 4) return readString(bytes, head);
	if (major < 6) return readContainer(bytes, head, depth);
	return major === 7 && value >= 20n && value <= 22n && end === at + 1 ? end : undefined;
};

const readItem = (bytes: Uint8Array, at: number, depth: number): Item | undefined => {
	const head = headOf(bytes, at);
	const end = head && endOf(bytes, at, head, depth);
	if (head === undefined || end === undefined) return undefined;
	return { end, bytes: bytes.subarray(at, end), isText: head.major === 3 };
};

/** @returns `undefined` when the bytes hold a float */
export const isCanonical = (bytes: Uint8Array): boolean | undefined => {
	try {
		return readItem(bytes, 0, 0)?.end === bytes.length;
	} catch (error) {
		if (error instanceof HoldsFloat) return undefined;
		throw error;
	}
};
