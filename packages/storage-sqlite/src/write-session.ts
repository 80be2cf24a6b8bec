import type { DatabaseSync } from 'node:sqlite';
import type { Log } from '@navette/core';
import {
	type Awaitable,
	type RowHandle,
	StorageFault,
	type StoreTransaction,
} from '@navette/storage';
import { type AccessGuard, createAccessGuard } from '@navette/storage/provider';
import { watch, watchAll } from './access-guard.ts';
import type { LogRoom } from './log-room.ts';
import { createNamesWriter } from './names.ts';
import { prepareReads } from './read-statements.ts';
import { createReader } from './reader.ts';
import { prepareCommand } from './sql.ts';
import { toStorageFault } from './sqlite-fault.ts';
import { prepareWrites } from './write-statements.ts';
import { createWriter, type SyncWriter } from './writer.ts';

/** Runs transactions on the connection that writes; the caller gives them one at a time. */
export type RunTransaction = <T>(
	work: (transaction: StoreTransaction) => Awaitable<T>,
) => Promise<T>;

const prepareControl = (database: DatabaseSync) => ({
	begin: prepareCommand(database, 'BEGIN IMMEDIATE'),
	commit: prepareCommand(database, 'COMMIT'),
	rollback: prepareCommand(database, 'ROLLBACK'),
	save: prepareCommand(database, 'SAVEPOINT part'),
	release: prepareCommand(database, 'RELEASE part'),
	undo: prepareCommand(database, 'ROLLBACK TO part'),
});

export const createWriteSession = (
	database: DatabaseSync,
	room: LogRoom,
	log: Log,
): RunTransaction => {
	const control = prepareControl(database);
	const names = createNamesWriter(database);
	const reads = prepareReads(database);
	const held = new Map<RowHandle, number>();
	const access = { writes: prepareWrites(database), names, held };

	/** Never leaves the connection inside a transaction: a later one would carry its rests. */
	const rollBack = (): void => {
		names.forget();
		held.clear();
		if (!database.isTransaction) return;
		try {
			control.rollback.run();
		} catch (error) {
			log.error('sqlite-rollback-failed', { error: String(error) });
		}
	};

	const undoPart = (guard: AccessGuard): void => {
		names.forget();
		held.clear();
		if (!database.isTransaction) return;
		watch(guard, () => {
			control.undo.run();
			control.release.run();
		})();
	};

	const createTransaction = (guard: AccessGuard): StoreTransaction => {
		const writers = new Map<string, SyncWriter>();
		let inPart = false;
		return {
			in(org) {
				guard.check();
				let writer = writers.get(org);
				if (!writer) {
					writer = watchAll(guard, createWriter(org, createReader(org, reads, names), access));
					writers.set(org, writer);
				}
				return writer;
			},
			async savepoint(work) {
				if (inPart) throw new Error('savepoints do not nest');
				watch(guard, () => control.save.run())();
				inPart = true;
				try {
					const result = await work();
					watch(guard, () => control.release.run())();
					return result;
				} catch (error) {
					undoPart(guard);
					throw error;
				} finally {
					inPart = false;
				}
			},
		};
	};

	return async (work) => {
		const guard = createAccessGuard();
		if (database.isTransaction) rollBack();
		if (database.isTransaction) throw new StorageFault('io', 'the connection is stuck');
		try {
			control.begin.run();
			const result = await work(createTransaction(guard));
			guard.check();
			room.make();
			control.commit.run();
			return result;
		} catch (error) {
			rollBack();
			throw toStorageFault(error);
		} finally {
			guard.end();
			held.clear();
		}
	};
};
