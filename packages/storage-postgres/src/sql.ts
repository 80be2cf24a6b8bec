/** A value bound to a statement. */
export type SqlValue =
	| null
	| number
	| string
	| Uint8Array
	| readonly number[]
	| readonly string[]
	| readonly Uint8Array[];

/** A statement with a name, prepared once by each connection; `P` is what it is bound to, in order. */
export interface Statement<P extends readonly SqlValue[], R> {
	readonly name: string;
	readonly text: string;
	/** Never there: it carries the types of the parameters and of a row (an array of columns). */
	readonly types?: (parameters: P) => R;
}

/** Names a statement. Names are unique in the package: a connection knows a statement by its name. */
export const statement = <P extends readonly SqlValue[], R = never>(
	name: string,
	text: string,
): Statement<P, R> => ({ name, text });

/** What a statement answers. */
export interface Answer<R> {
	readonly rows: readonly R[];
	/** Rows read or changed. */
	readonly count: number;
}

/**
 * A connection. Statements run in the order in which they are asked, without waiting for each other's
 * answers: several asked at once cost one round trip.
 */
export interface Session {
	/** Runs a prepared statement. Rejects with a `StorageFault` or, for a defect, another error. */
	run<P extends readonly SqlValue[], R>(
		statement: Statement<P, R>,
		...parameters: P
	): Promise<Answer<R>>;
	/** Runs plain SQL; resolves to what the server says it did (`COMMIT`, `ROLLBACK`…). */
	execute(sql: string): Promise<string>;
	/** Gives the connection up, for one that is in no known state; its line opens another. */
	drop(): void;
}

const checkText = (text: string): void => {
	if (text.includes('\0')) throw new Error('a text with U+0000 cannot be stored');
};

/** Throws when a text to bind holds U+0000, before a transaction is spoiled by it. */
export const checkValues = (values: readonly SqlValue[]): void => {
	for (const value of values) {
		if (typeof value === 'string') checkText(value);
		else if (Array.isArray(value))
			for (const each of value) if (typeof each === 'string') checkText(each);
	}
};
