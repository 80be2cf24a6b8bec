import type { Timers } from '@navette/core';
import { type RecurringTask, SITE, type TaskCounts } from '@navette/engine';
import { type DoDeps, type DoOutcome, doTask } from './do-task.ts';
import { nextDaily } from './next-time.ts';

export interface TaskRunnerDeps extends DoDeps {
	readonly timers: Timers;
	/** Hears how each went, to count it. */
	readonly heard?: (org: string, outcome: DoOutcome) => void;
	/** How often organisations are looked at for what another server left, ms; a minute unless told. */
	readonly sweepMs?: number;
	/** Hears, at each look at everything, how the tasks of all organisations stand together. */
	readonly counted?: (counts: TaskCounts) => void;
}

/** What was done by one look at everything. */
export interface RunReport {
	readonly done: number;
	readonly failed: number;
}

/** Does tasks when their time has come. One on each server: they agree by leases in the store. */
export interface TaskRunner {
	/** From now on, what is recorded here is done at once, and what others left is looked for. */
	start(): void;
	/**
	 * Does everything that is due, in every organisation or in one, until nothing is or `stop` fires:
	 * what a cron call asks for.
	 */
	runDue(options?: { readonly org?: string; readonly stop?: AbortSignal }): Promise<RunReport>;
	/** Does one task now, if it may be; `undefined` when it may not. */
	runOne(org: string, id: string): Promise<DoOutcome | undefined>;
	/** Resolves once nothing is being done. */
	idle(): Promise<void>;
	/** Begins nothing more; what is being done is asked to end, and waited for. */
	close(): Promise<void>;
}

/** Tasks done side by side. */
const ABREAST = 32;
/** How often organisations are looked at for what another server left, ms at least. */
const SWEEP_MS = 60_000;
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

/** What recurs in an organisation, and when first. */
const recurringIn = ({ service, clock }: DoDeps, org: string): readonly RecurringTask[] =>
	[...service.tasks.values()].flatMap(({ name, daily }) =>
		daily && (daily.each === 'site') === (org === SITE)
			? [{ id: name, name, due: nextDaily(daily, org, clock.now()) }]
			: [],
	);

