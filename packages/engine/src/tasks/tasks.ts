import { err, type Failure, failure, ok, type Result } from '@navette/core';
import { keyToText, textToKey } from '@navette/model';
import type { DocumentReader, StoredDocument } from '@navette/storage';
import { storedToData } from '../stored-data.ts';
import type {
	Claim,
	DeferredTask,
	HeldTask,
	LeaseTerms,
	TaskCounts,
	TaskEnd,
	Tasks,
} from './contract.ts';
import {
	begunTask,
	deadTask,
	endedTask,
	mayBegin,
	renewedTask,
	revivedTask,
} from './task-changes.ts';
import { placeOf, type TaskDeps, type TaskScene, taskTransaction } from './task-transaction.ts';
import { TASK_TYPE, type TaskData, type TaskRecord } from './task-type.ts';

const rowToTask = (row: StoredDocument): TaskRecord => {
	const key = textToKey(TASK_TYPE.key, row.id);
	if (!key || !row.data) throw new Error(`the task ${row.id} cannot be opened`);
	return { ...(storedToData(TASK_TYPE, row.data) as TaskData), id: key.id ?? '' };
};

const readTask = ({ open }: TaskScene, id: string): Promise<TaskData | undefined> =>
	open.context.read<TaskData>('TASK', { id });

const writeTask = async (
	{ open }: TaskScene,
	id: string,
	task: TaskData | undefined,
): Promise<void> => {
	if (task === undefined) await open.context.remove('TASK', { id });
	else await open.context.write('TASK', { id }, task);
};

const NONE: Claim = { kind: 'none' };

const claimIn = async (
	scene: TaskScene,
	{ id, by }: HeldTask,
	lease: LeaseTerms,
	apart: number,
): Promise<Claim> => {
	const { machineNow, offset } = scene;
	const task = await readTask(scene, id);
	if (!scene.isOpen || !task || !mayBegin(task, machineNow)) return NONE;
	if (task.at > machineNow + offset) {
		/* the clock of the organisation was set back */
		await writeTask(scene, id, { ...task, due: task.at - offset });
		return NONE;
	}
	if (task.attempts >= lease.most(task.name) && !task.recurring) {
		await writeTask(scene, id, deadTask(task, task.lastError?.code ?? 'E-TASK-LOST', machineNow));
		return NONE;
	}
	const begun = begunTask(task, by, machineNow, { ms: lease.ms, apart });
	await writeTask(scene, id, begun);
	return { kind: 'mine', task: { ...begun, id }, now: machineNow + offset };
};

const finishIn = async (
	scene: TaskScene,
	{ id, by }: HeldTask,
	end: TaskEnd,
): Promise<Result<void, Failure>> => {
	const task = await readTask(scene, id);
	if (task?.lease?.by !== by) return err(failure('E-TASK-LOST'));
	if (end.kind === 'done' && end.write) {
		if (!scene.isOpen) return err(failure('E-FROZEN'));
		const written = await end.write(scene.open.context);
		if (!written.ok) return written;
	}
	await writeTask(scene, id, endedTask(task, end, scene));
	return ok(undefined);
};

const countIn = async (
	reader: DocumentReader,
	machineNow: number,
	limit: number,
): Promise<TaskCounts> => {
	const waiting = await reader.documentsByProperty('TASK', 'due', { limit });
	const dead = await reader.documentsByProperty('TASK', 'dead', { limit });
	const first = waiting.map(rowToTask).find((task) => !task.lease);
	const oldestMs = first ? Math.max(0, machineNow - first.due) : 0;
	return { pending: waiting.length, dead: dead.length, oldestMs };
};

/** Changes a task that nobody does, on the word of an administrator. */
const change = (
	deps: TaskDeps,
	org: string,
	id: string,
	next: (task: TaskData, machineNow: number) => TaskData | undefined,
): Promise<Result<void, Failure>> =>
	taskTransaction(deps, org, async (scene) => {
		const task = await readTask(scene, id);
		const isHeld = task?.lease !== undefined && task.due > scene.machineNow;
		if (!task || isHeld) return err(failure('E-TASK'));
		await writeTask(scene, id, next(task, scene.machineNow));
		return ok(undefined);
	});

/** See `Tasks`. `listeners` are told of what is recorded by whoever commits it. */
export const createTasks = (
	deps: TaskDeps,
	listeners: Set<(deferred: DeferredTask) => void>,
): Tasks => {
	const { store, clock } = deps;
	const apart = deps.config.clocksApartMs;
	return {
		hear(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		due: (org, limit) =>
			store.snapshot(org, async (reader) => {
				const place = await placeOf(reader, org);
				if (!place.ok || !place.value.isOpen) return { ids: [] };
				const now = clock.now();
				const rows = await reader.documentsByProperty('TASK', 'due', { limit: limit + 1 });
				const tasks = rows.map(rowToTask);
				const ids = tasks.filter(({ due }) => due <= now).map(({ id }) => id);
				const next = tasks[Math.min(ids.length, limit)];
				return { ids: ids.slice(0, limit), ...(next ? { next: Math.max(now, next.due) } : {}) };
			}),
		async claim(held, lease) {
			const claimed = await taskTransaction(deps, held.org, async (scene) =>
				ok(await claimIn(scene, held, lease, apart)),
			);
			return claimed.ok ? claimed.value : NONE;
		},
		async renew({ org, id, by }, ms) {
			const renewed = await taskTransaction(deps, org, async (scene) => {
				const task = await readTask(scene, id);
				if (task?.lease?.by !== by) return ok(false);
				await writeTask(scene, id, renewedTask(task, by, scene.machineNow, { ms, apart }));
				return ok(true);
			});
			return renewed.ok && renewed.value;
		},
		finish: (held, end) => taskTransaction(deps, held.org, (scene) => finishIn(scene, held, end)),
		async ensure(org, recurring) {
			const isMissing = await store.snapshot(org, async (reader) => {
				for (const { id } of recurring)
					if (!(await reader.document('TASK', keyToText(TASK_TYPE.key, { id })))) return true;
				return false;
			});
			if (!isMissing) return;
			await taskTransaction(deps, org, async (scene) => {
				if (!scene.isOpen) return ok(undefined);
				const { now } = scene.open.context;
				for (const { id, name, due } of recurring) {
					if (await readTask(scene, id)) continue;
					const base = { name, input: {}, recorded: now, at: 0, attempts: 0 };
					await writeTask(scene, id, { ...base, due, recurring: true });
				}
				return ok(undefined);
			});
		},
		list: (org, limit) =>
			store.snapshot(org, async (reader) => {
				const waiting = await reader.documentsByProperty('TASK', 'due', { limit });
				const dead = { descending: true, limit };
				return [...waiting, ...(await reader.documentsByProperty('TASK', 'dead', dead))].map(
					rowToTask,
				);
			}),
		counts: (org, limit) => store.snapshot(org, (reader) => countIn(reader, clock.now(), limit)),
		retry: (org, id) => change(deps, org, id, revivedTask),
		drop: (org, id) => change(deps, org, id, () => undefined),
	};
};
