import type { Log, Random, Timers } from '@navette/core';
import {
	type Awaitable,
	StorageFault,
	type StoreTransaction,
	TransactionFull,
} from '@navette/storage';
import { type AccessGuard, createAccessGuard, watchAll } from '@navette/storage/provider';
import { createAsk } from './asking.ts';
import type { FirestoreConnection } from './connection.ts';
import { Conflict, toStorageFault } from './firestore-fault.ts';
import { createHandles } from './handles.ts';
import { createDraft } from './rows.ts';
import { createStoredRows, type TransactionRows } from './stored-rows.ts';
import type { WriteAccess } from './write-document.ts';
import { type AsyncWriter, createWriter } from './writer.ts';

/** What transactions and snapshots of a store share. */
export interface Setting extends Pick<FirestoreConnection, 'rows' | 'track'> {
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
	/** Bytes of the changes of a transaction. */
	readonly mostBytes: number;
}

/** Work that met others this many times is given up. */
const ATTEMPTS = 30;
/** Bounds of the wait after a conflict (ms): some transactions long, for whoever won to end. */
const SHORTEST_WAIT = 50;
const LONGEST_WAIT = 2_000;

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
				const result = await work();
				if (access.rows.size() > access.mostBytes)
					throw new TransactionFull(access.mostBytes, before.size === 0);
				return result;
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
	{ isCareful, mostBytes }: Pick<WriteAccess, 'isCareful' | 'mostBytes'>,
): Promise<T> => {
	const rows = createDraft(stored);
	const handles = createHandles();
	const access = { rows, handles, locked: new Set<number>(), isCareful, mostBytes };
	try {
		const result = await work(createTransaction(guard, access));
		guard.check();
		guard.end();
		if (rows.size() > mostBytes) throw new TransactionFull(mostBytes, true);
		if (!(await rows.wereRight())) throw new LateDefect();
		stored.write(rows.changes());
		return result;
	} catch (error) {
		const isCertain = error instanceof StorageFault || error instanceof TransactionFull;
		if (isCertain || !rows.hasAssumed()) throw error;
		throw new LateDefect('what was taken for new may not be', { cause: error });
	}
};

const transactOnce = async <T>(
	{ rows, timers, mostBytes, track }: Setting,
	work: Work<T>,
	isCareful: boolean,
): Promise<T> => {
	const guard = createAccessGuard();
	const ask = createAsk(guard, timers);
	const worked = Promise.withResolvers<void>();
	try {
		// One attempt: the client would also repeat work whose commit nobody knows the outcome of.
		const done = track(
			rows.firestore.runTransaction(
				(transaction) => {
					const stored = createStoredRows(rows, transaction, ask);
					const limits = { isCareful, mostBytes };
					return runWork(stored, guard, work, limits).finally(worked.resolve);
				},
				{ maxAttempts: 1 },
			),
		);
		await Promise.race([worked.promise, done, guard.broken]);
		return await ask(Promise.race([done, guard.broken]));
	} catch (error) {
		throw guard.fault() ?? toStorageFault(error);
	} finally {
		guard.end();
	}
};

/** Waits a random time that grows with the attempts, so that those who met do not meet again. */
const backOff = ({ random, timers }: Setting, attempt: number): Promise<void> => {
	const most = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** attempt);
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
