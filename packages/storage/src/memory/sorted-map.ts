import sortedBTree from 'sorted-btree';
import { compareValue } from '../binary-order.ts';

const BTree = sortedBTree.default;

/** Above every text and number: ends a range. */
export const TOP = true;

/** One column of a key. */
export type Part = string | number | typeof TOP;

/** Key of a row: columns compared one after the other, a shorter key before its continuations. */
export type Parts = readonly Part[];

const comparePart = (a: Part, b: Part): number => {
	if (a === TOP) return b === TOP ? 0 : 1;
	return b === TOP ? -1 : compareValue(a, b);
};

const compareParts = (a: Parts, b: Parts): number => {
	for (let at = 0; at < a.length && at < b.length; at++) {
		const difference = comparePart(a[at] ?? TOP, b[at] ?? TOP);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
};

/** Rows in the order of their keys. `clone` is immediate: nodes are copied when they change. */
export type SortedMap<V> = InstanceType<typeof BTree<Parts, V>>;

/** A map without rows. */
export const createSortedMap = <V>(): SortedMap<V> => new BTree<Parts, V>([], compareParts);

/** What to read between two keys that no row has (ends made with `TOP`, or prefixes). */
export interface KeyRange {
	readonly low: Parts;
	readonly high: Parts;
	readonly descending?: boolean | undefined;
}

/** Rows of a range, lazily. The map must not change meanwhile. */
export function* scan<V>(map: SortedMap<V>, range: KeyRange): Generator<readonly [Parts, V]> {
	const rows = range.descending ? map.entriesReversed(range.high) : map.entries(range.low);
	for (const [key, value] of rows) {
		const isPast = range.descending
			? compareParts(key, range.low) < 0
			: compareParts(key, range.high) > 0;
		if (isPast) return;
		yield [key, value];
	}
}

/** The first `limit` values that pass, or all that pass. */
export const takeFirst = <T>(
	values: Iterable<T>,
	limit = Number.POSITIVE_INFINITY,
	passes: (value: T) => boolean = () => true,
): T[] => {
	const taken: T[] = [];
	if (limit <= 0) return taken;
	for (const value of values) {
		if (!passes(value)) continue;
		taken.push(value);
		if (taken.length >= limit) break;
	}
	return taken;
};
