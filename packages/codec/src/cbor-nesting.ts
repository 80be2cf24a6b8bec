/** Bytes of the argument that follows an initial byte, by its low five bits; -1 = not allowed. */
const argumentLength = (info: number): number => {
	if (info < 24) return 0;
	if (info > 27) return -1;
	return 2 ** (info - 24);
};

const readArgument = (bytes: Uint8Array, at: number, length: number): number => {
	let value = 0;
	for (let offset = 0; offset < length; offset++) value = value * 256 + (bytes[at + offset] ?? 0);
	return value;
};

const MAJOR_BYTES = 2;
const MAJOR_TEXT = 3;
const MAJOR_ARRAY = 4;
const MAJOR_MAP = 5;
const MAJOR_TAG = 6;

/**
 * How deep arrays and maps nest in CBOR bytes, counted without recursion, so that a hostile body
 * cannot exhaust the stack of a decoder; stops early above `limit`. `undefined` when the bytes are
 * cut short, continue after the item, use a tag or an indefinite length.
 */
export const nestingOfCbor = (bytes: Uint8Array, limit: number): number | undefined => {
	const left: number[] = [1];
	let at = 0;
	let deepest = 0;
	while (left.length > 0) {
		const remaining = left[left.length - 1] ?? 0;
		if (remaining === 0) {
			left.pop();
			continue;
		}
		left[left.length - 1] = remaining - 1;
		const initial = bytes[at];
		if (initial === undefined) return undefined;
		const major = initial >> 5;
		const info = initial & 31;
		const length = argumentLength(info);
		if (length < 0 || major === MAJOR_TAG || at + 1 + length > bytes.length) return undefined;
		const argument = length === 0 ? info : readArgument(bytes, at + 1, length);
		at += 1 + length;
		if (major === MAJOR_BYTES || major === MAJOR_TEXT) {
			if (argument > bytes.length - at) return undefined;
			at += argument;
		} else if (major === MAJOR_ARRAY || major === MAJOR_MAP) {
			const items = major === MAJOR_MAP ? argument * 2 : argument;
			if (items > bytes.length - at) return undefined;
			deepest = Math.max(deepest, left.length);
			if (deepest > limit) return deepest;
			left.push(items);
		}
	}
	return at === bytes.length ? deepest : undefined;
};
