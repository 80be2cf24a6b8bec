import type { RowHandle, StoredDocument } from '@navette/storage';

/**
 * What a transaction read and did not write. A snapshot alone lets two transactions each decide on
 * what the other changes; so one that writes holds, as it ends, the documents that it read, and what
 * it searched for by value and then gives (how unique values are kept) is marked by a claim.
 */
export interface ReadSet {
	/** Notes documents read. */
	read(rows: readonly StoredDocument[]): void;
	/** Notes a document written, whose row is held by that. */
	wrote(handle: RowHandle): void;
	/** Notes a search for one value of a property. */
	searched(type: string, property: string, value: string | number): void;
	wasSearched(type: string, property: string, value: string | number): boolean;
	/** The documents to hold. */
	unwritten(): readonly RowHandle[];
}

export const createReadSet = (): ReadSet => {
	const seen = new Set<RowHandle>();
	const written = new Set<RowHandle>();
	const searches = new Set<string>();
	const keyOf = (type: string, property: string, value: string | number) =>
		JSON.stringify([type, property, value]);
	return {
		read(rows) {
			for (const row of rows) seen.add(row.handle);
		},
		wrote(handle) {
			written.add(handle);
		},
		searched(type, property, value) {
			searches.add(keyOf(type, property, value));
		},
		wasSearched: (type, property, value) => searches.has(keyOf(type, property, value)),
		unwritten: () => [...seen].filter((handle) => !written.has(handle)),
	};
};
