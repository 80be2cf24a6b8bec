import type { DocumentStore } from '../document-store.ts';
import type { RowCipher } from './row-cipher.ts';
import {
	opens,
	readSealedPage,
	type SealedPosition,
	type SealedRow,
	valuesOf,
} from './sealed-values.ts';

/** What a look at every row of an organisation found. */
export interface SealCheck {
	/** Rows that have a sealed value. */
	readonly rows: number;
	/** Values by the number of the key that sealed them. */
	readonly byKey: ReadonlyMap<number, number>;
	/** Rows that do not open: `NOTE a.b`, `answer …`, `organisation`. */
	readonly damaged: readonly string[];
}

const nameOf = (row: SealedRow): string => {
	if (row.kind === 'document') return `${row.row.type} ${row.row.id}`;
	return row.kind === 'answer' ? `answer ${row.operation}` : 'organisation';
};

/** Opens every row of an organisation, page by page beside the work of others; changes nothing. */
export const checkSeals = async (
	deps: {
		/** As it is, not opened by the site. */
		readonly store: Pick<DocumentStore, 'snapshot'>;
		readonly cipher: RowCipher;
		readonly keyOf: (sealed: Uint8Array) => number | undefined;
	},
	org: string,
	progress: (rows: number) => void = () => {},
): Promise<SealCheck> => {
	const byKey = new Map<number, number>();
	const damaged: string[] = [];
	let rows = 0;
	const look = (row: SealedRow): void => {
		const values = valuesOf(row);
		if (values.length > 0) rows++;
		for (const value of values) {
			const key = deps.keyOf(value);
			if (key !== undefined) byKey.set(key, (byKey.get(key) ?? 0) + 1);
		}
		if (!opens(deps.cipher, org, row)) damaged.push(nameOf(row));
	};
	for (let at: SealedPosition | undefined, isOver = false; !isOver; ) {
		const from = at;
		const page = await deps.store.snapshot(org, (reader) => readSealedPage(reader, from));
		for (const row of page.rows) look(row);
		progress(rows);
		at = page.next;
		isOver = at === undefined;
	}
	return { rows, byKey, damaged };
};
