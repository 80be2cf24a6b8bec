import type { Log, Random, Timers } from '@navette/core';
import { StorageFault } from '@navette/storage';
import type { Line } from './connection.ts';
import { LEAVE_DOORS, WAIT_AT_DOORS } from './doors.ts';
import { Conflict } from './postgres-fault.ts';
import { LateDefect } from './sendings.ts';
import type { Session } from './sql.ts';
import { transactOnce, type Work, type WriteSetting } from './write-session.ts';

/** What running again after a conflict needs. */
export interface RetrySetting extends WriteSetting {
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
}

/** Work that conflicted this many times is given up. */
const ATTEMPTS = 30;
/** The longest wait after a conflict without a door (ms). */
const LONGEST_WAIT = 250;

/** Waits a random time that grows with the attempts, so that those who met do not meet again. */
const backOff = ({ random, timers }: RetrySetting, attempt: number): Promise<void> => {
	const most = Math.min(LONGEST_WAIT, 2 ** attempt);
	const [roll = 0] = random.bytes(1);
	return new Promise((resolve) => timers.after(1 + (most * roll) / 256, resolve));
};

interface Progress {
	attempt: number;
	isCareful: boolean;
	/** Doors to wait at before the next attempt, in the one order that everybody follows. */
	doors: readonly number[];
}

const attemptWork = async <T>(
	session: Session,
	setting: RetrySetting,
	work: Work<T>,
	{ doors, isCareful }: Progress,
): Promise<T> => {
	if (doors.length === 0) return transactOnce(session, setting, work, isCareful);
	try {
		await session.run(WAIT_AT_DOORS, setting.house, doors);
		return await transactOnce(session, setting, work, isCareful);
	} finally {
		// Not waited for: the next statement of this connection comes after it.
		session.execute(LEAVE_DOORS).catch(() => session.drop());
	}
};

/** Decides what follows a failed attempt: another one, or the error. */
const afterFailure = async (
	setting: RetrySetting,
	progress: Progress,
	error: unknown,
): Promise<void> => {
	if (error instanceof LateDefect && !progress.isCareful) {
		progress.isCareful = true;
		return;
	}
	if (!(error instanceof Conflict)) throw error;
	const { attempt, doors } = progress;
	setting.log.info('postgres-conflict', { attempt, reason: error.message });
	if (attempt >= ATTEMPTS)
		throw new StorageFault('io', `${attempt} attempts met others: ${error.message}`, error);
	const known = doors.length;
	progress.doors = [...new Set([...doors, ...error.doors])].sort((a, b) => a - b);
	progress.attempt++;
	if (progress.doors.length === known) await backOff(setting, attempt);
};

/** Runs work in a transaction of this line, and again when it met somebody else's. */
export const transact = async <T>(line: Line, setting: RetrySetting, work: Work<T>): Promise<T> => {
	const progress: Progress = { attempt: 1, isCareful: false, doors: [] };
	for (;;) {
		const session = await line.session();
		try {
			return await attemptWork(session, setting, work, progress);
		} catch (error) {
			await afterFailure(setting, progress, error);
		}
	}
};
