import { statSync } from 'node:fs';
import { openReadConnection } from './connection.ts';
import { SCHEMA } from './schema.ts';
import { prepareQuery, singleValue } from './sql.ts';
import { toStorageFault } from './sqlite-fault.ts';

/** A look at a database file, also while a server uses it. Nothing is written. */
export interface SqliteInspection {
	/** Schema of the file, and the one this code knows. */
	readonly schema: number;
	readonly known: number;
	/** `undefined` in a file that never was a store. */
	readonly epoch: string | undefined;
	/** Last change of the file, ms. */
	readonly modified: number;
	readonly bytes: number;
	readonly tables: readonly string[];
	/** What is wrong with a table and its indexes, in the words of SQLite; empty when all is well. */
	check(table: string): readonly string[];
	close(): void;
}

/** Opens a file to look at it. Throws a `StorageFault` when it cannot be read as a database. */
export const inspectSqlite = (path: string): SqliteInspection => {
	try {
		const { size, mtimeMs } = statSync(path);
		const database = openReadConnection(path);
		const list = prepareQuery<[], [string]>(
			database,
			"SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
		);
		const tables = list.all().map(([name]) => name);
		const epoch = tables.includes('store')
			? singleValue(database, "SELECT value FROM store WHERE name = 'epoch'")
			: undefined;
		return {
			schema: Number(singleValue(database, 'PRAGMA user_version')),
			known: SCHEMA,
			epoch: typeof epoch === 'string' ? epoch : undefined,
			modified: mtimeMs,
			bytes: size,
			tables,
			check(table) {
				if (!tables.includes(table)) throw new Error(`no table ${table}`);
				const rows = prepareQuery<[], [string]>(
					database,
					`PRAGMA integrity_check("${table}")`,
				).all();
				return rows.map(([said]) => said).filter((said) => said !== 'ok');
			},
			close: () => database.close(),
		};
	} catch (error) {
		throw toStorageFault(error);
	}
};