export const createTaskRunner = (deps: TaskRunnerDeps): TaskRunner => {
	const { engine, clock, timers, log, sweepMs = SWEEP_MS } = deps;
	/** When each organisation is to be looked at, clock of the machine. */
	const agenda = new Map<string, number>();
	const looking = new Map<string, Promise<void>>();
	const running = new Map<string, Promise<void>>();
	const stopping = new AbortController();
	let stopHearing: (() => void) | undefined;
	let cancelSweep: (() => void) | undefined;
	let cancelWake: (() => void) | undefined;

	const plan = (org: string, at: number): void => {
		const known = agenda.get(org);
		if (known === undefined || at < known) agenda.set(org, at);
	};

	const report = (org: string, outcome: DoOutcome | undefined): void => {
		if (outcome) deps.heard?.(org, outcome);
	};

	const begin = (org: string, id: string): void => {
		const name = `${org} ${id}`;
		if (running.has(name)) return;
		const work = doTask(deps, org, id, stopping.signal)
			.then((outcome) => report(org, outcome))
			.catch((error: unknown) => log.error('task-failed', { error: String(error) }))
			.finally(() => {
				running.delete(name);
				plan(org, clock.now());
				/* many end at about the same time: one look is enough for them */
				if (running.size <= ABREAST / 2) wake();
			});
		running.set(name, work);
	};

	/** Begins what is due in an organisation, as far as there is room. */
	const look = async (org: string): Promise<void> => {
		agenda.delete(org);
		const room = ABREAST - running.size;
		const { ids, next } = await engine.tasks.due(org, ABREAST * 2);
		if (next !== undefined) plan(org, next);
		const fresh = ids.filter((id) => !running.has(`${org} ${id}`));
		for (const id of fresh.slice(0, Math.max(0, room))) begin(org, id);
		if (fresh.length > room) plan(org, clock.now());
	};

	const lookSafely = (org: string): void => {
		const work = look(org)
			.catch((error: unknown) => {
				log.error('tasks-not-read', { error: String(error) });
				plan(org, clock.now() + sweepMs);
			})
			.finally(() => {
				looking.delete(org);
				wake();
			});
		looking.set(org, work);
	};

	/** Looks at organisations whose time has come, and sets the alarm for the next. */
	const wake = (): void => {
		cancelWake?.();
		cancelWake = undefined;
		if (stopping.signal.aborted || !stopHearing) return;
		let next = Number.POSITIVE_INFINITY;
		for (const [org, at] of agenda) {
			if (at > clock.now()) next = Math.min(next, at);
			else if (running.size < ABREAST && !looking.has(org)) lookSafely(org);
		}
		if (next < Number.POSITIVE_INFINITY)
			cancelWake = timers.after(Math.max(1, Math.min(next - clock.now(), sweepMs)), wake);
	};

	const organisations = async (): Promise<readonly string[]> => [
		SITE,
		...(await engine.organisations()),
	];

	/** Organisations where what recurs is recorded: it is looked for again now and then. */
	const ensured = new Set<string>();
	let sweeps = 0;

	const sweep = async (): Promise<void> => {
		const all = await organisations();
		if (sweeps++ % ENSURE_EVERY === 0) ensured.clear();
		let counts = NO_TASKS;
		for (const org of all) {
			if (stopping.signal.aborted) return;
			if (!ensured.has(org)) await engine.tasks.ensure(org, recurringIn(deps, org));
			ensured.add(org);
			counts = addCounts(counts, await engine.tasks.counts(org, MOST_COUNTED));
			plan(org, clock.now());
			wake();
		}
		deps.counted?.(counts);
		cancelSweep = timers.after(Math.max(sweepMs, all.length * SWEEP_MS_EACH), sweepSafely);
	};
	const sweepSafely = (): void => {
		sweep().catch((error: unknown) => {
			log.error('tasks-not-read', { error: String(error) });
			cancelSweep = timers.after(sweepMs, sweepSafely);
		});
	};

	const runAll = async (org: string, ids: readonly string[], stop: AbortSignal) => {
		const outcomes: DoOutcome[] = [];
		for (let at = 0; at < ids.length && !stop.aborted; at += ABREAST) {
			const some = ids.slice(at, at + ABREAST).map((id) => doTask(deps, org, id, stop));
			for (const outcome of await Promise.all(some)) {
				report(org, outcome);
				if (outcome) outcomes.push(outcome);
			}
		}
		return outcomes;
	};

	return {
		start() {
			stopHearing = engine.tasks.hear(({ org, due }) => {
				plan(org, due);
				wake();
			});
			sweepSafely();
		},
		async runDue({ org: only, stop: asked } = {}) {
			const stop = asked ? AbortSignal.any([asked, stopping.signal]) : stopping.signal;
			let done = 0;
			let failed = 0;
			for (const org of only === undefined ? await organisations() : [only]) {
				await engine.tasks.ensure(org, recurringIn(deps, org));
				for (let begun = 1; begun > 0 && !stop.aborted; ) {
					const { ids } = await engine.tasks.due(org, 1_000);
					const outcomes = await runAll(org, ids, stop);
					begun = outcomes.length;
					done += outcomes.filter(({ outcome }) => outcome === 'ok').length;
					failed += outcomes.filter(({ outcome }) => outcome !== 'ok').length;
				}
			}
			return { done, failed };
		},
		async runOne(org, id) {
			const outcome = await doTask(deps, org, id, stopping.signal);
			report(org, outcome);
			return outcome;
		},
		async idle() {
			while (running.size > 0 || looking.size > 0)
				await Promise.all([...running.values(), ...looking.values()]);
		},
		async close() {
			stopping.abort();
			stopHearing?.();
			cancelSweep?.();
			cancelWake?.();
			await Promise.all([...running.values(), ...looking.values()]);
		},
	};
};
