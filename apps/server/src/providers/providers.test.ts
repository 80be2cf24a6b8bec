import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../config.ts';
import { ONE_SERVER } from './provider-config.ts';

const read = (environment: Record<string, string>) => {
	const outcome = readConfig(environment);
	return outcome.ok ? outcome.value.config.providers : outcome.error;
};

const POSTGRES = {
	NAVETTE_DOCUMENTS: 'postgres',
	NAVETTE_DATABASE_URL: 'postgres://navette:canary@db.example:5432/navette',
	NAVETTE_KEYS: '/etc/navette/site-keys',
};
const S3 = {
	NAVETTE_FILES: 's3',
	NAVETTE_S3_ENDPOINT: 'https://s3.example',
	NAVETTE_S3_BUCKET: 'navette',
	NAVETTE_S3_KEY: 'id',
	NAVETTE_S3_SECRET: 'canary',
};

test('without a word, everything is in the folder of data, for one server', () => {
	assert.deepEqual(read({}), ONE_SERVER);
});

test('PostgreSQL brings its own bus; NATS may take its place', () => {
	const providers = read({ ...POSTGRES, ...S3 });
	const url = POSTGRES.NAVETTE_DATABASE_URL;
	assert.deepEqual(providers, {
		documents: { store: 'postgres', url },
		files: {
			...{ store: 's3', endpoint: 'https://s3.example', bucket: 'navette', region: 'us-east-1' },
			...{ accessKeyId: 'id', secretAccessKey: 'canary' },
		},
		notices: { bus: 'postgres', url },
	});
	const nats = { NAVETTE_NOTICES: 'nats', NAVETTE_NATS: 'nats://a:4222,nats://b:4222' };
	const other = read({ ...POSTGRES, ...S3, ...nats, NAVETTE_NATS_TOKEN: 'canary' });
	assert.deepEqual(typeof other === 'string' ? other : other.notices, {
		...{ bus: 'nats', servers: ['nats://a:4222', 'nats://b:4222'], token: 'canary' },
	});
});

test('Google’s store has its own address, region and way to create only', () => {
	const { NAVETTE_S3_ENDPOINT: _endpoint, ...gcs } = { ...S3, NAVETTE_FILES: 'gcs' };
	const providers = read(gcs);
	assert.deepEqual(typeof providers === 'string' ? providers : providers.files, {
		...{ store: 'gcs', endpoint: 'https://storage.googleapis.com', region: 'auto' },
		...{ bucket: 'navette', accessKeyId: 'id', secretAccessKey: 'canary' },
	});
});

const FIRESTORE = {
	NAVETTE_DOCUMENTS: 'firestore',
	NAVETTE_FIRESTORE_PROJECT: 'navette-site',
	NAVETTE_KEYS: '/etc/navette/site-keys',
};

test('Firestore is a database of a project; it has no bus of its own', () => {
	const nats = { NAVETTE_NOTICES: 'nats', NAVETTE_NATS: 'nats://a:4222' };
	const emulator = { FIRESTORE_EMULATOR_HOST: '127.0.0.1:8085' };
	const providers = read({ ...FIRESTORE, ...S3, ...nats, ...emulator });
	assert.deepEqual(typeof providers === 'string' ? providers : providers.documents, {
		...{ store: 'firestore', project: 'navette-site', database: undefined },
		emulator: '127.0.0.1:8085',
	});
	const named = { NAVETTE_FIRESTORE_DATABASE: 'notes', NAVETTE_NOTICES: 'memory' };
	const alone = read({ ...FIRESTORE, ...S3, ...named });
	assert.deepEqual(typeof alone === 'string' ? alone : [alone.documents, alone.notices], [
		{ store: 'firestore', project: 'navette-site', database: 'notes', emulator: undefined },
		{ bus: 'memory' },
	]);
	assert.deepEqual(read(emulator), ONE_SERVER, 'the variable is that of other programs too');
});

const REFUSED: readonly (readonly [Record<string, string>, RegExp])[] = [
	[
		{ NAVETTE_DOCUMENTS: 'mysql' },
		/^NAVETTE_DOCUMENTS is "mysql": it must be "sqlite", "postgres" or "firestore"/,
	],
	[{ NAVETTE_DOCUMENTS: 'postgres' }, /set NAVETTE_DATABASE_URL to the database/],
	[{ NAVETTE_DATABASE_URL: POSTGRES.NAVETTE_DATABASE_URL }, /set NAVETTE_DOCUMENTS=postgres too/],
	[{ ...POSTGRES, NAVETTE_DATABASE_URL: 'mysql://canary@x' }, /^NAVETTE_DATABASE_URL is not right/],
	[{ ...POSTGRES, ...S3, NAVETTE_KEYS: '' }, /they share the site keys: name their file/],
	[POSTGRES, /so they share files: set NAVETTE_FILES=s3, or name a folder/],
	[{ ...S3, NAVETTE_S3_SECRET: '' }, /^NAVETTE_FILES is "s3": set NAVETTE_S3_SECRET too/],
	[{ NAVETTE_FILES: 's3' }, /set NAVETTE_S3_ENDPOINT, NAVETTE_S3_BUCKET, NAVETTE_S3_KEY, NAVETTE/],
	[{ NAVETTE_NOTICES: 'nats', NAVETTE_NATS: 'nats://a:1' }, /SQLite, which serves one server/],
	[{ ...POSTGRES, ...S3, NAVETTE_NOTICES: 'memory' }, /reaches the sockets of one server only/],
	[{ ...POSTGRES, ...S3, NAVETTE_NOTICES: 'nats' }, /set NAVETTE_NATS to its servers/],
	[{ NAVETTE_NATS: 'http://a' }, /^NAVETTE_NATS is "http:\/\/a": it must be nats:\/\/host:port/],
	[{ ...POSTGRES, NAVETTE_NOTICES: 'memory' }, /share files.*\n.*one server only/s],
	[{ NAVETTE_DOCUMENTS: 'firestore' }, /set NAVETTE_FIRESTORE_PROJECT to the project/],
	[{ NAVETTE_FIRESTORE_DATABASE: 'notes' }, /in SQLite: set NAVETTE_DOCUMENTS=firestore too/],
	[{ ...POSTGRES, ...S3, NAVETTE_FIRESTORE_PROJECT: 'navette-site' }, /are in PostgreSQL: set/],
	[{ ...FIRESTORE, NAVETTE_DATABASE_URL: POSTGRES.NAVETTE_DATABASE_URL }, /are in Firestore: set/],
	[{ ...FIRESTORE, NAVETTE_KEYS: '' }, /"firestore", which several servers share, and so they/],
	[{ ...FIRESTORE, NAVETTE_FIRESTORE_PROJECT: 'A' }, /_PROJECT is "A": it must be the id of/],
	[{ ...FIRESTORE, FIRESTORE_EMULATOR_HOST: 'x' }, /_HOST is "x": it must be host:port of an/],
	[{ ...FIRESTORE, NAVETTE_NOTICES: 'memory' }, /in Firestore, which several servers share, and/],
	[{ ...FIRESTORE, ...S3 }, /in Firestore, which tells servers nothing: set NAVETTE_NOTICES=nats/],
	[{ ...FIRESTORE, ...S3, NAVETTE_NOTICES: 'postgres' }, /which tells servers nothing: set/],
];

test('what contradicts itself, or lacks a part, gets a sentence; no secret is in it', () => {
	for (const [environment, sentence] of REFUSED) {
		const found = read(environment);
		assert.ok(typeof found === 'string', JSON.stringify(environment));
		assert.match(found, sentence);
		assert.doesNotMatch(found, /canary/);
	}
});
