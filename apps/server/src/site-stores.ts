import { statSync } from 'node:fs';
import {
	type Clock,
	err,
	type Log,
	ok,
	type Random,
	type Result,
	type Timers,
} from '@navette/core';
import type { Catalogue } from '@navette/model';
import {
	createContentCipher,
	createSiteCipher,
	createSiteKeys,
	type SiteKeys,
} from '@navette/site-keys';
import {
	type BlobStore,
	type DocumentStore,
	type SealedBlobStore,
	sealBlobStore,
	sealDocumentStore,
} from '@navette/storage';
import { openDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { databaseIn, openDocuments, openFiles } from './providers/open-providers.ts';
import { DOCUMENT_STORES, ONE_SERVER, type ProvidersConfig } from './providers/provider-config.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { type KeySource, keysIn, openGivenKeys, openSiteKeys } from './site-keys.ts';

/** Where the data of a site are. */
export interface StoresOptions {
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
	/** Beside a server that may run on them: they are read only, and nobody is kept out. */
	readonly beside?: boolean;
	/** They were put back from a backup: their history starts anew. */
	readonly restored?: boolean;
}

/** What a site keeps, opened. */
export interface SiteStores {
	readonly folder: string;
	/** Rows, opened and sealed by the site keys. */
	readonly store: DocumentStore;
	/** Contents, opened and sealed by the site keys; those that clients seal as they are. */
	readonly blobs: SealedBlobStore;
	/** Contents as they are kept, for who carries them elsewhere without opening them. */
	readonly keptBlobs: BlobStore;
	readonly keys: SiteKeys;
	/** Where the keys come from, so that a server follows them. */
	readonly keySource: KeySource;
	/** Work on what the keys sealed. */
	sealing(catalogue: Catalogue): Sealing;
	/** Lets others have the data; the stores are closed by whoever holds them. */
	release(): void;
}

/** Bytes of the files of the store; one that is not there counts for nothing. */
export const databaseSizes = (folder: string): Readonly<Record<string, number>> => {
	const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	const database = databaseIn(folder);
	return { database: sizeOf(database), log: sizeOf(`${database}-wal`) };
};

const openKeys = (folder: string, options: StoresOptions, isShared: boolean) =>
	options.siteKeys === undefined
		? openSiteKeys(
				options.keys ?? keysIn(folder),
				isShared ? undefined : databaseIn(folder),
				options.random,
			)
		: openGivenKeys(options.siteKeys);

const openIn = async (
	folder: string,
	options: StoresOptions,
): Promise<Result<Omit<SiteStores, 'folder' | 'release'>, string>> => {
	const { random, providers = ONE_SERVER } = options;
	const { documents, files } = providers;
	const source = openKeys(folder, options, documents.store !== 'sqlite');
	if (!source.ok) return source;
	const keys = createSiteKeys(() => source.value.rings(), random);
	const { beside = false, restored = false } = options;
	const deps = { ...options, beside, restored };
	try {
		const rows = await openDocuments(documents, folder, deps);
		const cipher = createSiteCipher(() => keys.for('data').ring(), random);
		const contents = createContentCipher(() => keys.for('files').ring(), random);
		const keptBlobs = await openFiles(files, folder, deps);
		const blobs = sealBlobStore(keptBlobs, contents);
		const store = sealDocumentStore(rows, cipher);
		const sealing = (catalogue: Catalogue) =>
			createSealing({ kept: rows, store, blobs, keys, catalogue, random });
		return ok({ store, blobs, keptBlobs, keys, keySource: source.value, sealing });
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const which =
			documents.store === 'sqlite'
				? `The database in ${folder}`
				: `The ${DOCUMENT_STORES[documents.store]} database`;
		return err(`${which} cannot be opened: ${error.message}. "navette doctor" says more.`);
	}
};

/** A folder with its own database is one server's; what stands elsewhere is shared. */
const takeFolder = (folder: string, options: StoresOptions): Result<() => void, string> =>
	options.beside || (options.providers ?? ONE_SERVER).documents.store !== 'sqlite'
		? ok(() => {})
		: lockFolder(folder);

/** Opens what a site keeps; the error is a sentence for the person who asked. */
export const openStores = async (options: StoresOptions): Promise<Result<SiteStores, string>> => {
	const folder = openDataFolder(options.data);
	if (!folder.ok) return folder;
	const lock = takeFolder(folder.value, options);
	if (!lock.ok) return lock;
	const opened = await openIn(folder.value, options);
	if (!opened.ok) {
		lock.value();
		return opened;
	}
	return ok({ folder: folder.value, ...opened.value, release: lock.value });
};
