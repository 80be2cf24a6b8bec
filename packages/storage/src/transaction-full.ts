/**
 * More was written than one transaction of this store takes. Thrown by the savepoint that wrote it,
 * which is undone; the transaction stays usable. Databases that send a transaction at once have such a
 * limit; others never throw it.
 */
export class TransactionFull extends Error {
	/** Bytes that a transaction takes. */
	readonly limit: number;
	/** Whether it would fill a transaction of its own too: trying again is of no use. */
	readonly isAlone: boolean;

	constructor(limit: number, isAlone: boolean) {
		super(`a transaction of this store takes ${limit} bytes`);
		this.name = 'TransactionFull';
		this.limit = limit;
		this.isAlone = isAlone;
	}
}
