import type { DocumentType } from '@navette/model';

/** How something recorded once, or done each day, stands. Instants in ms. */
export interface TaskData {
	/** Name of the declared task that does it. */
	readonly name: string;
	readonly input: unknown;
	/** When it was recorded, time of the organisation. */
	readonly recorded: number;
	/** Not before, time of the organisation. */
	readonly at: number;
	/** When it is looked at next, clock of the machines: after `at`, a failure, or the end of a lease. */
	readonly due: number;
	/** Times it was begun since it was recorded, or since it last succeeded. */
	readonly attempts: number;
	/** Who does it now. */
	readonly lease?: TaskLease;
	/** It was recorded again while somebody did it: it is done once more afterwards. */
	readonly again?: true;
	/** When it was given up; it waits for an administrator. */
	readonly dead?: number;
	readonly lastError?: { readonly code: string; readonly at: number };
	/** It is done again and again; `due` is the next time. */
	readonly recurring?: true;
	readonly lastBegun?: number;
	readonly lastDone?: number;
}

/** Who does a task, and until when nobody else may. Clock of the machines, ms. */
export interface TaskLease {
	/** Random, another for each time it is begun. */
	readonly by: string;
	readonly until: number;
}

/**
 * Tasks are documents attached to nothing: whoever records one queues behind nobody, and one that is
 * done leaves nothing. Those that may be begun are found by `due`, those given up by `dead`.
 */
export const TASK_TYPE: DocumentType = {
	name: 'TASK',
	key: ['id'],
	properties: {
		due: {
			kind: 'number',
			of: (_key, data) => {
				const { dead, due } = data as TaskData;
				return dead === undefined ? due : undefined;
			},
		},
		dead: { kind: 'number', of: (_key, data) => (data as TaskData).dead },
	},
	threads: [],
	traceless: true,
	sealing: 'clear',
	shape: 1,
};

/** Where tasks of the site itself are: a code that no organisation can have created. */
export const SITE = '-site-';

/** A task and its name in its organisation. */
export interface TaskRecord extends TaskData {
	readonly id: string;
}
