import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { type Day, silentLog } from '@navette/core';
import { type DocumentStore, StorageFault, type ThreadReference } from '@navette/storage';
import { createSeededRandom } from '@navette/testkit';
import { migrate } from './schema.ts';
import { singleValue } from './sql.ts';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';
import { ORG, sampleIds, sampleRow, writeSample } from './testing/sample.ts';
import { withDatabasePath } from './testing/temporary-folder.ts';
import { createWriteSession } from './write-session.ts';

const random = createSeededRandom(1);
const isFault = (code: string) => (error: unknown) =>
	error instanceof StorageFault && error.code === code;

const withSmallStore = (work: (store: DocumentStore) => Promise<void>): Promise<void> =>
	withDatabasePath(async (path) => {
		const store = await createSqliteDocumentStore({ path, random, maxBytes: 512 * 1024 });
		try {
			await store.transaction((t) => writeSample(t.in(ORG), sampleRow('kept', 1), ['T/1']));
			await work(store);
		} finally {
			await store.close();
		}
	});

const tooMuch = () => sampleRow('big', 2, 2 ** 20);

test('a full store refuses the transaction whole, keeps what it had, and goes on', async () => {
	await withSmallStore(async (store) => {
		const refused = store.transaction(async (transaction) => {
			await writeSample(transaction.in(ORG), sampleRow('small', 2), ['T/1']);
			await writeSample(transaction.in(ORG), tooMuch(), ['T/1']);
		});
		await assert.rejects(refused, isFault('full'));
		assert.deepEqual(await store.snapshot(ORG, sampleIds), ['kept']);
		await store.transaction((t) => writeSample(t.in(ORG), sampleRow('next', 2), ['T/1']));
		assert.deepEqual(await store.snapshot(ORG, sampleIds), ['kept', 'next']);
	});
});

test('a fault ends its transaction even when the work catches it and goes on', async () => {
	await withSmallStore(async (store) => {
		const swallowed = store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			const part = transaction.savepoint(() => writeSample(writer, tooMuch(), ['T/1']));
			await assert.rejects(part, isFault('full'));
			await assert.rejects(
				async () => writer.document('NOTE', sampleRow('a', 1).id),
				isFault('full'),
			);
			await assert.rejects(
				transaction.savepoint(() => 1),
				isFault('full'),
			);
			return 'as if nothing had happened';
		});
		await assert.rejects(swallowed, isFault('full'));
		assert.deepEqual(await store.snapshot(ORG, sampleIds), ['kept']);
	});
});

test('a commit that fails is rolled back, and the next transaction carries nothing of it', async () => {
	const database = new DatabaseSync(':memory:');
	migrate(database);
	database.exec(`CREATE TABLE parent (id INTEGER PRIMARY KEY);
		CREATE TABLE child (parent REFERENCES parent DEFERRABLE INITIALLY DEFERRED)`);
	const run = createWriteSession(database, { make: () => undefined }, silentLog);
	const failed = run(async (transaction) => {
		await writeSample(transaction.in(ORG), sampleRow('lost', 1), ['T/1']);
		database.exec('INSERT INTO child VALUES (1)');
	});
	await assert.rejects(failed, /FOREIGN KEY/);
	assert.equal(database.isTransaction, false);
	await run((transaction) => writeSample(transaction.in(ORG), sampleRow('kept', 1), ['T/1']));
	assert.deepEqual(await run((transaction) => sampleIds(transaction.in(ORG))), ['kept']);
	assert.equal(singleValue(database, 'SELECT count(*) FROM child'), 0);
	database.close();
});

test('a connection left inside a transaction is cleaned before the next', async () => {
	const database = new DatabaseSync(':memory:');
	migrate(database);
	const run = createWriteSession(database, { make: () => undefined }, silentLog);
	database.exec("BEGIN; INSERT INTO store VALUES ('stray', 'x')");
	await run((transaction) => writeSample(transaction.in(ORG), sampleRow('a', 1), []));
	assert.equal(singleValue(database, "SELECT count(*) FROM store WHERE name = 'stray'"), 0);
	database.close();
});

test('a thread that a savepoint took back is held no more', async () => {
	await withSmallStore(async (store) => {
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			let handle = 0;
			const part = transaction.savepoint(async () => {
				const create = { reference: () => 'gone' as ThreadReference, day: 1 as Day };
				handle = (await writer.lockThreads(['T/gone'], create))[0]?.handle ?? 0;
				throw new Error('undone');
			});
			await assert.rejects(part, /undone/);
			const write = async () => writer.putDocument(sampleRow('a', 1), undefined, [handle]);
			await assert.rejects(write, /not of this organisation/);
		});
	});
});

test('what is not a database, or cannot be opened, is a fault', async () => {
	await withDatabasePath(async (path) => {
		const nowhere = createSqliteDocumentStore({ path: join(path, 'nowhere', 'x.db'), random });
		await assert.rejects(nowhere, isFault('io'));
		await writeFile(path, 'a text of some length, which no database begins with'.repeat(20));
		await assert.rejects(createSqliteDocumentStore({ path, random }), isFault('io'));
	});
});
