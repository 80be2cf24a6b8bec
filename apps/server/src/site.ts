import { statSync } from 'node:fs';
import path from 'node:path';
import { createFsBlobStore } from '@navette/blobs-fs';
import { circuitApplication } from '@navette/circuit/server';
import {
	type Clock,
	err,
	type Log,
	type Observer,
	ok,
	type Random,
	type Result,
} from '@navette/core';
import { createEngine, type Engine } from '@navette/engine';
import { newsApplication, type PushService } from '@navette/news/server';
import {
	createAdministration,
	createBoard,
	createService,
	type ServerApplication,
	type ServerEvent,
	type Service,
} from '@navette/server';
import { createSiteCipher, createSiteKeys, type SiteKeys } from '@navette/site-keys';
import {
	type BlobStore,
	createMemoryNoticeBus,
	type DocumentStore,
	type NoticeBus,
	StorageFault,
	sealDocumentStore,
} from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import type { PushConfig } from './config.ts';
import { openDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { openPush } from './push/open-push.ts';
import { keysIn, openSiteKeys } from './site-keys.ts';

/** What a site is opened with. */
export interface SiteOptions {
	readonly data: string;
	/** File of the site keys; `site-keys` in the folder of data when absent. */
	readonly keys?: string | undefined;
	readonly log: Log;
	readonly clock: Clock;
	readonly random: Random;
	readonly applications: readonly ServerApplication[];
	/** Hears what is done, besides the figures of administrators. */
	readonly observer?: Observer<ServerEvent>;
	/** How news leave; no news are sent when absent. */
	readonly push?: PushConfig | undefined;
}

/** The data of a site, open in this process alone, with everything that works on them. */
export interface Site {
	readonly folder: string;
	readonly engine: Engine;
	readonly bus: NoticeBus;
	readonly service: Service;
	/** Keys of the site, by what they are for. */
	readonly keys: SiteKeys;
	readonly observer: Observer<ServerEvent>;
	/** Brings news to push services, when they are sent. */
	readonly push: PushService | undefined;
	/** Waits for operations under way, closes the store, lets go of the folder. */
	close(): Promise<void>;
}

/** Applications of a site, besides the framework's own. */
export const APPLICATIONS: readonly ServerApplication[] = [circuitApplication];

/** Documents counted for an administrator before it is said that there is more. */
const MEASURED = 100_000;

/** Path of the database in a folder of data. */
export const databaseIn = (folder: string): string => path.join(folder, 'navette.sqlite');

/** Bytes of the files of the store; one that is not there counts for nothing. */
export const databaseSizes = (folder: string): Readonly<Record<string, number>> => {
	const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	const database = databaseIn(folder);
	return { database: sizeOf(database), log: sizeOf(`${database}-wal`) };
};

/** Opens the data of a site; the error is a sentence for the person who asked. */
export const openSite = async (options: SiteOptions): Promise<Result<Site, string>> => {
	const { log, clock, random } = options;
	const folder = openDataFolder(options.data);
	if (!folder.ok) return folder;
	const lock = lockFolder(folder.value);
	if (!lock.ok) return lock;
	const database = databaseIn(folder.value);
	const keys = openSiteKeys(options.keys ?? keysIn(folder.value), database, random);
	if (!keys.ok) {
		lock.value();
		return keys;
	}
	const siteKeys = createSiteKeys(() => keys.value, random);
	let store: DocumentStore;
	let blobs: BlobStore;
	try {
		const sqlite = await createSqliteDocumentStore({ path: database, random, log });
		store = sealDocumentStore(
			sqlite,
			createSiteCipher(() => siteKeys.for('data').ring(), random),
		);
		blobs = await createFsBlobStore({ folder: path.join(folder.value, 'files'), random });
	} catch (error) {
		lock.value();
		const isExpected = error instanceof StorageFault || error instanceof Error;
		if (!isExpected) throw error;
		return err(
			`The database in ${folder.value} cannot be opened: ${error.message}. "navette doctor" says more.`,
		);
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
	const push = openPush(options.push, siteKeys);
	const news = newsApplication({
		rules: options.push ?? { hosts: [], plain: [] },
		...(push ? { publicKey: push.publicKey } : {}),
	});
	const service = createService([administration, news, ...options.applications]);
	const bus = createMemoryNoticeBus();
	const { catalogue, policy } = service;
	const parts = { store, blobs, bus, catalogue, policy, clock, random, log, observer };
	const engine = createEngine({ ...parts, soon: setImmediate });
	return ok({
		folder: folder.value,
		engine,
		bus,
		service,
		keys: siteKeys,
		observer,
		push,
		async close() {
			await engine.close();
			await bus.close();
			lock.value();
		},
	});
};
