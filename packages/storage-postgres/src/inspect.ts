import { createLine } from './connection.ts';
import { SCHEMA } from './schema.ts';
import { statement } from './sql.ts';

/** A look at a database, also while servers use it. Nothing is written. */
export interface PostgresInspection {
	/** Schema of the database, 0 when it never was a store, and the one this code knows. */
	readonly schema: number;
	readonly known: number;
	/** `undefined` in a database that never was a store. */
	readonly epoch: string | undefined;
	readonly encoding: string;
}

const ENCODING = statement<[], [string]>('inspect-encoding', 'SHOW server_encoding');
const IS_STORE = statement<[], [boolean]>(
	'inspect-store',
	"SELECT to_regclass('store') IS NOT NULL",
);
const VALUES = statement<[], [string, string]>('inspect-values', 'SELECT name, value FROM store');

/** Looks at a database. Rejects with a `StorageFault` when it cannot be reached or read. */
export const inspectPostgres = async (url: string): Promise<PostgresInspection> => {
	const line = createLine(url);
	try {
		const session = await line.session();
		const [encoding] = (await session.run(ENCODING)).rows;
		const [isStore] = (await session.run(IS_STORE)).rows;
		const rows = isStore?.[0] ? (await session.run(VALUES)).rows : [];
		const values = new Map(rows);
		return {
			schema: Number(values.get('schema') ?? 0),
			known: SCHEMA,
			epoch: values.get('epoch'),
			encoding: encoding?.[0] ?? '?',
		};
	} finally {
		await line.close();
	}
};
