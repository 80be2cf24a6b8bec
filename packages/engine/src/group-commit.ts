import { err, type Failure, failure, type Log, type Observer, type Result } from '@navette/core';
import type { Awaitable, DocumentStore, StoreTransaction } from '@navette/storage';
import { DamagedRow, StorageFault, TransactionFull } from '@navette/storage';
import { reportDamage } from './damage.ts';
import type { EngineEvent } from './engine-event.ts';

/** One unit of work of a shared transaction. A thrown error undoes it alone. */
export interface Job<T> {
	readonly org: string;
	run(transaction: StoreTransaction): Awaitable<Result<T, Failure>>;
	/** Told of its refusal, once what it wrote is undone: what this writes lasts with the transaction. */
	refused?(transaction: StoreTransaction, refusal: Failure): Awaitable<void>;
}

export interface GroupCommit<T> {
	/**
	 * Runs a job in a transaction shared with others; resolves when the transaction is durable (or
	 * the job failed alone). `E-STORE` when the transaction could not be made durable, `E-DEFECT`
	 * when the job threw, `E-BUSY` when too many wait or the shared transaction has no room left for
	 * it, `E-SIZE` when it is larger than a transaction may be.
	 */
	submit(job: Job<T>): Promise<Result<T, Failure>>;
	/** Waits for what was submitted. */
	idle(): Promise<void>;
}

interface Waiting<T> {
	readonly job: Job<T>;
	settle(outcome: Result<T, Failure>): void;
}

export interface GroupCommitDeps<T> {
	readonly store: DocumentStore;
	readonly log: Log;
	readonly observer: Observer<EngineEvent>;
	readonly batchSize: number;
	readonly queueSize: number;
	/** Lets more work arrive before a transaction starts: `setImmediate` in a server. */
	readonly soon: (work: () => void) => void;
	/** Told of what succeeded together, once durable, before anyone is answered. */
	readonly committed: (values: readonly T[]) => void;
}

/** A refusal travels through the savepoint as an exception, so that what it wrote is undone. */
class Refusal extends Error {
	readonly failure: Failure;
	constructor(refused: Failure) {
		super(refused.code);
		this.failure = refused;
	}
}

const tryJob = async <T>(
	transaction: StoreTransaction,
	job: Job<T>,
	log: Log,
): Promise<Result<T, Failure>> => {
	try {
		return await transaction.savepoint(async () => {
			const outcome = await job.run(transaction);
			if (!outcome.ok) throw new Refusal(outcome.error);
			return outcome;
		});
	} catch (error) {
		if (error instanceof Refusal) return err(error.failure);
		if (error instanceof DamagedRow) return reportDamage(log, error);
		/* beside others it did not fit: it may come again, with fewer */
		if (error instanceof TransactionFull)
			return err(error.isAlone ? failure('E-SIZE', { limit: error.limit }) : failure('E-BUSY'));
		/* the store itself failed: the whole transaction is over, whatever this job would say */
		if (error instanceof StorageFault) throw error;
		log.error('operation-threw', { error: error instanceof Error ? error.stack : String(error) });
		return err(failure('E-DEFECT'));
	}
};

const runJob = async <T>(
	transaction: StoreTransaction,
	job: Job<T>,
	log: Log,
): Promise<Result<T, Failure>> => {
	const outcome = await tryJob(transaction, job, log);
	if (!outcome.ok) await job.refused?.(transaction, outcome.error);
	return outcome;
};

/**
 * Group commit: jobs that arrive while a transaction is being made durable share the next one, so
 * that one fsync serves many. Nobody is answered before the disk has it.
 */
export const createGroupCommit = <T>(deps: GroupCommitDeps<T>): GroupCommit<T> => {
	let queue: Waiting<T>[] = [];
	let lanes = 0;
	let idle: (() => void)[] = [];

	const runBatch = async (batch: readonly Waiting<T>[]): Promise<void> => {
		const { observer } = deps;
		let begun = observer.time();
		let worked = begun;
		const note = (saved: boolean): void => {
			const work = worked - begun;
			const durable = observer.time() - worked;
			observer.note({ kind: 'commit', operations: batch.length, work, durable, saved });
		};
		try {
			const outcomes = await deps.store.transaction(async (transaction) => {
				begun = observer.time();
				const all: Result<T, Failure>[] = [];
				for (const { job } of batch) all.push(await runJob(transaction, job, deps.log));
				worked = observer.time();
				return all;
			});
			note(true);
			deps.committed(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
			batch.forEach((waiting, index) => {
				waiting.settle(outcomes[index] ?? err(failure('E-DEFECT')));
			});
		} catch (error) {
			note(false);
			deps.log.error('transaction-failed', { error: String(error), operations: batch.length });
			for (const waiting of batch) waiting.settle(err(failure('E-STORE')));
		}
	};

	const drain = async (): Promise<void> => {
		while (queue.length > 0) {
			const batch = queue.slice(0, deps.batchSize);
			queue = queue.slice(deps.batchSize);
			await runBatch(batch);
		}
		lanes--;
		if (lanes === 0) {
			for (const wake of idle) wake();
			idle = [];
		}
	};

	return {
		submit(job) {
			if (queue.length >= deps.queueSize) return Promise.resolve(err(failure('E-BUSY')));
			return new Promise((resolve) => {
				queue.push({ job, settle: resolve });
				if (lanes >= deps.store.writers) return;
				lanes++;
				deps.soon(() => void drain());
			});
		},
		idle: () => (lanes === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
	};
};
