import type { Cells } from './tables.ts';

/** Bytes of a part: a Firestore document holds 1 MiB, of which two such cells and texts. */
const PART_BYTES = 400_000;

/** A row whose long cells are kept in documents of their own, which no scan meets: they have no `k`. */
export interface CutRow {
	/** The row without its long cells; `cut` says how many parts each has, as JSON. */
	readonly cells: Cells;
	/** Bytes of the parts, by id. */
	readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** A key has no two spaces one after the other. */
const partId = (key: string, name: string, number: number): string => `${key}  ${name}${number}`;

type Counts = Readonly<Record<string, number>>;

const countsOf = ({ cut }: Cells): Counts =>
	typeof cut === 'string' ? (JSON.parse(cut) as Counts) : {};

const idsOfPart = (key: string, name: string, count: number): string[] =>
	Array.from({ length: count }, (_, at) => partId(key, name, at));

/** Ids of all the parts of a row as it is kept. */
export const partsOf = (key: string, kept: Cells): string[] =>
	Object.entries(countsOf(kept)).flatMap(([name, count]) => idsOfPart(key, name, count));

/** A row as it is kept. */
export const cutRow = (key: string, row: Cells): CutRow => {
	const cells: Record<string, Cells[string]> = { ...row };
	const parts = new Map<string, Uint8Array>();
	const counts: Record<string, number> = {};
	for (const [name, value] of Object.entries(row)) {
		if (!(value instanceof Uint8Array) || value.length <= PART_BYTES) continue;
		const count = Math.ceil(value.length / PART_BYTES);
		for (let at = 0; at < count; at++)
			parts.set(partId(key, name, at), value.subarray(at * PART_BYTES, (at + 1) * PART_BYTES));
		counts[name] = count;
		cells[name] = null;
	}
	return parts.size === 0
		? { cells: row, parts }
		: { cells: { ...cells, cut: JSON.stringify(counts) }, parts };
};

/** The row that was kept, with its parts by id. */
export const joinRow = (
	key: string,
	kept: Cells,
	partOf: (id: string) => Uint8Array | undefined,
): Cells => {
	const { cut: _cut, ...cells } = kept;
	const joined: Record<string, Cells[string]> = cells;
	for (const [name, count] of Object.entries(countsOf(kept)))
		joined[name] = Buffer.concat(
			idsOfPart(key, name, count).map((id) => {
				const part = partOf(id);
				if (!part) throw new Error('a part of a row is not there');
				return part;
			}),
		);
	return joined;
};
