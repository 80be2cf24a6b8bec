import { ok } from '@navette/core';
import type { Engine } from '@navette/engine';
import * as v from 'valibot';
import { purgeExpired } from '../access/purge-expired.ts';
import type { ServerApplication } from '../application.ts';
import { defineTask, type TaskDefinition } from './task-definition.ts';

/** Organisations begin their night's work within an hour of each other. */
const SPREAD_MINUTES = 60;

type Work = readonly [name: string, about: string, work: (org: string, engine: Engine) => unknown];

const OF_ORGANISATIONS: readonly Work[] = [
	[
		'maintain.tombstones',
		'Takes away tombstones older than they are kept; the horizons of threads move.',
		(org, engine) => engine.maintenance.tombstones(org),
	],
	[
		'maintain.answers',
		'Forgets answers of operations older than they are promised.',
		(org, engine) => engine.maintenance.answers(org),
	],
	[
		'maintain.contents',
		'Removes contents of files that no document has named for a day.',
		(org, engine) => engine.maintenance.contents(org),
	],
	[
		'maintain.usage',
		'Counts again what an organisation with limits keeps.',
		(org, engine) => engine.quotas.recount(org),
	],
];

/** Goes on with organisations whose deletion was interrupted. */
const finishDeletions = async (_site: string, engine: Engine): Promise<void> => {
	for (const org of await engine.organisations()) {
		const about = await engine.describe(org);
		if (about.ok && about.value.status === 'deleting') await engine.deleteOrganisation(org);
	}
};

const OF_THE_SITE: readonly Work[] = [
	['site.deletions', 'Goes on with organisations whose deletion was interrupted.', finishDeletions],
];

/** The daily work of every organisation, and of the site, as tasks. `engine` is asked once it is there. */
export const createMaintenanceTasks = (deps: {
	readonly engine: () => Engine;
	/** UTC; 2 unless told. */
	readonly hour?: number | undefined;
}): ServerApplication => {
	const { hour = 2 } = deps;
	const taskOf =
		(each: 'organisation' | 'site') =>
		([name, about, work]: Work): TaskDefinition =>
			defineTask({
				...{ name, about, input: v.strictObject({}) },
				daily: { hour, each, spreadMinutes: SPREAD_MINUTES },
				async handler({ org }) {
					await work(org, deps.engine());
					return ok(undefined);
				},
			});
	return {
		name: 'maintenance',
		documents: [],
		threads: [],
		policy: { thread: () => undefined, dependsOn: [] },
		operations: [],
		reports: [],
		errors: {},
		tasks: [
			...OF_ORGANISATIONS.map(taskOf('organisation')),
			...OF_THE_SITE.map(taskOf('site')),
			purgeExpired(hour),
		],
	};
};
