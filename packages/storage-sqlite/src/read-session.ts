import type { DatabaseSync } from 'node:sqlite';
import type { Awaitable, DocumentReader } from '@navette/storage';
import { createAccessGuard } from '@navette/storage/provider';
import { watchAll } from './access-guard.ts';
import { createNames } from './names.ts';
import { prepareReads } from './read-statements.ts';
import { createReader } from './reader.ts';
import { prepareCommand, prepareQuery } from './sql.ts';
import { toStorageFault } from './sqlite-fault.ts';

/** A connection that reads: one snapshot at a time. */
export interface ReadSession {
	snapshot<T>(org: string, work: (reader: DocumentReader) => Awaitable<T>): Promise<T>;
	organisations(): readonly string[];
	close(): void;
}

export const createReadSession = (database: DatabaseSync): ReadSession => {
	const begin = prepareCommand(database, 'BEGIN');
	const end = prepareCommand(database, 'COMMIT');
	const firstRead = prepareQuery<[], [string]>(database, 'SELECT value FROM store LIMIT 1');
	const list = prepareQuery<[], [string]>(
		database,
		'SELECT org FROM organisation WHERE status NOT NULL ORDER BY org',
	);
	const reads = prepareReads(database);
	const names = createNames(database);
	return {
		async snapshot(org, work) {
			const guard = createAccessGuard();
			try {
				begin.run();
				// BEGIN alone takes no snapshot: the first read does.
				firstRead.get();
				return await work(watchAll(guard, createReader(org, reads, names)));
			} catch (error) {
				throw toStorageFault(error);
			} finally {
				guard.end();
				if (database.isTransaction) end.run();
			}
		},
		organisations: () => list.all().map(([org]) => org),
		close: () => database.close(),
	};
};
