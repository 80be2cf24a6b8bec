import path from 'node:path';
import { createFsBlobStore } from '@navette/blobs-fs';
import { createS3BlobStore } from '@navette/blobs-s3';
import { createNatsNoticeBus } from '@navette/bus-nats';
import { createPostgresNoticeBus } from '@navette/bus-postgres';
import type { Clock, Log, Random, Timers } from '@navette/core';
import {
	type BlobStore,
	createMemoryNoticeBus,
	type DocumentStore,
	type NoticeBus,
	type OnceRegister,
} from '@navette/storage';
import { createPostgresDocumentStore, createPostgresOnceRegister } from '@navette/storage-postgres';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import {
	type DocumentsConfig,
	type FilesConfig,
	type NoticesConfig,
	S3_KINDS,
} from './provider-config.ts';

/** What providers are given. */
export interface ProviderDeps {
	readonly clock: Clock;
	readonly random: Random;
	readonly timers: Timers;
	readonly log: Log;
	/** Beside a server that may run on the same folder: nothing is changed, nobody kept out. */
	readonly beside: boolean;
	/** They were put back from a backup: their history starts anew. */
	readonly restored?: boolean;
}

/** Path of the database in a folder of data. */
export const databaseIn = (folder: string): string => path.join(folder, 'navette.sqlite');

/** Opens the documents of a site; rejects when they cannot be reached. */
export const openDocuments = async (
	config: DocumentsConfig,
	folder: string,
	{ random, timers, log, beside, restored = false }: ProviderDeps,
): Promise<DocumentStore> => {
	const deps = { random, timers, log, restored };
	if (config.store === 'postgres') return createPostgresDocumentStore({ url: config.url, ...deps });
	if (config.store === 'sqlite')
		return createSqliteDocumentStore({
			...{ path: databaseIn(folder), random, log, restored, readOnly: beside },
		});
	// Its client is large: a site that has no Firestore does not load it.
	const { createFirestoreDocumentStore } = await import('@navette/storage-firestore');
	const { store: _store, ...place } = config;
	return createFirestoreDocumentStore({ ...place, ...deps });
};

/**
 * What servers share of what they heard, once their documents are open. One server remembers by itself;
 * on Firestore each does.
 */
export const openOnce = (
	config: DocumentsConfig,
	{ clock, log }: Pick<ProviderDeps, 'clock' | 'log'>,
): OnceRegister | undefined =>
	config.store === 'postgres'
		? createPostgresOnceRegister({ url: config.url, clock, log })
		: undefined;

/** Opens the contents of files of a site. */
export const openFiles = async (
	config: FilesConfig,
	folder: string,
	{ clock, random, timers, beside }: ProviderDeps,
): Promise<BlobStore> => {
	if (config.store === 'folder') {
		const own = config.folder ?? path.join(folder, 'files');
		return createFsBlobStore({ folder: own, random, beside });
	}
	const { store, ...place } = config;
	const { createOnly } = S3_KINDS[store];
	return createS3BlobStore({ ...place, createOnly, clock, timers });
};

/** Opens the bus between the servers of a site; rejects when it cannot be reached. */
export const openNotices = async (
	config: NoticesConfig,
	{ random, timers, log }: ProviderDeps,
): Promise<NoticeBus> => {
	if (config.bus === 'memory') return createMemoryNoticeBus({ log });
	if (config.bus === 'postgres')
		return createPostgresNoticeBus({ url: config.url, random, timers, log });
	const { servers, token } = config;
	return createNatsNoticeBus({
		servers,
		random,
		timers,
		log,
		...(token === undefined ? {} : { token }),
	});
};
