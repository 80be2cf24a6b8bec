import { addDays, type Clock, type Day, dayOf } from '@navette/core';
import type { DocumentStore, StoredThread, ThreadReference } from '@navette/storage';
import type { EngineConfig } from './config.ts';
import { storedToSettings } from './organisation.ts';

interface PurgeDeps {
	readonly store: DocumentStore;
	readonly clock: Clock;
	readonly config: EngineConfig;
}

/** Threads looked at by one snapshot. */
const PAGE = 500;

const existing = (): ThreadReference => {
	throw new Error('a thread that was read does not exist');
};

/** Purges one thread, in short transactions; answers how many tombstones went. */
const purgeThread = async (
	{ store, config }: PurgeDeps,
	org: string,
	path: string,
	today: Day,
): Promise<number> => {
	const before = addDays(today, -config.tombstoneDays);
	const limit = config.purgeRows;
	for (let total = 0; ; ) {
		const removed = await store.transaction(async (transaction) => {
			const writer = transaction.in(org);
			const [thread] = await writer.lockThreads([path], { reference: existing, day: today });
			if (!thread) throw new Error('a thread that was locked is not there');
			return writer.purgeTombstones(thread.handle, { before, today, limit });
		});
		total += removed;
		if (removed < limit) return total;
	}
};

/**
 * Takes the old tombstones of every thread away that was not cleaned lately; their horizons move, and
 * who comes from below is told everything again. Answers how many went.
 */
export const purgeOldTombstones = async (deps: PurgeDeps, org: string): Promise<number> => {
	const row = await deps.store.snapshot(org, (reader) => reader.organisation());
	if (!row) return 0;
	const { clockOffset } = storedToSettings(row.settings);
	const today = dayOf(deps.clock.now() + clockOffset);
	const stale = addDays(today, -deps.config.sweepAfterDays);
	let removed = 0;
	let after: string | undefined;
	for (;;) {
		const page: { limit: number; after?: string } = { limit: PAGE, ...(after ? { after } : {}) };
		const threads: readonly StoredThread[] = await deps.store.snapshot(org, (reader) =>
			reader.threads(page),
		);
		for (const { path, cleanDate } of threads)
			if (cleanDate < stale) removed += await purgeThread(deps, org, path, today);
		after = threads.at(-1)?.path;
		if (threads.length < PAGE || after === undefined) return removed;
	}
};
