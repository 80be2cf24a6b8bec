import { err, ok, type Result } from '@navette/core';
import {
	DOCUMENT_STORES,
	type DocumentsConfig,
	type FilesConfig,
	type NoticesConfig,
	type ProvidersConfig,
	S3_KINDS,
	type S3Kind,
} from './provider-config.ts';

/** A setting by its name. */
export type Get = <T>(name: string) => T;

/** Settings that belong to one store of documents. */
const BELONGS = {
	'documents.url': ['postgres', 'NAVETTE_DATABASE_URL'],
	'documents.project': ['firestore', 'NAVETTE_FIRESTORE_PROJECT'],
	'documents.database': ['firestore', 'NAVETTE_FIRESTORE_DATABASE'],
} as const;

/** What is set for another store than the one that is named. */
const findStray = (get: Get, store: DocumentsConfig['store']): string | undefined => {
	for (const [name, [owner, variable]] of Object.entries(BELONGS))
		if (owner !== store && get(name) !== undefined)
			return `${variable} is set, and documents are in ${DOCUMENT_STORES[store]}: set NAVETTE_DOCUMENTS=${owner} too, or leave it out.`;
	return undefined;
};

const readPlace = (get: Get, store: DocumentsConfig['store']): Result<DocumentsConfig, string> => {
	if (store === 'sqlite') return ok({ store });
	if (store === 'postgres') {
		const url = get<string | undefined>('documents.url');
		return url === undefined
			? err('NAVETTE_DOCUMENTS is "postgres": set NAVETTE_DATABASE_URL to the database.')
			: ok({ store, url });
	}
	const project = get<string | undefined>('documents.project');
	return project === undefined
		? err(
				'NAVETTE_DOCUMENTS is "firestore": set NAVETTE_FIRESTORE_PROJECT to the project of its database.',
			)
		: ok({
				...{ store, project, database: get('documents.database') },
				emulator: get('documents.emulator'),
			});
};

const readDocuments = (get: Get): Result<DocumentsConfig, string> => {
	const store = get<DocumentsConfig['store']>('documents.store');
	const stray = findStray(get, store);
	if (stray !== undefined) return err(stray);
	const place = readPlace(get, store);
	if (!place.ok || store === 'sqlite') return place;
	if (get('keys') === undefined && get('siteKeys') === undefined)
		return err(
			`NAVETTE_DOCUMENTS is "${store}", which several servers share, and so they share the site keys: name their file with NAVETTE_KEYS ("navette key new" makes one), or set NAVETTE_SITE_KEYS.`,
		);
	return place;
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
			`Documents are in ${DOCUMENT_STORES[documents.store]}, which several servers share, and so they share files: set NAVETTE_FILES=s3, or name a folder that all of them see with NAVETTE_FILES_FOLDER.`,
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
	if (documents.store === 'firestore') {
		if (bus === 'memory') return ok({ bus });
		if (bus !== 'nats')
			return err(
				'Documents are in Firestore, which tells servers nothing: set NAVETTE_NOTICES=nats and NAVETTE_NATS, or NAVETTE_NOTICES=memory when one server is all there is.',
			);
	} else if (bus === 'memory')
		return err(
			'NAVETTE_NOTICES is "memory", which reaches the sockets of one server only, and PostgreSQL may have several: leave it out.',
		);
	else if (bus !== 'nats') return ok({ bus: 'postgres', url: documents.url });
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
