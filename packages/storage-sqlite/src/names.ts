import type { DatabaseSync } from 'node:sqlite';
import { prepareCommand, prepareQuery } from './sql.ts';

/** `z` = grouping, `p` = indexable property. */
export type FieldKind = 'z' | 'p';

/**
 * Numbers of organisations, types and fields, which rows carry instead of their names. Kept in
 * memory per connection: once committed, they never change.
 */
export interface Names {
	/** The number of an organisation, or `undefined` when nothing was ever written to it. */
	org(org: string): number | undefined;
	type(org: string, type: string): number | undefined;
	field(type: number, kind: FieldKind, name: string): number | undefined;
	/** The name of a type, from its number. */
	typeName(type: number): string;
}

/** As `Names`, giving a number to what has none. */
export interface NamesWriter extends Names {
	makeOrg(org: string): number;
	makeType(org: string, type: string): number;
	makeField(type: number, kind: FieldKind, name: string): number;
	/** Forgets what memory holds: after a rollback, a number may be given to something else. */
	forget(): void;
}

/** Numbers by name, for each owner: no key is put together, for these are asked for at every row. */
type Owned = Map<number, Map<string, number>>;

const createCache = () => ({
	orgs: new Map<string, number>(),
	types: new Map() as Owned,
	z: new Map() as Owned,
	p: new Map() as Owned,
	typeNames: new Map<number, string>(),
});

const ownedBy = (owned: Owned, owner: number): Map<string, number> => {
	let numbers = owned.get(owner);
	if (!numbers) {
		numbers = new Map();
		owned.set(owner, numbers);
	}
	return numbers;
};

const remembered = (
	numbers: Map<string, number>,
	name: string,
	find: () => [number] | undefined,
): number | undefined => {
	const known = numbers.get(name);
	if (known !== undefined) return known;
	const found = find()?.[0];
	if (found !== undefined) numbers.set(name, found);
	return found;
};

/** Names read through a connection. */
export const createNames = (database: DatabaseSync, cache = createCache()): Names => {
	const findOrg = prepareQuery<[string], [number]>(
		database,
		'SELECT handle FROM organisation WHERE org = ?',
	);
	const findType = prepareQuery<[number, string], [number]>(
		database,
		'SELECT handle FROM type WHERE org = ? AND name = ?',
	);
	const findField = prepareQuery<[number, string, string], [number]>(
		database,
		'SELECT handle FROM field WHERE type = ? AND kind = ? AND name = ?',
	);
	const findTypeName = prepareQuery<[number], [string]>(
		database,
		'SELECT name FROM type WHERE handle = ?',
	);
	const org = (code: string) => remembered(cache.orgs, code, () => findOrg.get(code));
	return {
		org,
		type(code, name) {
			const owner = org(code);
			return owner === undefined
				? undefined
				: remembered(ownedBy(cache.types, owner), name, () => findType.get(owner, name));
		},
		field: (type, kind, name) =>
			remembered(ownedBy(cache[kind], type), name, () => findField.get(type, kind, name)),
		typeName(type) {
			let name = cache.typeNames.get(type);
			if (name === undefined) {
				name = findTypeName.get(type)?.[0];
				if (name === undefined) throw new Error(`a document of the unknown type ${type}`);
				cache.typeNames.set(type, name);
			}
			return name;
		},
	};
};

/** Names read and given through the connection that writes. */
export const createNamesWriter = (database: DatabaseSync): NamesWriter => {
	const cache = createCache();
	const names = createNames(database, cache);
	const addOrg = prepareCommand<[string]>(database, 'INSERT INTO organisation (org) VALUES (?)');
	const addType = prepareCommand<[number, string]>(
		database,
		'INSERT INTO type (org, name) VALUES (?, ?)',
	);
	const addField = prepareCommand<[number, string, string]>(
		database,
		'INSERT INTO field (type, kind, name) VALUES (?, ?, ?)',
	);
	const makeOrg = (org: string) => names.org(org) ?? addOrg.run(org).lastInsertRowid;
	return {
		...names,
		makeOrg,
		makeType: (org, type) =>
			names.type(org, type) ?? addType.run(makeOrg(org), type).lastInsertRowid,
		makeField: (type, kind, name) =>
			names.field(type, kind, name) ?? addField.run(type, kind, name).lastInsertRowid,
		forget() {
			for (const known of Object.values(cache)) known.clear();
		},
	};
};
