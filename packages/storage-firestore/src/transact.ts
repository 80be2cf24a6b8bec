import type { CollectionReference } from '@google-cloud/firestore';
import type { Log, Random, Timers } from '@navette/core';
import {
	type Awaitable,
	type DocumentReader,
	StorageFault,
	type StoreTransaction,
} from '@navette/storage';
import { type AccessGuard, createAccessGuard, watchAll } from './access-guard.ts';
import { EPOCH } from './epoch.ts';
import { Conflict, toStorageFault } from './firestore-fault.ts';
import { createHandles } from './handles.ts';
import { createReader } from './reader.ts';
import { createDraft, type Rows } from './rows.ts';
import { createStoredRows, type TransactionRows } from './stored-rows.ts';
import type { WriteAccess } from './write-document.ts';
import { type AsyncWriter, createWriter } from './writer.ts';

/** What transactions and snapshots of a store share. */
export interface Setting {
	readonly rows: CollectionReference;
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
}

/** Work that met others this many times is given up. */
const ATTEMPTS = 30;
/** The longest wait after a conflict (ms). */
const LONGEST_WAIT = 500;

const createTransaction = (guard: AccessGuard, access: WriteAccess): StoreTransaction => {
	const writers = new Map<string, AsyncWriter>();
	let isInPart = false;
	return {
		in(org) {
			guard.check();
			const writer = writers.get(org) ?? watchAll(guard, createWriter(org, access));
			writers.set(org, writer);
			return writer;
		},
		async savepoint(work) {
			if (isInPart) throw new Error('savepoints do not nest');
			guard.check();
			isInPart = true;
			const before = access.rows.changes();
			try {
				return await work();
			} catch (error) {
				access.rows.restore(before);
				throw guard.fault() ?? error;
			} finally {
				isInPart = false;
			}
		},
	};
};

/** A document was said to be new, perhaps wrongly: the work runs again, and every one is looked for. */
class LateDefect extends Error {}

type Work<T> = (transaction: StoreTransaction) => Awaitable<T>;

const runWork = async <T>(
	stored: TransactionRows,
	guard: AccessGuard,
	work: Work<T>,
	isCareful: boolean,
): Promise<T> => {
	const rows = createDraft(stored);
	const access = { rows, handles: createHandles(), locked: new Set<number>(), isCareful };
	try {
		const result = await work(createTransaction(guard, access));
		guard.check();
		guard.end();
		if (!(await rows.wereRight())) throw new LateDefect();
		stored.write(rows.changes());
		return result;
	} catch (error) {
		if (error instanceof StorageFault || !rows.hasAssumed()) throw error;
		throw new LateDefect('what was taken for new may not be', { cause: error });
	}
};

const transactOnce = async <T>(
	{ rows }: Setting,
	work: Work<T>,
	isCareful: boolean,
): Promise<T> => {
	const guard = createAccessGuard();
	try {
		// One attempt: the client would also repeat work whose commit nobody knows the outcome of.
		return await rows.firestore.runTransaction(
			(transaction) => runWork(createStoredRows(rows, transaction), guard, work, isCareful),
			{ maxAttempts: 1 },
		);
	} catch (error) {
		throw guard.fault() ?? toStorageFault(error);
	} finally {
		guard.end();
	}
};

/** Waits a random time that grows with the attempts, so that those who met do not meet again. */
const backOff = ({ random, timers }: Setting, attempt: number): Promise<void> => {
	const most = Math.min(LONGEST_WAIT, 2 ** (attempt + 2));
	const [roll = 0] = random.bytes(1);
	return new Promise((resolve) => timers.after(1 + (most * roll) / 256, resolve));
};

/** Runs work in a transaction, and again when it met somebody else's. */
export const transact = async <T>(setting: Setting, work: Work<T>): Promise<T> => {
	let isCareful = false;
	for (let attempt = 1; ; ) {
		try {
			return await transactOnce(setting, work, isCareful);
		} catch (error) {
			if (error instanceof LateDefect) {
				isCareful = true;
				continue;
			}
			if (!(error instanceof Conflict)) throw error;
			setting.log.info('firestore-conflict', { attempt, reason: error.message });
			if (attempt >= ATTEMPTS)
				throw new StorageFault('io', `${attempt} attempts met others: ${error.message}`, error);
			await backOff(setting, attempt++);
		}
	}
};

/** Runs `work` on the rows of one instant, which no writer waits for. */
export const readRows = async <T>(
	{ rows }: Setting,
	work: (seen: Rows) => Awaitable<T>,
): Promise<T> => {
	try {
		return await rows.firestore.runTransaction(
			async (transaction) => {
				// The first read chooses the instant: without one, that would be whenever work reads.
				await transaction.get(rows.doc(EPOCH));
				return work(createDraft(createStoredRows(rows, transaction)));
			},
			{ readOnly: true },
		);
	} catch (error) {
		throw toStorageFault(error);
	}
};

/** Runs `work` on one instant of an organisation. */
export const readSnapshot = async <T>(
	setting: Setting,
	org: string,
	work: (reader: DocumentReader) => Awaitable<T>,
): Promise<T> => {
	const guard = createAccessGuard();
	const handles = createHandles();
	try {
		return await readRows(setting, (seen) =>
			work(watchAll(guard, createReader(org, seen, handles))),
		);
	} finally {
		guard.end();
	}
};
