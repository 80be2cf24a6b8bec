import type { TaskEnd } from './contract.ts';
import type { TaskData } from './task-type.ts';

/** What is kept of an error: its code, never more. */
const errorOf = (code: string, at: number) => ({ lastError: { code, at } });

/** A task that was just recorded. `offset`: what the organisation adds to the clock of the machine. */
export const recordedTask = (
	asked: { readonly name: string; readonly input: unknown; readonly at: number },
	now: number,
	offset: number,
): TaskData => ({ ...asked, recorded: now, due: asked.at - offset, attempts: 0 });

/** Whether a task may be begun, at an instant of the machine. */
export const mayBegin = (task: TaskData, machineNow: number): boolean =>
	task.dead === undefined && task.due <= machineNow;

/** How long a lease lasts, and how much longer others leave it alone, ms. */
export interface LeaseLength {
	readonly ms: number;
	readonly apart: number;
}

/** A task in the hands of a new holder. */
export const begunTask = (
	task: TaskData,
	by: string,
	machineNow: number,
	lease: LeaseLength,
): TaskData => ({
	...renewedTask(task, by, machineNow, lease),
	attempts: task.attempts + 1,
	lastBegun: machineNow,
});

/** The same, held for longer. */
export const renewedTask = (
	task: TaskData,
	by: string,
	machineNow: number,
	{ ms, apart }: LeaseLength,
): TaskData => ({
	...task,
	lease: { by, until: machineNow + ms },
	due: machineNow + ms + apart,
});

/** A task that nobody will do unless an administrator says so. */
export const deadTask = (task: TaskData, code: string, machineNow: number): TaskData => {
	const { lease: _lease, ...rest } = task;
	return { ...rest, dead: machineNow, ...errorOf(code, machineNow) };
};

/** A task when the clock of its organisation goes forward: what waits for an instant is due sooner. */
export const broughtForward = (task: TaskData, by: number): TaskData =>
	task.lease || task.dead !== undefined || task.recurring || task.attempts > 0
		? task
		: { ...task, due: task.due - by };

/** A task made due at an instant, as if it had not been begun before. */
export const revivedTask = (task: TaskData, machineNow: number): TaskData => {
	const { lease: _lease, dead: _dead, ...rest } = task;
	return { ...rest, due: machineNow, attempts: 0 };
};

/**
 * What a task recorded again becomes. While somebody does it, the lease stays: what is new waits for
 * its end.
 */
export const recordedAgain = (
	before: TaskData | undefined,
	task: TaskData,
	now: number,
): TaskData =>
	before?.lease && before.due > now
		? { ...task, lease: before.lease, due: before.due, attempts: before.attempts, again: true }
		: task;

/** What is kept of a task after it ended; `undefined` = nothing. */
export const endedTask = (
	task: TaskData,
	end: TaskEnd,
	{ machineNow, offset }: { readonly machineNow: number; readonly offset: number },
): TaskData | undefined => {
	const { lease: _lease, again, ...rest } = task;
	if (again) return { ...rest, due: Math.max(machineNow, task.at - offset), attempts: 0 };
	if (end.kind === 'given-up') return deadTask(task, end.code, machineNow);
	if (end.kind === 'again')
		return {
			...rest,
			due: machineNow + end.ms,
			attempts: { kept: task.attempts, undone: task.attempts - 1, fresh: 0 }[end.attempts],
			...errorOf(end.code, machineNow),
		};
	if (end.next === undefined) return undefined;
	const { lastError: _error, ...clean } = rest;
	return { ...clean, due: end.next, attempts: 0, lastDone: machineNow };
};
