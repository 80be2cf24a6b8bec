import { type Awaitable, StorageFault, type StoreTransaction } from '@navette/storage';
import { type AccessGuard, createAccessGuard, watch, watchAll } from '@navette/storage/provider';
import type { Names } from './names.ts';
import { Conflict } from './postgres-fault.ts';
import { createReadSet } from './read-set.ts';
import { createSendings } from './sendings.ts';
import type { Session } from './sql.ts';
import { createThreadLedger } from './thread-ledger.ts';
import type { WriteAccess } from './write-document.ts';
import { WRITES } from './write-statements.ts';
import { type AsyncWriter, createWriter } from './writer.ts';

/** Work of a transaction, from the caller. */
export type Work<T> = (transaction: StoreTransaction) => Awaitable<T>;

/** What transactions of a store share. */
export interface WriteSetting {
	readonly names: Names;
	readonly house: number;
}

/**
 * One state for the whole transaction, and an error when it changes what somebody else changed since.
 * Why not SERIALIZABLE: see decision 8. Nobody waits long for a row: it would have moved. A
 * server whose process hangs does not keep its threads for ever.
 */
const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ;
SET LOCAL lock_timeout = '500ms';
SET LOCAL idle_in_transaction_session_timeout = '60s'`;

/** A session that breaks the guard when it meets a fault. */
const watchSession = (guard: AccessGuard, session: Session): Session => ({
	run: (statement, ...parameters) => watch(guard, () => session.run(statement, ...parameters)),
	execute: (sql) => watch(guard, () => session.execute(sql)),
	drop: session.drop,
});

const createTransaction = (
	guard: AccessGuard,
	access: WriteAccess,
	isCareful: boolean,
): StoreTransaction => {
	const { session, sendings, ledger } = access;
	const writers = new Map<string, AsyncWriter>();
	let isInPart = false;
	let hasPart = false;
	const undoPart = async (error: unknown): Promise<unknown> => {
		ledger.restore();
		let reason = error;
		if (isCareful)
			await sendings.settle().catch((defect: unknown) => {
				reason = defect;
			});
		if (!guard.fault()) sendings.control(session.execute('ROLLBACK TO part'));
		return guard.fault() ?? reason;
	};
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
			// A part that is over is released by the one that follows, in the same round trip.
			sendings.control(session.execute(`${hasPart ? 'RELEASE part;' : ''}SAVEPOINT part`));
			hasPart = true;
			ledger.mark();
			try {
				const result = await work();
				if (isCareful) await sendings.settle();
				return result;
			} catch (error) {
				throw await undoPart(error);
			} finally {
				isInPart = false;
			}
		},
	};
};

/** Sends what waited for the end of the work, and sees that all of it was right. */
const finish = async ({ session, sendings, ledger, reads }: WriteAccess): Promise<void> => {
	const moved = ledger.moved();
	if (moved.length > 0) {
		const handles = moved.map((thread) => thread.handle);
		const versions = moved.map((thread) => thread.version);
		const texts = moved.map((thread) => JSON.stringify(thread.versions));
		sendings.send(session.run(WRITES.moveThreads, handles, versions, texts));
	}
	const unwritten = sendings.hasWritten() ? reads.unwritten() : [];
	if (unwritten.length > 0)
		sendings.send(
			session.run(WRITES.holdRead, unwritten).then(({ rows }) => {
				if (!rows[0]?.[0]) throw new Conflict('a document that was read is being changed');
			}),
		);
	await sendings.settle();
};

/**
 * Runs work in one transaction, once. Throws what the work throws or, when a fault broke the
 * transaction, that fault, whatever the work made of it.
 */
export const transactOnce = async <T>(
	session: Session,
	{ names, house }: WriteSetting,
	work: Work<T>,
	isCareful: boolean,
): Promise<T> => {
	const guard = createAccessGuard();
	const sendings = createSendings(guard, isCareful);
	const watched = watchSession(guard, session);
	const [ledger, reads] = [createThreadLedger(), createReadSet()];
	const access = { session: watched, names, sendings, ledger, reads, house };
	try {
		sendings.control(watched.execute(BEGIN));
		const result = await work(createTransaction(guard, access, isCareful));
		guard.check();
		await finish(access);
		// A transaction that is spoiled is rolled back by COMMIT, without an error.
		const done = await session.execute('COMMIT');
		if (done !== 'COMMIT') throw new StorageFault('io', `the server answered ${done} to COMMIT`);
		return result;
	} catch (error) {
		await session.execute('ROLLBACK').catch(() => session.drop());
		throw guard.fault() ?? error;
	} finally {
		guard.end();
	}
};
