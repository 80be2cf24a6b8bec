import { err, type Failure, failure, ok, type Result } from '@navette/core';
import {
	broughtForward,
	type DocumentSource,
	type OperationContext,
	type OrganisationAbout,
	revivedTask,
	type TaskData,
	type Usage,
} from '@navette/engine';
import type { Account } from '@navette/model';
import * as v from 'valibot';
import { isAdministrator } from '../access/administrators.ts';
import { defineOperation, defineReport, done } from '../application.ts';
import type { ShownTask, UpkeepReport } from './figures.ts';

const administrators = (account: Account): Failure | undefined =>
	isAdministrator(account) ? undefined : failure('E-RIGHT');

/** Tasks shown, of those that wait and of those given up. */
const MOST = 200;

const shownTask = (id: string, task: TaskData, offset: number): ShownTask => {
	const { name, dead, lease, recurring, attempts, lastError, lastDone } = task;
	const state = dead !== undefined ? 'dead' : lease ? 'running' : recurring ? 'daily' : 'waiting';
	return {
		...{ id, name, state, attempts },
		...(dead === undefined ? { next: task.due + offset } : { dead: dead + offset }),
		...(lastDone === undefined ? {} : { lastDone: lastDone + offset }),
		...(lastError ? { lastError: { code: lastError.code, at: lastError.at + offset } } : {}),
	};
};

const tasksOf = async (
	source: DocumentSource,
	{ clockOffset }: OrganisationAbout,
): Promise<readonly ShownTask[]> => {
	const dead = { descending: true, limit: MOST };
	const found = [
		...(await source.byProperty<TaskData>('TASK', 'dead', dead)),
		...(await source.byProperty<TaskData>('TASK', 'due', { limit: MOST })),
	];
	return found.map(({ key, data }) => shownTask(key.id ?? '', data, clockOffset));
};

/** The status of an organisation, its limits, its tasks. What tasks are about is not told. */
export const upkeepReport = defineReport({
	name: 'admin.upkeep',
	about: 'The status of the organisation, what it may use and uses, and its tasks.',
	input: v.strictObject({}),
	example: {},
	who: administrators,
	async handler(source, _input, _account, org, about) {
		const usage = await source.read<Usage>('USAGE', { id: 'all' });
		const minute = Math.floor(source.now / 60_000);
		const { status, limits = {}, clockMoved } = about;
		const report: UpkeepReport = {
			...{ org, status, limits },
			...(clockMoved === undefined ? {} : { clock: { now: source.now, moved: clockMoved } }),
			...(usage
				? { usage: { ...usage, operations: usage.minute === minute ? usage.operations : 0 } }
				: {}),
			tasks: await tasksOf(source, about),
		};
		return ok(report);
	},
});

/** A task that nobody does right now, changed. */
const changeTask = async (
	context: OperationContext,
	id: string,
	change: (task: TaskData) => Promise<void>,
): Promise<Result<null, Failure>> => {
	const task = await context.read<TaskData>('TASK', { id });
	if (!task || task.lease) return err(failure('E-TASK'));
	await change(task);
	return done;
};

const TaskInput = v.strictObject({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

const retryTask = defineOperation({
	name: 'task.retry',
	about: 'Makes a task due at once, whatever it waits for; one given up is tried anew.',
	input: TaskInput,
	example: { id: 'maintain.answers' },
	who: administrators,
	handler: (context, { id }) =>
		changeTask(context, id, (task) =>
			context.write('TASK', { id }, revivedTask(task, context.machineNow)),
		),
});

const dropTask = defineOperation({
	name: 'task.drop',
	about: 'Forgets a task that was given up: it is never done.',
	input: TaskInput,
	example: { id: 'x1a2b3c4d5e6f7g8h9i0j1' },
	who: administrators,
	handler: (context, { id }) => changeTask(context, id, () => context.remove('TASK', { id })),
});

const setStatus = defineOperation({
	name: 'org.status',
	about:
		'Freezes the organisation (read only), opens it again, or closes it: then only the operator opens it.',
	input: v.strictObject({ status: v.picklist(['open', 'frozen', 'closed']) }),
	example: { status: 'frozen' },
	whenFrozen: true,
	who: administrators,
	handler(context, { status }) {
		context.setStatus(status);
		return done;
	},
});

/** Longest move of a clock at once, ms: two months. */
const LONGEST_MOVE = 62 * 86_400_000;

const moveClock = defineOperation({
	name: 'org.clock',
	about:
		'Moves the clock of a demonstration forward, ms: what waits for an instant is due by the new one.',
	input: v.strictObject({
		by: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_MOVE)),
	}),
	example: { by: 3_600_000 },
	who: administrators,
	async handler(context, { by }) {
		if (!context.movesClock) return err(failure('E-RIGHT'));
		const waiting = await context.byProperty<TaskData>('TASK', 'due', { limit: 10_000 });
		for (const { key, data } of waiting) {
			const sooner = broughtForward(data, by);
			if (sooner !== data) await context.write('TASK', key, sooner);
		}
		context.moveClock(by);
		return done;
	},
});

/** What administrators do for the upkeep of their organisation. */
export const upkeepOperations = [retryTask, dropTask, setStatus, moveClock];
