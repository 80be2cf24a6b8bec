import { err, ok, type Result } from '@navette/core';
import {
	type DocumentsConfig,
	type FilesConfig,
	type NoticesConfig,
	type ProvidersConfig,
	S3_KINDS,
	type S3Kind,
} from './provider-config.ts';

/** A setting by its name. */
export type Get = <T>(name: string) => T;

const readDocuments = (get: Get): Result<DocumentsConfig, string> => {
	const url = get<string | undefined>('documents.url');
	if (get('documents.store') === 'sqlite')
		return url === undefined
			? ok({ store: 'sqlite' })
			: err(
					'NAVETTE_DATABASE_URL is set, and documents are in SQLite: set NAVETTE_DOCUMENTS=postgres too, or leave it out.',
				);
	if (url === undefined)
		return err('NAVETTE_DOCUMENTS is "postgres": set NAVETTE_DATABASE_URL to the database.');
	if (get('keys') === undefined && get('siteKeys') === undefined)
		return err(
			'NAVETTE_DOCUMENTS is "postgres", which several servers share, and so they share the site keys: name their file with NAVETTE_KEYS ("navette key new" makes one), or set NAVETTE_SITE_KEYS.',
		);
	return ok({ store: 'postgres', url });
};

const NEEDED = {
	'files.endpoint': 'NAVETTE_S3_ENDPOINT',
	'files.bucket': 'NAVETTE_S3_BUCKET',
	'files.key': 'NAVETTE_S3_KEY',
	'files.secret': 'NAVETTE_S3_SECRET',
} as const;

const readS3 = (get: Get, store: S3Kind): Result<FilesConfig, string> => {
	const kind = S3_KINDS[store];
	const given = (name: keyof typeof NEEDED) =>
		get<string | undefined>(name) ?? (name === 'files.endpoint' ? kind.endpoint : undefined);
	const names = Object.keys(NEEDED) as (keyof typeof NEEDED)[];
	const missing = names.filter((name) => given(name) === undefined);
	if (missing.length > 0)
		return err(
			`NAVETTE_FILES is "${store}": set ${missing.map((name) => NEEDED[name]).join(', ')} too.`,
		);
	return ok({
		store,
		endpoint: given('files.endpoint') ?? '',
		bucket: given('files.bucket') ?? '',
		accessKeyId: given('files.key') ?? '',
		secretAccessKey: given('files.secret') ?? '',
		region: get<string | undefined>('files.region') ?? kind.region,
	});
};

const readFiles = (get: Get, documents: DocumentsConfig): Result<FilesConfig, string> => {
	const store = get<'folder' | S3Kind>('files.store');
	if (store !== 'folder') return readS3(get, store);
	const folder = get<string | undefined>('files.folder');
	if (documents.store !== 'sqlite' && folder === undefined)
		return err(
			'Documents are in PostgreSQL, which several servers share, and so they share files: set NAVETTE_FILES=s3, or name a folder that all of them see with NAVETTE_FILES_FOLDER.',
		);
	return ok({ store, folder });
};

const readNotices = (get: Get, documents: DocumentsConfig): Result<NoticesConfig, string> => {
	const bus = get<'memory' | 'postgres' | 'nats' | undefined>('notices.bus');
	const servers = get<readonly string[]>('notices.servers');
	if (documents.store === 'sqlite')
		return bus === undefined || bus === 'memory'
			? ok({ bus: 'memory' })
			: err(
					`NAVETTE_NOTICES is "${bus}", and documents are in SQLite, which serves one server: leave it out, or set NAVETTE_DOCUMENTS=postgres.`,
				);
	if (bus === 'memory')
		return err(
			'NAVETTE_NOTICES is "memory", which reaches the sockets of one server only, and PostgreSQL may have several: leave it out.',
		);
	if (bus !== 'nats') return ok({ bus: 'postgres', url: documents.url });
	return servers.length > 0
		? ok({ bus, servers, token: get('notices.token') })
		: err('NAVETTE_NOTICES is "nats": set NAVETTE_NATS to its servers.');
};

/** Where everything of a site stands; the error holds a sentence a line. */
export const readProviders = (get: Get): Result<ProvidersConfig, string> => {
	const documents = readDocuments(get);
	if (!documents.ok) return documents;
	const files = readFiles(get, documents.value);
	const notices = readNotices(get, documents.value);
	if (files.ok && notices.ok)
		return ok({ documents: documents.value, files: files.value, notices: notices.value });
	return err([files, notices].flatMap((one) => (one.ok ? [] : [one.error])).join('\n'));
};
