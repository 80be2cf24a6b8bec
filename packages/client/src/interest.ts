import type { Filter } from '@navette/model';
import * as v from 'valibot';

/** What of a thread is wanted: document types (absent = all), and filters on their keys. */
export const Interest = v.object({
	types: v.optional(v.array(v.string())),
	filters: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
});

export interface Interest {
	readonly types?: readonly string[] | undefined;
	readonly filters?: Readonly<Record<string, Filter>> | undefined;
}

/** Whether documents of a type are wanted at all. */
export const wantsType = (interest: Interest, type: string): boolean =>
	interest.types === undefined || interest.types.includes(type);

const narrows = (filter: Filter | undefined, by: Filter | undefined): boolean =>
	Object.entries(by ?? {}).every(([property, value]) => filter?.[property] === value);

/** Whether whoever holds what `wide` wants holds everything that `narrow` wants. */
export const coversInterest = (wide: Interest, narrow: Interest): boolean => {
	if (!narrow.types) {
		const filtered = Object.keys(wide.filters ?? {});
		const same = filtered.every((type) => narrows(narrow.filters?.[type], wide.filters?.[type]));
		return wide.types === undefined && same;
	}
	return narrow.types.every(
		(type) => wantsType(wide, type) && narrows(narrow.filters?.[type], wide.filters?.[type]),
	);
};

/** The properties on which two filters agree: it admits what either admits. */
const weakest = (a: Filter, b: Filter): Filter =>
	Object.fromEntries(Object.entries(a).filter(([property, value]) => b[property] === value));

/**
 * An interest that covers both: one subscription serves all the watchers of a thread, each of which
 * filters again for itself.
 */
export const uniteInterests = (a: Interest, b: Interest): Interest => {
	if (coversInterest(a, b)) return a;
	if (coversInterest(b, a)) return b;
	const types = a.types && b.types ? [...new Set([...a.types, ...b.types])].sort() : undefined;
	const filters: Record<string, Filter> = {};
	for (const type of new Set([...Object.keys(a.filters ?? {}), ...Object.keys(b.filters ?? {})])) {
		const of = (interest: Interest) => interest.filters?.[type] ?? {};
		const filter = !wantsType(a, type)
			? of(b)
			: !wantsType(b, type)
				? of(a)
				: weakest(of(a), of(b));
		if (Object.keys(filter).length > 0) filters[type] = filter;
	}
	return {
		...(types ? { types } : {}),
		...(Object.keys(filters).length > 0 ? { filters } : {}),
	};
};
