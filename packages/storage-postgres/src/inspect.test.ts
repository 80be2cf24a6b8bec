import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { systemRandom, systemTimers } from '@navette/core';
import { StorageFault } from '@navette/storage';
import { inspectPostgres } from './inspect.ts';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { startCluster } from './testing/cluster.ts';

const cluster = await startCluster();
after(() => cluster.stop());

test('a database that never was a store is looked at, and nothing is written in it', async () => {
	const url = await cluster.createDatabase();
	const found = await inspectPostgres(url);
	assert.deepEqual([found.schema, found.epoch, found.encoding], [0, undefined, 'UTF8']);
	const tables = await cluster.sql(
		"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'",
		url,
	);
	assert.equal(Number(tables[0]?.[0]), 0);
});

test('a store is known by its schema and its epoch, also while it is open', async () => {
	const url = await cluster.createDatabase();
	const options = { url, random: systemRandom, timers: systemTimers };
	const store = await createPostgresDocumentStore(options);
	const { schema, known, epoch } = await inspectPostgres(url);
	assert.deepEqual([schema, epoch], [known, store.epoch]);
	await store.close();
});

test('a database that cannot be reached is a fault', () =>
	assert.rejects(inspectPostgres('postgres://nobody@127.0.0.1:1/none'), StorageFault));
