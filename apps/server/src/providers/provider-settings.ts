import * as v from 'valibot';
import type { Setting } from '../setting.ts';
import { S3_KINDS } from './provider-config.ts';

const asIs = (text: string): unknown => text;
const filled = v.pipe(v.string(), v.minLength(1));
const addressed = (...protocols: readonly string[]) =>
	v.pipe(
		v.string(),
		v.check((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol)),
	);
const natsAddress = addressed('nats:', 'tls:');

/** Settings of documents, files and notices. */
export const PROVIDER_SETTINGS: readonly Setting[] = [
	{
		...{ name: 'documents.store', variable: 'NAVETTE_DOCUMENTS', fallback: 'sqlite' },
		...{ schema: v.picklist(['sqlite', 'postgres', 'firestore']), fromText: asIs },
		allowed: '"sqlite", "postgres" or "firestore"',
	},
	{
		...{ name: 'documents.url', variable: 'NAVETTE_DATABASE_URL', fallback: undefined },
		...{ isSecret: true, fromText: asIs, schema: addressed('postgres:', 'postgresql:') },
		allowed: 'postgres://user:password@host:port/database',
	},
	{
		...{ name: 'documents.project', variable: 'NAVETTE_FIRESTORE_PROJECT', fallback: undefined },
		...{ schema: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/)), fromText: asIs },
		allowed: 'the id of a project of Google Cloud: 6 to 30 characters of a-z 0-9 -',
	},
	{
		...{ name: 'documents.database', variable: 'NAVETTE_FIRESTORE_DATABASE', fallback: undefined },
		...{ schema: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{2,61}[a-z0-9]$/)), fromText: asIs },
		allowed: 'the id of a database of the project: 4 to 63 characters of a-z 0-9 -',
	},
	{
		/* the name that the client of Firestore itself obeys: no other would be safe */
		...{ name: 'documents.emulator', variable: 'FIRESTORE_EMULATOR_HOST', fallback: undefined },
		...{ schema: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+:\d{1,5}$/)), fromText: asIs },
		allowed: 'host:port of an emulator of Firestore, for tests',
	},
	{
		...{ name: 'files.store', variable: 'NAVETTE_FILES', fallback: 'folder' },
		...{ schema: v.picklist(['folder', ...Object.keys(S3_KINDS)]), fromText: asIs },
		allowed: '"folder", "s3" (any store that speaks its protocol) or "gcs"',
	},
	{
		...{ name: 'files.folder', variable: 'NAVETTE_FILES_FOLDER', fallback: undefined },
		...{ schema: filled, allowed: 'the path of a folder', fromText: asIs },
	},
	{
		...{ name: 'files.endpoint', variable: 'NAVETTE_S3_ENDPOINT', fallback: undefined },
		...{ schema: addressed('http:', 'https:'), fromText: asIs },
		allowed: 'the address of the store, without the bucket',
	},
	{
		...{ name: 'files.region', variable: 'NAVETTE_S3_REGION', fallback: undefined },
		...{ schema: filled, allowed: 'the region of the bucket', fromText: asIs },
	},
	{
		...{ name: 'files.bucket', variable: 'NAVETTE_S3_BUCKET', fallback: undefined },
		...{ schema: filled, allowed: 'the name of a bucket', fromText: asIs },
	},
	{
		...{ name: 'files.key', variable: 'NAVETTE_S3_KEY', fallback: undefined },
		...{ schema: filled, allowed: 'the id of an access key', fromText: asIs },
	},
	{
		...{ name: 'files.secret', variable: 'NAVETTE_S3_SECRET', fallback: undefined },
		...{ isSecret: true, schema: filled, fromText: asIs },
		allowed: 'the secret of that access key',
	},
	{
		...{ name: 'notices.bus', variable: 'NAVETTE_NOTICES', fallback: undefined },
		...{ schema: v.picklist(['memory', 'postgres', 'nats']), fromText: asIs },
		allowed: '"memory" (one server), "postgres" or "nats"',
	},
	{
		...{ name: 'notices.servers', variable: 'NAVETTE_NATS', fallback: [] },
		...{ schema: v.array(natsAddress), fromText: (text) => text.split(',') },
		allowed: 'nats://host:port, several between commas',
	},
	{
		...{ name: 'notices.token', variable: 'NAVETTE_NATS_TOKEN', fallback: undefined },
		...{ isSecret: true, schema: filled, fromText: asIs },
		allowed: 'the token of the NATS cluster',
	},
];
