import type { Timers } from '@navette/core';
import { StorageFault } from '@navette/storage';
import type { AccessGuard } from '@navette/storage/provider';
import { toStorageFault } from './firestore-fault.ts';

/** Longest wait for one answer (ms): left alone, the client tries for ten minutes. */
const ANSWER_MS = 30_000;

/** Waits for an answer of the database. A fault, or none in time, breaks the guard. */
export type Ask = <T>(request: Promise<T>) => Promise<T>;

/** Asks for what a guard watches over. */
export const createAsk =
	(guard: AccessGuard, timers: Timers, most = ANSWER_MS): Ask =>
	async (request) => {
		const late = Promise.withResolvers<never>();
		const stop = timers.after(most, () =>
			late.reject(new StorageFault('io', `Firestore did not answer within ${most / 1_000} s`)),
		);
		try {
			return await Promise.race([request, late.promise]);
		} catch (error) {
			const met = toStorageFault(error);
			if (met instanceof StorageFault) guard.break(met);
			throw met;
		} finally {
			stop();
		}
	};
