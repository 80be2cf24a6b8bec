import type { Log, Timers } from '@navette/core';
import type { LocalDocument, LocalStore } from '@navette/local-store';
import { cursorToLocal, type ThreadCursor } from './thread-cursor.ts';

/** One change to keep on the device. */
export interface Change {
	readonly cursor: ThreadCursor;
	readonly documents: readonly LocalDocument[];
	readonly replace: boolean;
}

/** Keeps a thread on the device, behind what memory shows. */
export interface ThreadPersistence {
	/** Keeps a change; those that come while one is being written are written together. */
	save(change: Change): void;
	erase(): void;
	/** Resolves when all that was asked is written. */
	settled(): Promise<void>;
}

/** How long what was received waits to be kept, ms: whoever is killed meanwhile asks for it again. */
const KEEP_MS = 100;

const merge = (before: Change | undefined, next: Change): Change =>
	before && !next.replace
		? { ...next, documents: [...before.documents, ...next.documents], replace: before.replace }
		: next;

/**
 * Writes are in order. After one that failed, what is on the device no longer follows: nothing more
 * is added to it, and the next change that replaces (or `whole`, asked once per change) repairs it.
 */
export const createThreadPersistence = (deps: {
	readonly store: LocalStore;
	readonly name: string;
	readonly log: Log;
	readonly timers: Timers;
	/** Everything held, as a change that replaces. */
	readonly whole: () => Change | undefined;
}): ThreadPersistence => {
	const { store, name, log, timers } = deps;
	let waiting: Change | 'erase' | undefined;
	let writing: Promise<void> | undefined;
	let broken = false;
	let isHurried = false;
	let hurry = () => {};

	const writeOne = async (next: Change | 'erase') => {
		if (next === 'erase') {
			const erased = await store.eraseThread(name);
			broken = !erased.ok;
			if (!erased.ok) log.warn('thread.not-erased', { fault: erased.error });
			return;
		}
		const change = broken && !next.replace ? (deps.whole() ?? next) : next;
		const written = await store.writeThread(name, {
			cursor: cursorToLocal(change.cursor),
			documents: change.documents,
			replace: change.replace,
		});
		broken = !written.ok;
		if (!written.ok) log.warn('thread.not-kept', { fault: written.error });
	};

	/** Lets what changed be shown first, and what changes at one moment become one write. */
	const pause = () =>
		new Promise<void>((resolve) => {
			const cancel = timers.after(KEEP_MS, resolve);
			hurry = () => {
				cancel();
				resolve();
			};
		});

	const run = async () => {
		while (waiting) {
			if (waiting !== 'erase' && !isHurried) await pause();
			const next = waiting;
			waiting = undefined;
			if (next) await writeOne(next);
		}
		writing = undefined;
		isHurried = false;
	};

	const start = () => {
		writing ??= run();
	};

	return {
		save(change) {
			// After an erasure that waits, the change is all there is.
			waiting = waiting === 'erase' ? { ...change, replace: true } : merge(waiting, change);
			start();
		},
		erase() {
			waiting = 'erase';
			start();
			hurry();
		},
		settled() {
			isHurried = writing !== undefined;
			hurry();
			return writing ?? Promise.resolve();
		},
	};
};
