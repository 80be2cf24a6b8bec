import { createHash } from 'node:crypto';

/**
 * Keys of rows as ASCII texts whose order is the contract's: parts compared one after the other,
 * numbers before texts, texts by their UTF-8. A key is both the id of a Firestore document (so it has
 * no `/`) and its indexed field `k`. A long text is cut and ends with its digest: it is found and told
 * apart like any other, and only among texts with the same beginning is its order that of digests.
 */
export type KeyPart = string | number;

/** Between two parts: below every character of a part. */
const SEPARATOR = ' ';
/** Follows `SEPARATOR`: ends the range of what continues a key. */
const AFTER_SEPARATOR = '!';

/** Firestore keeps 1,500 bytes of an id or of an indexed text; the parts of a row need some. */
const MAX_KEY = 1_480;
/** Two parts of a key may be long (path and id, value and id); all others are short names. */
const LONGEST_PART = 600;
/** What is kept of a longer one: with its digest it is longer than any part that is not cut. */
const KEPT = 540;

/** The least and the greatest byte that stand for themselves; `!` is below, `~` above. */
const FIRST_PLAIN = 0x30;
const LAST_PLAIN = 0x7d;

const byteToText = (byte: number): string => {
	if (byte >= FIRST_PLAIN && byte <= LAST_PLAIN) return String.fromCharCode(byte);
	return (byte < FIRST_PLAIN ? '!' : '~') + byte.toString(16).padStart(2, '0');
};

const textToPart = (text: string): string => {
	const part = Array.from(new TextEncoder().encode(text), byteToText).join('');
	if (part.length <= LONGEST_PART) return part;
	return part.slice(0, KEPT) + createHash('sha256').update(part).digest('hex');
};

const SIGN = 0x80;

const numberToPart = (value: number): string => {
	const bytes = new Uint8Array(8);
	// Adding zero makes -0 the same value as 0.
	new DataView(bytes.buffer).setFloat64(0, value + 0);
	const isNegative = ((bytes[0] ?? 0) & SIGN) !== 0;
	const ordered = bytes.map((byte, at) => {
		if (isNegative) return byte ^ 0xff;
		return at === 0 ? byte ^ SIGN : byte;
	});
	return Array.from(ordered, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const partToText = (part: KeyPart): string =>
	typeof part === 'number' ? `0${numberToPart(part)}` : `1${textToPart(part)}`;

/** The key of these parts. One that Firestore would cut is a defect: it throws. */
export const rowKey = (...parts: readonly KeyPart[]): string => {
	const key = parts.map(partToText).join(SEPARATOR);
	if (key.length > MAX_KEY)
		throw new Error(`Firestore keeps no key of ${key.length} bytes: ${MAX_KEY} at most`);
	return key;
};

/** Keys from `low` up to but without `high`. */
export interface KeyRange {
	readonly low: string;
	readonly high: string;
}

/** Everything that continues a key. */
export const below = (key: string): KeyRange => ({
	low: key + SEPARATOR,
	high: key + AFTER_SEPARATOR,
});

/** What continues `key`, after (and without) the part `after` and all that continues it. */
export const belowAfter = (key: string, after: KeyPart | undefined): KeyRange => {
	const all = below(key);
	if (after === undefined) return all;
	return { ...all, low: `${key}${SEPARATOR}${partToText(after)}${AFTER_SEPARATOR}` };
};

/** What continues `key` with a part between two values of one kind, both included. */
export const belowBetween = (
	key: string,
	min: KeyPart | undefined,
	max: KeyPart | undefined,
): KeyRange => {
	const all = below(key);
	const kind = typeof (min ?? max);
	const least = kind === 'string' ? '1' : '0';
	const most = kind === 'number' ? '1' : '2';
	return {
		low: all.low + (min === undefined ? least : partToText(min)),
		high: all.low + (max === undefined ? most : partToText(max) + AFTER_SEPARATOR),
	};
};
