import type { PropertyQuery } from '@navette/storage';

/**
 * Values of groupings and indexable properties as bytes whose order is the contract's: numbers, then
 * texts by their UTF-8. One index serves both kinds.
 */
const NUMBER = 1;
const TEXT = 2;
const ABOVE = 3;

const SIGN = 0x80;

const numberToBytes = (value: number): Uint8Array => {
	const bytes = new Uint8Array(9);
	bytes[0] = NUMBER;
	// Adding zero makes -0 the same value as 0.
	new DataView(bytes.buffer).setFloat64(1, value + 0);
	const isNegative = ((bytes[1] ?? 0) & SIGN) !== 0;
	for (let at = 1; at < 9; at++) bytes[at] = (bytes[at] ?? 0) ^ (isNegative ? 0xff : 0);
	if (!isNegative) bytes[1] = (bytes[1] ?? 0) ^ SIGN;
	return bytes;
};

const textToBytes = (value: string): Uint8Array => {
	if (value.includes('\0')) throw new Error('a text with U+0000 cannot be stored');
	const text = new TextEncoder().encode(value);
	const bytes = new Uint8Array(1 + text.length);
	bytes[0] = TEXT;
	bytes.set(text, 1);
	return bytes;
};

/** A value as it is kept and compared. */
export const valueToBytes = (value: string | number): Uint8Array =>
	typeof value === 'number' ? numberToBytes(value) : textToBytes(value);

/** The least and the greatest bytes, both included, that a query admits. */
export const boundsOf = ({ min, max }: PropertyQuery): [low: Uint8Array, high: Uint8Array] => {
	const kind = typeof (min ?? max);
	const low = kind === 'string' ? Uint8Array.of(TEXT) : Uint8Array.of(NUMBER);
	const high = kind === 'number' ? valueToBytes(Number.POSITIVE_INFINITY) : Uint8Array.of(ABOVE);
	return [
		min === undefined ? low : valueToBytes(min),
		max === undefined ? high : valueToBytes(max),
	];
};
