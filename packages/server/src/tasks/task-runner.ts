import type { Timers } from '@navette/core';
import { type DoDeps, type DoOutcome, doTask } from './do-task.ts';
import { type RunReport, runDue } from './run-due.ts';
import { createSweep, SWEEP_MS, type SweepDeps } from './sweep.ts';

export type { RunReport } from './run-due.ts';

export interface TaskRunnerDeps extends DoDeps, SweepDeps {
	readonly timers: Timers;
	/** Hears how each went, to count it. */
	readonly heard?: (org: string, outcome: DoOutcome) => void;
	/** How often organisations are looked at for what another server left, ms; a minute unless told. */
	readonly sweepMs?: number;
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
	/** Begins nothing more; what is being done is asked to end, and waited for ten seconds at most. */
	close(): Promise<void>;
}

/** Tasks done side by side. */
const ABREAST = 32;
/** Before a task that could not be begun is looked at again, ms: the store may not write. */
const PAUSE_MS = 1_000;
/** How long a handler that does not heed its signal is waited for, ms; its lease ends by itself. */
const PATIENCE_MS = 10_000;

export const createTaskRunner = (deps: TaskRunnerDeps): TaskRunner => {
	const { engine, clock, timers, log, sweepMs = SWEEP_MS } = deps;
	/** When each organisation is to be looked at, clock of the machine. */
	const agenda = new Map<string, number>();
	const looking = new Map<string, Promise<void>>();
	const running = new Map<string, Promise<void>>();
	const stopping = new AbortController();
	let stopHearing: (() => void) | undefined;
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
			.then((outcome) => {
				report(org, outcome);
				return outcome ? 0 : PAUSE_MS;
			})
			.catch((error: unknown) => {
				log.error('task-failed', { error: String(error) });
				return PAUSE_MS;
			})
			.then((pause) => {
				running.delete(name);
				plan(org, clock.now() + pause);
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

	const sweep = createSweep(
		deps,
		(org) => {
			plan(org, clock.now());
			wake();
		},
		stopping.signal,
	);

	return {
		start() {
			stopHearing = engine.tasks.hear(({ org, due }) => {
				plan(org, due);
				wake();
			});
			sweep.start();
		},
		runDue({ org, stop: asked } = {}) {
			const stop = asked ? AbortSignal.any([asked, stopping.signal]) : stopping.signal;
			return runDue(deps, org, stop, report);
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
			cancelWake?.();
			const ended = Promise.all([...running.values(), ...looking.values(), sweep.close()]);
			await new Promise<void>((resolve, reject) => {
				const cancel = timers.after(PATIENCE_MS, resolve);
				ended.then(() => resolve(), reject).finally(cancel);
			});
		},
	};
};
