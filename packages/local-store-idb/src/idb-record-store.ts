import { err, type Log, ok, type Result } from '@navette/core';
import type { LocalStoreFault, RecordChange, RecordStore } from '@navette/local-store';
import type { IDBPTransaction } from 'idb';
import {
	faultName,
	type OpenFault,
	openDatabase,
	type RecordsDatabase,
	type RecordsSchema,
} from './database.ts';

/** Everything of a shelf from a position on. Positions are numbers, and an array sorts after them. */
const shelfRange = (shelf: string, from: number): IDBKeyRange =>
	IDBKeyRange.bound([shelf, from], [shelf, []]);

type Transaction = IDBPTransaction<RecordsSchema, ['records'], 'readwrite'>;

const request = ({ store }: Transaction, change: RecordChange): Promise<unknown> => {
	if ('clear' in change) return store.delete(shelfRange(change.shelf, 0));
	const { shelf, position, bytes } = change;
	if (!bytes) return store.delete(IDBKeyRange.only([shelf, position]));
	// A copy of its own: a window on a large buffer would be kept with the whole buffer.
	return store.put({ shelf, position, bytes: new Uint8Array(bytes) });
};

const applyChanges = async (
	database: RecordsDatabase,
	changes: readonly RecordChange[],
): Promise<void> => {
	const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
	const asked: Promise<unknown>[] = [transaction.done];
	try {
		for (const change of changes) asked.push(request(transaction, change));
	} catch (error) {
		// A request that is refused at once does not undo those before it: the transaction would commit.
		transaction.abort();
		await Promise.allSettled(asked);
		throw error;
	}
	await Promise.all(asked);
};

/** Records in IndexedDB: one transaction per write, flushed to the disk before it is answered. */
export const openIdbRecordStore = async (
	name: string,
	log: Log,
): Promise<Result<RecordStore, OpenFault>> => {
	let database: RecordsDatabase | undefined;
	let ended = false;

	const events = {
		superseded() {
			ended = true;
			database = undefined;
			log.warn('local.superseded');
		},
		terminated() {
			database = undefined;
			log.warn('local.terminated');
		},
	};

	/** The open base, opened again if the browser closed it. */
	const current = async (): Promise<RecordsDatabase | undefined> => {
		if (ended || database) return database;
		const opened = await openDatabase(name, events, log);
		if (opened.ok) database = opened.value;
		return database;
	};

	/** Work on the base; once more on a new connection when the one we had turns out to be closed. */
	const onDatabase = async <T>(
		work: (database: RecordsDatabase) => Promise<T>,
		retry = true,
	): Promise<Result<T, LocalStoreFault>> => {
		const open = await current();
		if (!open) return err('gone');
		try {
			return ok(await work(open));
		} catch (error) {
			const fault = faultName(error);
			if (fault === 'InvalidStateError' && retry && !ended) {
				database = undefined;
				return onDatabase(work, false);
			}
			log.warn('local.fault', { fault });
			return err(fault === 'QuotaExceededError' ? 'full' : 'gone');
		}
	};

	const first = await openDatabase(name, events, log);
	if (!first.ok) return first;
	database = first.value;
	return ok({
		async read(shelf, from = 0) {
			const found = await onDatabase((open) => open.getAll('records', shelfRange(shelf, from)));
			return found.ok ? found.value : [];
		},
		write: (changes) => onDatabase((open) => applyChanges(open, changes)),
		wipe: () => onDatabase((open) => open.clear('records')),
		async close() {
			ended = true;
			database?.close();
			database = undefined;
		},
	});
};
