import { ok } from '@navette/core';
import type { Engine, Maintenance } from '@navette/engine';
import * as v from 'valibot';
import type { ServerApplication } from '../application.ts';
import { type Daily, defineTask, type TaskDefinition } from './task-definition.ts';

const ABOUT: Readonly<Record<keyof Maintenance, string>> = {
	tombstones: 'Takes away tombstones older than they are kept; the horizons of threads move.',
	answers: 'Forgets answers of operations older than they are promised.',
	contents: 'Removes contents of files that no document has named for a day.',
};

/** At night; an hour may be said. */
const dailyAt = (hour: number): Daily => ({ hour, spreadMinutes: 60, each: 'organisation' });

/** The daily work of every organisation, as tasks. `engine` is asked once it is there. */
export const createMaintenanceTasks = (deps: {
	readonly engine: () => Engine;
	/** UTC; 2 unless told. */
	readonly hour?: number | undefined;
}): ServerApplication => ({
	name: 'maintenance',
	documents: [],
	threads: [],
	policy: { thread: () => undefined, dependsOn: [] },
	operations: [],
	reports: [],
	errors: {},
	tasks: (Object.keys(ABOUT) as (keyof Maintenance)[]).map(
		(name): TaskDefinition =>
			defineTask({
				name: `maintain.${name}`,
				about: ABOUT[name],
				input: v.strictObject({}),
				daily: dailyAt(deps.hour ?? 2),
				async handler({ org }) {
					await deps.engine().maintenance[name](org);
					return ok(undefined);
				},
			}),
	),
});
