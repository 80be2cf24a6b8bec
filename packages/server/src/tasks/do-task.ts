import {
	bytesToBase64Url,
	err,
	type Failure,
	failure,
	type Log,
	type Random,
	type Result,
} from '@navette/core';
import type { Engine, HeldTask, TaskEnd, TaskRecord } from '@navette/engine';
import { parseInput } from '../parse.ts';
import type { Service } from '../service.ts';
import { nextDaily, retryDelay } from './next-time.ts';
import {
	DEFAULT_RETRY,
	type LastWrite,
	type TaskDefinition,
	type TaskRun,
} from './task-definition.ts';

/** What doing a task needs. */
export interface DoDeps {
	readonly engine: Engine;
	readonly service: Service;
	readonly clock: { now(): number };
	readonly timers: { every(ms: number, work: () => void): () => void };
	readonly random: Random;
	readonly log: Log;
	/** How long a task is held without a sign of life, ms; a minute unless told. */
	readonly leaseMs?: number;
}

/** How it went: the code of a failure, `ok`, or `none` when it was not there to be done. */
export type DoOutcome = { readonly name: string; readonly outcome: string; readonly ms: number };

/** How long a task is held without a sign of life, ms; its holder gives one three times as often. */
export const LEASE_MS = 60_000;

const TASK_CALLER = () => ({ id: 'task', rights: [] });

/** Runs the handler; what it throws is a defect, and tried again. */
const handle = async (
	deps: DoDeps,
	definition: TaskDefinition,
	run: TaskRun,
	given: unknown,
): Promise<Result<LastWrite | undefined, Failure>> => {
	const input = parseInput(definition.input, given);
	if (!input.ok) return input;
	try {
		return await definition.handler(run, input.value);
	} catch (error) {
		if (run.signal.aborted) return err(failure('E-STOPPING'));
		deps.log.error('task-threw', {
			operation: definition.name,
			error: error instanceof Error ? error.stack : String(error),
		});
		return err(failure('E-DEFECT'));
	}
};

const secondsOf = ({ detail }: Failure): number =>
	typeof detail?.seconds === 'number' ? detail.seconds * 1_000 : 0;

/** What a failure becomes. */
const afterFailure = (
	deps: DoDeps,
	definition: TaskDefinition,
	{ org }: HeldTask,
	task: TaskRecord,
	failed: Failure,
): TaskEnd => {
	const { code } = failed;
	if (code === 'E-STOPPING') return { kind: 'again', ms: 0, code, attempts: 'undone' };
	if (code === 'E-FROZEN') return { kind: 'again', ms: LEASE_MS, code, attempts: 'undone' };
	const rule = definition.retry ?? DEFAULT_RETRY;
	const chance = (deps.random.bytes(1)[0] ?? 0) / 255;
	const isWorthIt = deps.service.errors[code]?.retry === 'later' && task.attempts < rule.attempts;
	if (isWorthIt) {
		const ms = Math.max(retryDelay(rule, task.attempts, chance), secondsOf(failed));
		return { kind: 'again', ms, code, attempts: 'kept' };
	}
	if (!definition.daily || !task.recurring) return { kind: 'given-up', code };
	const now = deps.clock.now();
	const ms = nextDaily(definition.daily, org, now) - now;
	return { kind: 'again', ms, code, attempts: 'fresh' };
};

/** Does a task that is held, with a sign of life now and then; answers how it ended. */
const doHeld = async (
	deps: DoDeps,
	held: HeldTask,
	task: TaskRecord,
	orgNow: number,
	stopping: AbortSignal,
): Promise<TaskEnd> => {
	const definition = deps.service.tasks.get(task.name);
	if (!definition) return { kind: 'given-up', code: 'E-TASK-NAME' };
	const lost = new AbortController();
	const leaseMs = deps.leaseMs ?? LEASE_MS;
	const stopBeating = deps.timers.every(leaseMs / 3, () => {
		deps.engine.tasks.renew(held, leaseMs).then(
			(isMine) => !isMine && lost.abort(),
			() => lost.abort(),
		);
	});
	const run: TaskRun = {
		org: held.org,
		id: held.id,
		attempt: task.attempts,
		now: orgNow,
		signal: AbortSignal.any([lost.signal, stopping]),
		log: deps.log,
		read: (work) => deps.engine.read(held.org, TASK_CALLER, (source) => work(source)),
	};
	try {
		const outcome = await handle(deps, definition, run, task.input);
		if (!outcome.ok) return afterFailure(deps, definition, held, task, outcome.error);
		const { value: write } = outcome;
		const isDaily = task.recurring && definition.daily;
		const next = isDaily ? nextDaily(isDaily, held.org, deps.clock.now()) : undefined;
		return {
			kind: 'done',
			...(write ? { write } : {}),
			...(next === undefined ? {} : { next }),
		};
	} finally {
		stopBeating();
	}
};

/** Notes how it ended; a last write that is refused is a failure of the task. */
const settle = async (
	deps: DoDeps,
	held: HeldTask,
	task: TaskRecord,
	end: TaskEnd,
): Promise<string> => {
	const noted = await deps.engine.tasks.finish(held, end);
	if (noted.ok) return end.kind === 'done' ? 'ok' : end.code;
	const { code } = noted.error;
	const definition = deps.service.tasks.get(task.name);
	if (code === 'E-TASK-LOST' || end.kind !== 'done' || !definition) return code;
	const instead = afterFailure(deps, definition, held, task, noted.error);
	await deps.engine.tasks.finish(held, instead);
	return code;
};

/** Begins a task if it may be, does it, notes how it ended. */
export const doTask = async (
	deps: DoDeps,
	org: string,
	id: string,
	stopping: AbortSignal,
): Promise<DoOutcome | undefined> => {
	const held: HeldTask = { org, id, by: bytesToBase64Url(deps.random.bytes(12)) };
	const begun = deps.clock.now();
	/* a task that never ended (its process was killed each time) is given up like one that failed */
	const most = (name: string): number =>
		(deps.service.tasks.get(name)?.retry ?? DEFAULT_RETRY).attempts;
	const claimed = await deps.engine.tasks.claim(held, { ms: deps.leaseMs ?? LEASE_MS, most });
	if (claimed.kind === 'none') return undefined;
	const { task, now } = claimed;
	const end = await doHeld(deps, held, task, now, stopping);
	const outcome = await settle(deps, held, task, end);
	const name = deps.service.tasks.has(task.name) ? task.name : '?';
	return { name, outcome, ms: deps.clock.now() - begun };
};
