import { statSync } from 'node:fs';
import path from 'node:path';
import { createFsBlobStore } from '@navette/blobs-fs';
import { err, type Log, ok, type Random, type Result } from '@navette/core';
import type { Catalogue } from '@navette/model';
import {
	createContentCipher,
	createSiteCipher,
	createSiteKeys,
	type SiteKeys,
} from '@navette/site-keys';
import {
	type DocumentStore,
	type SealedBlobStore,
	sealBlobStore,
	sealDocumentStore,
} from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { openDataFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { createSealing, type Sealing } from './sealing.ts';
import { type KeySource, keysIn, openGivenKeys, openSiteKeys } from './site-keys.ts';

/** Where the data of a site are. */
export interface StoresOptions {
	readonly data: string;
	/** File of the site keys; `site-keys` in the folder of data when absent. */
	readonly keys?: string | undefined;
	/** The site keys themselves, instead of a file. */
	readonly siteKeys?: string | undefined;
	readonly log: Log;
	readonly random: Random;
	/** Beside a server that may run on them: they are read only, and nobody is kept out. */
	readonly beside?: boolean;
}

/** What a site keeps, opened. */
export interface SiteStores {
	readonly folder: string;
	/** Rows, opened and sealed by the site keys. */
	readonly store: DocumentStore;
	/** Contents, opened and sealed by the site keys; those that clients seal as they are. */
	readonly blobs: SealedBlobStore;
	readonly keys: SiteKeys;
	/** Where the keys come from, so that a server follows them. */
	readonly keySource: KeySource;
	/** Work on what the keys sealed. */
	sealing(catalogue: Catalogue): Sealing;
	/** Lets others have the data; the stores are closed by whoever holds them. */
	release(): void;
}

/** Path of the database in a folder of data. */
export const databaseIn = (folder: string): string => path.join(folder, 'navette.sqlite');

/** Bytes of the files of the store; one that is not there counts for nothing. */
export const databaseSizes = (folder: string): Readonly<Record<string, number>> => {
	const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	const database = databaseIn(folder);
	return { database: sizeOf(database), log: sizeOf(`${database}-wal`) };
};

const openIn = async (
	folder: string,
	{ log, random, beside = false, ...options }: StoresOptions,
): Promise<Result<Omit<SiteStores, 'folder' | 'release'>, string>> => {
	const database = databaseIn(folder);
	const source =
		options.siteKeys === undefined
			? openSiteKeys(options.keys ?? keysIn(folder), database, random)
			: openGivenKeys(options.siteKeys);
	if (!source.ok) return source;
	const keys = createSiteKeys(() => source.value.rings(), random);
	try {
		const rows = await createSqliteDocumentStore({ path: database, random, log, readOnly: beside });
		const cipher = createSiteCipher(() => keys.for('data').ring(), random);
		const contents = createContentCipher(() => keys.for('files').ring(), random);
		const files = await createFsBlobStore({ folder: path.join(folder, 'files'), random, beside });
		const blobs = sealBlobStore(files, contents);
		const store = sealDocumentStore(rows, cipher);
		const sealing = (catalogue: Catalogue) =>
			createSealing({ kept: rows, store, blobs, keys, catalogue, random });
		return ok({ store, blobs, keys, keySource: source.value, sealing });
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return err(
			`The database in ${folder} cannot be opened: ${error.message}. "navette doctor" says more.`,
		);
	}
};

/** Opens what a site keeps; the error is a sentence for the person who asked. */
export const openStores = async (options: StoresOptions): Promise<Result<SiteStores, string>> => {
	const folder = openDataFolder(options.data);
	if (!folder.ok) return folder;
	const lock = options.beside ? ok(() => {}) : lockFolder(folder.value);
	if (!lock.ok) return lock;
	const opened = await openIn(folder.value, options);
	if (!opened.ok) {
		lock.value();
		return opened;
	}
	return ok({ folder: folder.value, ...opened.value, release: lock.value });
};
