import { circuitApplication } from '@navette/circuit/server';
import {
	type Clock,
	err,
	type Log,
	type Observer,
	ok,
	type Random,
	type Result,
	type Timers,
} from '@navette/core';
import { DIRECTORY_THREADS, DIRECTORY_TYPES, directoryErrors } from '@navette/directory/model';
import { createEngine, type Engine } from '@navette/engine';
import type { Catalogue } from '@navette/model';
import { newsApplication, type PushService } from '@navette/news/server';
import {
	createAdministration,
	createBoard,
	createMaintenanceTasks,
	createService,
	createSignedRights,
	type ServerApplication,
	type ServerEvent,
	type Service,
} from '@navette/server';
import type { SiteKeys } from '@navette/site-keys';
import type { BlobStore, DocumentStore, NoticeBus, OnceRegister } from '@navette/storage';
import type { KeepConfig, PushConfig, TasksConfig } from './config.ts';
import type { DirectoryConfig } from './directory/directory-config.ts';
import { createHostedDirectory, type HostedDirectory } from './directory/hosted-directory.ts';
import { signingKeysOf } from './directory/service-keys.ts';
import type { MailConfig } from './mail-config.ts';
import { openNotices, openOnce } from './providers/open-providers.ts';
import { ONE_SERVER, type ProvidersConfig } from './providers/provider-config.ts';
import { openPush } from './push/open-push.ts';
import type { Sealing } from './sealing.ts';
import type { KeySource } from './site-keys.ts';
import { openStores } from './site-stores.ts';

/** What a site is opened with. */
export interface SiteOptions {
	readonly data: string;
	/** File of the site keys; `site-keys` in the folder of data when absent. */
	readonly keys?: string | undefined;
	/** The site keys themselves, instead of a file. */
	readonly siteKeys?: string | undefined;
	/** Where its parts stand; all in the folder of data when absent. */
	readonly providers?: ProvidersConfig | undefined;
	readonly log: Log;
	readonly clock: Clock;
	readonly random: Random;
	readonly timers: Timers;
	readonly applications: readonly ServerApplication[];
	/** Hears what is done, besides the figures of administrators. */
	readonly observer?: Observer<ServerEvent>;
	/** How news leave; no news are sent when absent. */
	readonly push?: PushConfig | undefined;
	/** Where mails are handed over; written to files when absent. */
	readonly mail?: MailConfig | undefined;
	readonly tasks?: TasksConfig | undefined;
	/** Who keeps its users; nobody when absent. */
	readonly directory?: DirectoryConfig | undefined;
	/** How long things are kept; what the engine says when absent. */
	readonly keep?: KeepConfig | undefined;
}

/** The data of a site, open in this process alone, with everything that works on them. */
export interface Site {
	readonly folder: string;
	readonly engine: Engine;
	readonly bus: NoticeBus;
	/** What the servers of the site heard, where there may be several. */
	readonly once: OnceRegister | undefined;
	readonly service: Service;
	/** Keys of the site, by what they are for. */
	readonly keys: SiteKeys;
	readonly keySource: KeySource;
	/** Work on what the keys sealed. */
	readonly sealing: Sealing;
	/** What it keeps, for the work of operators that knows no document. */
	readonly store: DocumentStore;
	readonly blobs: BlobStore;
	readonly observer: Observer<ServerEvent>;
	/** Brings news to push services, when they are sent. */
	readonly push: PushService | undefined;
	/** The user directory, when this site hosts it. */
	readonly directory: HostedDirectory | undefined;
	/** Waits for operations under way, closes the store, lets go of the folder. */
	close(): Promise<void>;
}

/** Applications of a site, besides the framework's own. */
export const APPLICATIONS: readonly ServerApplication[] = [circuitApplication];

/** What a directory keeps, where nobody asks it anything. */
const directoryTypes: ServerApplication = {
	...{ name: 'directory', documents: DIRECTORY_TYPES, threads: DIRECTORY_THREADS },
	policy: { thread: () => undefined, dependsOn: [] },
	...{ operations: [], reports: [], errors: directoryErrors },
};

/** Types of everything that a site of these applications keeps. */
export const catalogueOf = (applications: readonly ServerApplication[]): Catalogue =>
	createService([
		newsApplication({ rules: { hosts: [], plain: [] } }),
		directoryTypes,
		...applications,
	]).catalogue;

/** Documents counted for an administrator before it is said that there is more. */
const MEASURED = 100_000;

/** Opens the bus to the other servers; the error is a sentence. */
const openBus = async (options: SiteOptions): Promise<Result<NoticeBus, string>> => {
	const { notices } = options.providers ?? ONE_SERVER;
	try {
		return ok(await openNotices(notices, { ...options, beside: false }));
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return err(`The ${notices.bus} bus of notices cannot be reached: ${error.message}.`);
	}
};

/** Opens the data of a site; the error is a sentence for the person who asked. */
export const openSite = async (options: SiteOptions): Promise<Result<Site, string>> => {
	const { log, clock, random } = options;
	const opened = await openStores(options);
	if (!opened.ok) return opened;
	const { folder, store, blobs, keys, keySource, release } = opened.value;
	const bus = await openBus(options);
	if (!bus.ok) {
		await store.close();
		release();
		return bus;
	}
	const board = createBoard(clock);
	const heard = options.observer;
	const observer: Observer<ServerEvent> = {
		time: heard?.time ?? (() => 0),
		note(event) {
			board.hear(event);
			heard?.note(event);
		},
	};
	const administration = createAdministration({
		board,
		measure: (org) => engine.sizes(org, MEASURED),
		clock,
		log,
	});
	const push = openPush(options.push, keys);
	const news = newsApplication({
		rules: options.push ?? { hosts: [], plain: [] },
		...(push ? { publicKey: push.publicKey } : {}),
	});
	const directory =
		options.directory?.kind === 'host'
			? await createHostedDirectory(options.directory.universe, {
					...{ keys, clock, random, folder, log, mail: options.mail },
				})
			: undefined;
	const users = directory?.application ?? directoryTypes;
	const maintenance = createMaintenanceTasks({ engine: () => engine, hour: options.tasks?.hour });
	const service = createService([
		administration,
		maintenance,
		news,
		users,
		createSignedRights(signingKeysOf(keys, options.applications)),
		...options.applications,
	]);
	const { catalogue, policy } = service;
	const parts = { store, blobs, bus: bus.value, catalogue, policy, clock, random, log, observer };
	const engine = createEngine({
		...parts,
		soon: setImmediate,
		...(options.keep ? { config: options.keep } : {}),
	});
	const once = openOnce((options.providers ?? ONE_SERVER).documents, { clock, log });
	return ok({
		folder,
		engine,
		bus: bus.value,
		once,
		service,
		keys,
		keySource,
		sealing: opened.value.sealing(catalogue),
		store,
		blobs,
		observer,
		push,
		directory,
		async close() {
			await engine.close();
			await once?.close();
			await bus.value.close();
			release();
		},
	});
};
