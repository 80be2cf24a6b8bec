import type { Key } from './key.ts';

/** Equality on some properties of the key: `{ gc: 'dupleix' }`. An empty filter admits all. */
export type Filter = Readonly<Record<string, string>>;

/** Whether a key passes a filter. */
export const passesFilter = (filter: Filter | undefined, key: Key): boolean => {
	if (filter) for (const property in filter) if (key[property] !== filter[property]) return false;
	return true;
};

/** Whether a key passes one of several filters; no list admits all. */
export const passesOneOf = (filters: readonly Filter[] | undefined, key: Key): boolean =>
	filters === undefined || filters.some((filter) => passesFilter(filter, key));

/**
 * A filter that admits exactly what both admit, or `undefined` when they contradict each other.
 */
export const intersectFilters = (
	a: Filter | undefined,
	b: Filter | undefined,
): Filter | undefined => {
	const both: Record<string, string> = { ...a };
	for (const [property, value] of Object.entries(b ?? {})) {
		if (both[property] !== undefined && both[property] !== value) return undefined;
		both[property] = value;
	}
	return both;
};
