/** Where a value belongs: it opens nowhere else. */
export interface RowContext {
	readonly table: 'document' | 'files' | 'answer' | 'organisation' | 'content';
	readonly org: string;
	/** Identifies the row in its table: type and id, operation id. */
	readonly row: readonly string[];
	/** Version of the row, 0 where there is none. */
	readonly version: number;
}

/** Seals what a store keeps, bound to its place, under keys the store never sees. */
export interface RowCipher {
	seal(context: RowContext, bytes: Uint8Array): Uint8Array;
	/** `undefined` when the bytes were altered, moved from another row, or sealed by another key. */
	open(context: RowContext, bytes: Uint8Array): Uint8Array | undefined;
}

/** A row that cannot be opened: altered, moved, or sealed by a key that is not there. */
export class DamagedRow extends Error {
	readonly context: RowContext;

	constructor(context: RowContext) {
		super(`a row of ${context.table} cannot be opened`);
		this.name = 'DamagedRow';
		this.context = context;
	}
}
