import {
	type Account,
	type Filter,
	intersectFilters,
	type Key,
	type ThreadAccess,
	type TypeAccess,
} from '@navette/model';
import type { Awaitable } from '@navette/storage';
import type { DocumentSource } from './document-source.ts';

/** What an application lets its accounts see. Evaluated at every way out, from stored facts. */
export interface AccessPolicy {
	/** What an account sees of a thread; `undefined` = the thread does not exist for it. */
	thread(
		source: DocumentSource,
		account: Account,
		thread: { readonly type: string; readonly key: Key },
	): Awaitable<ThreadAccess | undefined>;
	/** Document types whose change may change an answer of this policy. */
	readonly dependsOn: readonly string[];
}

/** What a device asks of a thread, before its rights are looked at. */
export interface Wish {
	readonly types?: readonly string[] | undefined;
	readonly filters?: Readonly<Record<string, Filter>> | undefined;
}

/** What an account is given of a thread: its rights cut to its wish. */
export interface Grant {
	readonly types: ReadonlyMap<string, TypeAccess>;
	/** The rights alone, in words: another text than last time = other rights. */
	readonly scope: string;
}

const filterText = (filter: Filter): string =>
	Object.entries(filter)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([property, value]) => `${property}=${encodeURIComponent(value)}`)
		.join('&');

/** `BCC?co=3|co=5;BCG:totals` — types in order, each with its filters and its projection. */
export const scopeOf = (access: ThreadAccess): string =>
	Object.keys(access)
		.sort()
		.map((name) => {
			const filters = access[name]?.filters?.map(filterText).sort().join('|');
			const projection = access[name]?.project?.name;
			return `${name}${filters ? `?${filters}` : ''}${projection ? `:${projection}` : ''}`;
		})
		.join(';');

/** Cuts rights to a wish: types in both, filters of both. */
export const grantOf = (access: ThreadAccess, wish: Wish): Grant => {
	const types = new Map<string, TypeAccess>();
	for (const [name, allowed] of Object.entries(access)) {
		if (wish.types && !wish.types.includes(name)) continue;
		const wished = wish.filters?.[name];
		const alternatives = allowed.filters ?? [undefined];
		const both = alternatives.map((one) => intersectFilters(one, wished));
		const filters = both.filter((one) => one !== undefined);
		if (filters.length === 0) continue;
		const unfiltered = allowed.filters === undefined && wished === undefined;
		types.set(name, { ...allowed, ...(unfiltered ? {} : { filters }) });
	}
	return { types, scope: scopeOf(access) };
};
