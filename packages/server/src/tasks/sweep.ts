import type { Timers } from '@navette/core';
import type { TaskCounts } from '@navette/engine';
import type { DoDeps } from './do-task.ts';
import { placesOf, recurringIn } from './recurring.ts';

/** How often organisations are looked at for what another server left, ms at least. */
export const SWEEP_MS = 60_000;
/** The same for each organisation there is, so that many do not keep the store busy, ms. */
const SWEEP_MS_EACH = 20;
/** What recurs is looked for once in so many looks at everything. */
const ENSURE_EVERY = 60;
/** Tasks counted in one organisation; more are not. */
const MOST_COUNTED = 1_000;

const NO_TASKS: TaskCounts = { pending: 0, dead: 0, oldestMs: 0 };

const addCounts = (a: TaskCounts, b: TaskCounts): TaskCounts => ({
	pending: a.pending + b.pending,
	dead: a.dead + b.dead,
	oldestMs: Math.max(a.oldestMs, b.oldestMs),
});

/** What a look at everything needs. */
export interface SweepDeps extends DoDeps {
	readonly timers: Timers;
	readonly sweepMs?: number;
	readonly counted?: (counts: TaskCounts) => void;
}

/** Looks at every organisation now and then; `found` is told of each. */
export const createSweep = (
	deps: SweepDeps,
	found: (org: string) => void,
	stopping: AbortSignal,
) => {
	const { engine, timers, log, sweepMs = SWEEP_MS } = deps;
	/** Organisations where what recurs is recorded: it is looked for again now and then. */
	const ensured = new Set<string>();
	let sweeps = 0;
	let cancel: (() => void) | undefined;
	let underWay = Promise.resolve();

	const sweep = async (): Promise<number> => {
		const all = await placesOf(deps);
		if (sweeps++ % ENSURE_EVERY === 0) ensured.clear();
		let counts = NO_TASKS;
		for (const org of all) {
			if (stopping.aborted) return 0;
			if (!ensured.has(org)) await engine.tasks.ensure(org, recurringIn(deps, org));
			ensured.add(org);
			counts = addCounts(counts, await engine.tasks.counts(org, MOST_COUNTED));
			found(org);
		}
		deps.counted?.(counts);
		return all.length * SWEEP_MS_EACH;
	};

	const again = (ms: number): void => {
		if (!stopping.aborted) cancel = timers.after(Math.max(sweepMs, ms), start);
	};

	const start = (): void => {
		underWay = sweep().then(again, (error: unknown) => {
			if (!stopping.aborted) log.error('tasks-not-read', { error: String(error) });
			again(0);
		});
	};

	return {
		start,
		async close() {
			cancel?.();
			await underWay;
		},
	};
};
