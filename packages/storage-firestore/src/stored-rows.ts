import type { CollectionReference, Transaction } from '@google-cloud/firestore';
import type { Ask } from './asking.ts';
import { cutRow, joinRow, partsOf } from './long-cells.ts';
import type { KeyedRow, StoredRows } from './rows.ts';
import type { Cells } from './tables.ts';

/** The indexed field that repeats the id of a document: it is read in both orders. */
const KEY = 'k';
/** The bytes of a part of a row. */
const BYTES = 'bytes';

/** Rows as a transaction sees them, and the changes it makes at its commit. */
export interface TransactionRows extends StoredRows {
	/** Hands changes over; of rows that have parts, only such as were read. */
	write(changes: ReadonlyMap<string, Cells | undefined>): void;
}

/** Rows of a collection as a transaction reads them, and so holds them until it ends. */
export const createStoredRows = (
	rows: CollectionReference,
	transaction: Transaction,
	ask: Ask,
): TransactionRows => {
	/** Ids of the parts of the rows read, by key. */
	const known = new Map<string, readonly string[]>();
	const fetch = (ids: readonly string[]) =>
		ask(transaction.getAll(...ids.map((id) => rows.doc(id))));

	const join = async (kept: readonly KeyedRow<Cells>[]): Promise<readonly KeyedRow<Cells>[]> => {
		for (const [key, cells] of kept) known.set(key, partsOf(key, cells));
		const ids = kept.flatMap(([key]) => known.get(key) ?? []);
		const found = ids.length > 0 ? await fetch(ids) : [];
		const parts = new Map(
			found.map((each) => [each.id, each.get(BYTES) as Uint8Array | undefined]),
		);
		return kept.map(([key, cells]) => [key, joinRow(key, cells, (id) => parts.get(id))] as const);
	};

	const toRow = (key: string, fields: Record<string, unknown>): KeyedRow<Cells> => {
		const { [KEY]: _key, ...cells } = fields;
		return [key, cells as Cells];
	};

	return {
		async get(keys) {
			const found = await fetch(keys);
			const kept = found.flatMap((each) => {
				const fields = each.data();
				return fields ? [toRow(each.id, fields)] : [];
			});
			const byKey = new Map(await join(kept));
			return keys.map((key) => byKey.get(key));
		},
		async page({ low, high }, isDescending, limit) {
			const query = rows
				.where(KEY, '>=', low)
				.where(KEY, '<', high)
				.orderBy(KEY, isDescending ? 'desc' : 'asc')
				.limit(limit);
			const { docs } = await ask(transaction.get(query));
			return join(docs.map((each) => toRow(each.id, each.data())));
		},
		write(changes) {
			for (const [key, row] of changes) {
				for (const id of known.get(key) ?? []) transaction.delete(rows.doc(id));
				if (!row) {
					transaction.delete(rows.doc(key));
					continue;
				}
				const { cells, parts } = cutRow(key, row);
				transaction.set(rows.doc(key), { ...cells, [KEY]: key });
				for (const [id, bytes] of parts) transaction.set(rows.doc(id), { [BYTES]: bytes });
			}
		},
	};
};
