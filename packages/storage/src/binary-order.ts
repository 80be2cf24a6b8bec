/** First code unit of a surrogate pair; above it UTF-16 and UTF-8 disagree about order. */
const SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** UTF-16 units in an order that is the one of code points: surrogates after everything else. */
const rank = (unit: number): number => {
	if (unit < SURROGATE) return unit;
	return unit < AFTER_SURROGATES ? unit + 0x2000 : unit - 0x800;
};

/**
 * Compares two well-formed texts by the bytes of their UTF-8, as SQLite (`BINARY`) and PostgreSQL
 * (`C`) do; JavaScript's `<` differs above U+FFFF. Negative, 0 or positive.
 */
export const compareText = (a: string, b: string): number => {
	if (a === b) return 0;
	const length = Math.min(a.length, b.length);
	for (let at = 0; at < length; at++) {
		const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
};

/** Compares values of an indexable property: numbers first, then texts in binary order. */
export const compareValue = (a: string | number, b: string | number): number => {
	if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
	return typeof b === 'number' ? 1 : compareText(a, b);
};
