import { type Clock, type Log, type Observer, type Random, silentObserver } from '@navette/core';
import type { Catalogue } from '@navette/model';
import type { BlobStore, DocumentStore, NoticeBus } from '@navette/storage';
import type { AccessPolicy } from './access.ts';
import { DEFAULT_CONFIG, type EngineConfig } from './config.ts';
import type { Committed, Engine } from './contract.ts';
import { createDataMemory } from './data-memory.ts';
import { deleteOrganisation } from './delete-organisation.ts';
import type { EngineEvent } from './engine-event.ts';
import { createFiles } from './files/files.ts';
import { createPurger } from './files/purger.ts';
import { withFrameworkTypes } from './framework-types.ts';
import { createGroupCommit } from './group-commit.ts';
import { createMaintenance } from './maintenance.ts';
import { createQuotas } from './quotas/quotas.ts';
import { createReadings } from './readings.ts';
import { createRunner } from './run.ts';
import { measureOrganisation } from './sizes.ts';
import type { DeferredTask } from './tasks/contract.ts';
import { createTasks } from './tasks/tasks.ts';

/** What the engine is given; it names no provider. */
export interface EngineDeps {
	readonly store: DocumentStore;
	readonly bus: NoticeBus;
	/** Where contents of files are; the engine closes it. Absent when no type holds files. */
	readonly blobs?: BlobStore;
	readonly catalogue: Catalogue;
	readonly policy: AccessPolicy;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** Lets more operations arrive before a transaction starts (`setImmediate`). */
	readonly soon: (work: () => void) => void;
	readonly config?: Partial<EngineConfig>;
	/** Hears what is done, to count it; nobody unless told. */
	readonly observer?: Observer<EngineEvent>;
}

/** Puts the engine together. */
export const createEngine = (deps: EngineDeps): Engine => {
	const config = { ...DEFAULT_CONFIG, ...deps.config };
	const observer = deps.observer ?? silentObserver;
	const { blobs } = deps;
	if (!blobs && [...deps.catalogue.documents.values()].some((type) => type.files))
		throw new Error('a type holds files, and there is no store for their contents');
	const catalogue = withFrameworkTypes(deps.catalogue);
	const deferListeners = new Set<(task: DeferredTask) => void>();
	const purger = blobs && createPurger({ ...deps, blobs });
	const commits = createGroupCommit<Committed<unknown>>({
		store: deps.store,
		log: deps.log,
		observer,
		soon: deps.soon,
		batchSize: config.batchSize,
		queueSize: config.queueSize,
		committed(values) {
			deps.bus.publish(
				values.flatMap((value) =>
					value.commit.threads.length > 0 || value.commit.rightsMoved ? [value.commit] : [],
				),
			);
			for (const { commit, dropped, deferred } of values) {
				purger?.drop(commit.org, dropped);
				for (const task of deferred) for (const listener of deferListeners) listener(task);
			}
		},
	});
	const memory = createDataMemory();
	const parts = { ...deps, catalogue, config, commits, observer, memory };
	const runner = createRunner(parts);
	const readings = createReadings(parts);
	const maintenance = createMaintenance({ ...parts, ...(purger ? { purger } : {}) });
	const { read } = readings;
	const { within } = runner;
	const files = blobs && purger && createFiles({ ...deps, blobs, purger, read, within });
	return {
		run: runner.run,
		open: runner.open,
		read: readings.read,
		pull: readings.pull,
		grants: readings.grants,
		versions: readings.versions,
		putOrganisation: maintenance.putOrganisation,
		describe: maintenance.describe,
		sizes: (org, limit) => measureOrganisation(parts, org, limit),
		maintain: maintenance.maintain,
		maintenance: maintenance.maintenance,
		quotas: createQuotas(parts),
		tasks: createTasks(parts, deferListeners),
		...(files ? { files } : {}),
		deleteOrganisation: (org, told) => deleteOrganisation(parts, org, config.purgeRows, told),
		organisations: () => deps.store.organisations(),
		async close() {
			await commits.idle();
			await purger?.idle();
			await deps.store.close();
			await blobs?.close();
		},
	};
};
