import type { KeyRange } from './row-key.ts';
import { rowSize } from './row-size.ts';
import type { Cells, Table } from './tables.ts';

/** A row with its key. */
export type KeyedRow<V extends Cells> = readonly [key: string, row: V];

/** Rows as they are stored, all from one state. */
export interface StoredRows {
	/** Rows of these keys, in their order. */
	get(keys: readonly string[]): Promise<readonly (Cells | undefined)[]>;
	/** The first rows of a range, or the last ones, the last first. */
	page(range: KeyRange, isDescending: boolean, limit: number): Promise<readonly KeyedRow<Cells>[]>;
}

/** What a scan takes. */
export interface ScanOptions<V extends Cells> {
	readonly isDescending?: boolean | undefined;
	readonly limit?: number | undefined;
	readonly passes?: (row: V) => boolean;
}

/** Rows by their keys; the keys given are of the table. */
export interface Rows {
	get<V extends Cells>(table: Table<V>, key: string): Promise<V | undefined>;
	getAll<V extends Cells>(
		table: Table<V>,
		keys: readonly string[],
	): Promise<readonly (V | undefined)[]>;
	/** Rows of a range in the order of their keys. */
	scan<V extends Cells>(
		table: Table<V>,
		range: KeyRange,
		options?: ScanOptions<V>,
	): Promise<readonly KeyedRow<V>[]>;
}

/** Rows with changes that are not stored yet. */
export interface Draft extends Rows {
	set<V extends Cells>(table: Table<V>, key: string, row: V): void;
	delete(key: string): void;
	/** Takes a row that was not read yet for absent; `wereRight` tells. */
	assumeAbsent(key: string): void;
	hasAssumed(): boolean;
	/** Reads what was taken for absent: whether all of it is. */
	wereRight(): Promise<boolean>;
	/** Bytes that the changes take of a transaction. */
	size(): number;
	/** Changes by key; `undefined` = the row goes. */
	changes(): ReadonlyMap<string, Cells | undefined>;
	/** Puts the changes back to what they were. */
	restore(changes: ReadonlyMap<string, Cells | undefined>): void;
}

/** Rows read at once, unless fewer are wanted. */
const PAGE = 500;

/** Those of two sorted lists, sorted; at equal keys the first list counts. */
const merge = function* (
	changed: readonly (readonly [string, Cells | undefined])[],
	stored: readonly KeyedRow<Cells>[],
	isDescending: boolean,
): Generator<KeyedRow<Cells>> {
	const comesFirst = (a: string, b: string) => (isDescending ? a > b : a < b);
	let at = 0;
	for (const [key, row] of changed) {
		for (let next = stored[at]; next && comesFirst(next[0], key); next = stored[++at]) yield next;
		if (stored[at]?.[0] === key) at++;
		if (row) yield [key, row];
	}
	yield* stored.slice(at);
};

/** The part of a range up to and with the last key read, and what is left of it, if anything. */
const splitAfter = (
	{ low, high }: KeyRange,
	last: string | undefined,
	isDescending: boolean,
): readonly [seen: KeyRange, left: KeyRange | undefined] => {
	if (last === undefined) return [{ low, high }, undefined];
	if (isDescending)
		return [
			{ low: last, high },
			{ low, high: last },
		];
	const next = `${last} `;
	return [
		{ low, high: next },
		{ low: next, high },
	];
};

/** Stored rows under a draft of changes; stored rows are read once by key. */
export const createDraft = (stored: StoredRows): Draft => {
	let changes = new Map<string, Cells | undefined>();
	const known = new Map<string, Cells | undefined>();
	const assumed: string[] = [];
	let size = 0;
	const sizeOf = (key: string) => (changes.has(key) ? rowSize(key, changes.get(key)) : 0);
	const change = (key: string, row: Cells | undefined): void => {
		size += rowSize(key, row) - sizeOf(key);
		changes.set(key, row);
	};

	const getAll = async (keys: readonly string[]): Promise<(Cells | undefined)[]> => {
		const missing = keys.filter((key) => !changes.has(key) && !known.has(key));
		const found = missing.length > 0 ? await stored.get(missing) : [];
		missing.forEach((key, at) => {
			known.set(key, found[at]);
		});
		return keys.map((key) => (changes.has(key) ? changes.get(key) : known.get(key)));
	};

	/** Changed keys of a range, in its order. */
	const changedIn = ({ low, high }: KeyRange, isDescending: boolean) =>
		[...changes]
			.filter(([key]) => key >= low && key < high)
			.sort(([a], [b]) => (a < b === isDescending ? 1 : -1));

	const scan = async (
		{ low, high }: KeyRange,
		{ isDescending = false, limit = Number.POSITIVE_INFINITY, passes }: ScanOptions<Cells>,
	): Promise<KeyedRow<Cells>[]> => {
		const taken: KeyedRow<Cells>[] = [];
		const size = Math.min(PAGE, limit);
		let left: KeyRange | undefined = { low, high };
		while (left && taken.length < limit) {
			const page = await stored.page(left, isDescending, size);
			const [seen, rest] = splitAfter(
				left,
				page.length < size ? undefined : page.at(-1)?.[0],
				isDescending,
			);
			const rows = [...merge(changedIn(seen, isDescending), page, isDescending)];
			taken.push(...rows.filter(([, row]) => passes?.(row) ?? true));
			left = rest;
		}
		return taken.slice(0, limit);
	};

	return {
		// Rows of a table are written through `set` with its type: what is read has it.
		get: async <V extends Cells>(_table: Table<V>, key: string) =>
			(await getAll([key]))[0] as V | undefined,
		getAll: async <V extends Cells>(_table: Table<V>, keys: readonly string[]) =>
			(await getAll(keys)) as (V | undefined)[],
		scan: async <V extends Cells>(
			_table: Table<V>,
			range: KeyRange,
			options: ScanOptions<V> = {},
		) => (await scan(range, options as ScanOptions<Cells>)) as unknown as readonly KeyedRow<V>[],
		set: (_table, key, row) => change(key, row),
		delete: (key) => change(key, undefined),
		assumeAbsent(key) {
			if (changes.has(key) || known.has(key)) return;
			known.set(key, undefined);
			assumed.push(key);
		},
		hasAssumed: () => assumed.length > 0,
		wereRight: async () =>
			assumed.length === 0 || (await stored.get(assumed)).every((row) => row === undefined),
		size: () => size,
		changes: () => new Map(changes),
		restore(before) {
			changes = new Map(before);
			size = [...changes].reduce((total, [key, row]) => total + rowSize(key, row), 0);
		},
	};
};
