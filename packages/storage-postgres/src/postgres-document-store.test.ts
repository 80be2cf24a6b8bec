import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { systemTimers } from '@navette/core';
import { documentStoreConformance } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { startCluster } from './testing/cluster.ts';

const random = createSeededRandom(1);
const timers = systemTimers;
const cluster = await startCluster();
after(() => cluster.stop());

documentStoreConformance('postgres', async () => {
	const url = await cluster.createSchema();
	const open = () => createPostgresDocumentStore({ url, random, timers });
	const store = await open();
	let current = store;
	return {
		store,
		async reopen() {
			await current.close();
			current = await open();
			return current;
		},
		destroy: () => current.close(),
	};
});

test('a database put back from a backup has another epoch, from then on', async () => {
	const url = await cluster.createDatabase();
	const epochOf = async (restored: boolean) => {
		const store = await createPostgresDocumentStore({ url, random, timers, restored });
		await store.close();
		return store.epoch;
	};
	const first = await epochOf(false);
	assert.equal(await epochOf(false), first);
	const renewed = await epochOf(true);
	assert.notEqual(renewed, first);
	assert.equal(await epochOf(false), renewed);
});
