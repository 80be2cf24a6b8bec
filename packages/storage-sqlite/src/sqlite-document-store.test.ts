import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { documentStoreConformance } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';
import { ORG, sampleIds, sampleRow, writeSample } from './testing/sample.ts';
import { withDatabasePath } from './testing/temporary-folder.ts';

const random = createSeededRandom(1);

documentStoreConformance('sqlite', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'navette-sqlite-'));
	const open = () => createSqliteDocumentStore({ path: join(folder, 'store.db'), random });
	const store = await open();
	let current = store;
	return {
		store,
		async reopen() {
			await current.close();
			current = await open();
			return current;
		},
		async destroy() {
			await current.close();
			await rm(folder, { recursive: true });
		},
	};
});

test('a file put back from a backup has another epoch, from then on', async () => {
	await withDatabasePath(async (path) => {
		const epochOf = async (restored: boolean) => {
			const store = await createSqliteDocumentStore({ path, random, restored });
			await store.close();
			return store.epoch;
		};
		const first = await epochOf(false);
		assert.equal(await epochOf(false), first);
		const renewed = await epochOf(true);
		assert.notEqual(renewed, first);
		assert.equal(await epochOf(false), renewed);
	});
});

test('one reader is enough, snapshots then wait for each other', async () => {
	await withDatabasePath(async (path) => {
		const store = await createSqliteDocumentStore({ path, random, readers: 1 });
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('a', 1), []));
		const both = [store.snapshot(ORG, sampleIds), store.snapshot(ORG, sampleIds)];
		assert.deepEqual(await Promise.all(both), [['a'], ['a']]);
		await store.close();
	});
});

test('a sealed document of 300 bytes in two threads takes at most 500 stored bytes', async () => {
	await withDatabasePath(async (path) => {
		const count = 5_000;
		const store = await createSqliteDocumentStore({ path, random });
		await store.transaction(async (transaction) => {
			for (let at = 0; at < count; at++) {
				const id = `group${at % 50}.note${String(at).padStart(6, '0')}`;
				const paths = [`GROUP/group${at % 50}`, `USER/user${at % 70}`];
				await writeSample(transaction.in(ORG), sampleRow(id, at + 1, 300), paths);
			}
		});
		await store.close();
		const perDocument = (await stat(path)).size / count;
		assert.ok(perDocument <= 500, `${perDocument} bytes per document`);
	});
});
