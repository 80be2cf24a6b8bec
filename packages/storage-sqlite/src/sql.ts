import type { DatabaseSync } from 'node:sqlite';

/** A value bound to a statement. */
export type SqlValue = null | number | string | Uint8Array;

/** A prepared statement that reads; rows are arrays, which is faster than objects. */
export interface Query<P extends readonly SqlValue[], R> {
	get(...parameters: P): R | undefined;
	all(...parameters: P): R[];
}

/** A prepared statement that writes. */
export interface Command<P extends readonly SqlValue[]> {
	run(...parameters: P): { readonly changes: number; readonly lastInsertRowid: number };
}

/** Prepares a query; `P` and `R` say what it is bound to and what a row holds, in order. */
export const prepareQuery = <P extends readonly SqlValue[], R>(
	database: DatabaseSync,
	sql: string,
): Query<P, R> => database.prepare(sql, { returnArrays: true }) as unknown as Query<P, R>;

/** Prepares a command; `P` says what it is bound to, in order. */
export const prepareCommand = <P extends readonly SqlValue[] = []>(
	database: DatabaseSync,
	sql: string,
): Command<P> => database.prepare(sql) as unknown as Command<P>;

/** The single value of a query or pragma. */
export const singleValue = (database: DatabaseSync, sql: string): unknown =>
	prepareQuery<[], [unknown]>(database, sql).get()?.[0];
