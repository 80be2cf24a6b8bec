import type { Line } from './connection.ts';
import { type SqlValue, type Statement, statement } from './sql.ts';

/** `z` = grouping, `p` = indexable property. */
export type FieldKind = 'z' | 'p';

/**
 * Numbers of organisations, types and fields, which rows carry instead of their names. They are
 * written at once and for ever, outside of the transaction that first needs them, and kept in memory.
 */
export interface Names {
	/** The number of an organisation, or `undefined` when nothing was ever written to it. */
	org(org: string): Promise<number | undefined>;
	type(org: string, type: string): Promise<number | undefined>;
	field(type: number, kind: FieldKind, name: string): Promise<number | undefined>;
	/** The name of a type, from its number. */
	typeName(type: number): Promise<string>;
	/** The same, giving a number to what has none. */
	makeOrg(org: string): Promise<number>;
	makeType(org: string, type: string): Promise<number>;
	makeField(type: number, kind: FieldKind, name: string): Promise<number>;
}

const FIND_ORG = statement<[string], [number]>(
	'org',
	'SELECT handle FROM organisation WHERE org = $1',
);
const FIND_TYPE = statement<[number, string], [number]>(
	'type',
	'SELECT handle FROM type WHERE org = $1 AND name = $2',
);
const FIND_FIELD = statement<[number, string, string], [number]>(
	'field',
	'SELECT handle FROM field WHERE type = $1 AND kind = $2 AND name = $3',
);
const FIND_TYPE_NAME = statement<[number], [string]>(
	'type-name',
	'SELECT name FROM type WHERE handle = $1',
);
const ADD_ORG = statement<[string]>(
	'org-add',
	'INSERT INTO organisation (org) VALUES ($1) ON CONFLICT DO NOTHING',
);
const ADD_TYPE = statement<[number, string]>(
	'type-add',
	'INSERT INTO type (org, name) VALUES ($1, $2) ON CONFLICT DO NOTHING',
);
const ADD_FIELD = statement<[number, string, string]>(
	'field-add',
	'INSERT INTO field (type, kind, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
);

/** Names read and given through a line of their own, that is never inside a transaction. */
export const createNames = (line: Line): Names => {
	const numbers = new Map<string, number>();
	const typeNames = new Map<number, string>();

	const find = async <P extends readonly SqlValue[]>(
		key: string,
		statement: Statement<P, [number]>,
		...parameters: P
	): Promise<number | undefined> => {
		const session = await line.session();
		const found = (await session.run(statement, ...parameters)).rows[0]?.[0];
		if (found !== undefined) numbers.set(key, found);
		return found;
	};
	const make = async <P extends readonly SqlValue[]>(
		key: string,
		seek: Statement<P, [number]>,
		add: Statement<P, never>,
		...parameters: P
	): Promise<number> => {
		const known = numbers.get(key) ?? (await find(key, seek, ...parameters));
		if (known !== undefined) return known;
		await (await line.session()).run(add, ...parameters);
		const made = await find(key, seek, ...parameters);
		if (made === undefined) throw new Error(`${key} has no number`);
		return made;
	};
	const org = async (code: string) => {
		const key = `o ${code}`;
		return numbers.get(key) ?? find(key, FIND_ORG, code);
	};
	const makeOrg = (code: string) => make(`o ${code}`, FIND_ORG, ADD_ORG, code);
	return {
		org,
		makeOrg,
		async type(code, name) {
			const owner = await org(code);
			if (owner === undefined) return undefined;
			const key = `t ${owner} ${name}`;
			return numbers.get(key) ?? find(key, FIND_TYPE, owner, name);
		},
		async field(type, kind, name) {
			const key = `${kind} ${type} ${name}`;
			return numbers.get(key) ?? find(key, FIND_FIELD, type, kind, name);
		},
		async typeName(type) {
			const known = typeNames.get(type);
			if (known !== undefined) return known;
			const name = (await (await line.session()).run(FIND_TYPE_NAME, type)).rows[0]?.[0];
			if (name === undefined) throw new Error(`a document of the unknown type ${type}`);
			typeNames.set(type, name);
			return name;
		},
		async makeType(code, name) {
			const owner = await makeOrg(code);
			return make(`t ${owner} ${name}`, FIND_TYPE, ADD_TYPE, owner, name);
		},
		makeField: (type, kind, name) =>
			make(`${kind} ${type} ${name}`, FIND_FIELD, ADD_FIELD, type, kind, name),
	};
};
