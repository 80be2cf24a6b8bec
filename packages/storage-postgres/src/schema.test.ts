import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createLine } from './connection.ts';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { SCHEMA, withMigrated } from './schema.ts';
import { startCluster } from './testing/cluster.ts';
import { countingOptions, sampleRow, writeSample } from './testing/sample.ts';

const cluster = await startCluster();
after(() => cluster.stop());

const TABLES = `SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class
	WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`;

const tablesOf = async (url: string) => (await cluster.sql(TABLES, url))[0]?.[0];

const migrateWith = async (url: string, migrations: readonly string[]): Promise<void> => {
	const line = createLine(url);
	try {
		await withMigrated(await line.session(), async () => undefined, migrations);
	} finally {
		await line.close();
	}
};

test('migrations run once each, in order', async () => {
	const url = await cluster.createDatabase();
	await migrateWith(url, ['CREATE TABLE a (x int)']);
	await migrateWith(url, ['CREATE TABLE a (x int)', 'CREATE TABLE b (x int)']);
	assert.equal(await tablesOf(url), 'a,b,store');
});

test('a migration that fails leaves the database as the one before left it', async () => {
	const url = await cluster.createDatabase();
	const steps = [
		'CREATE TABLE a (x int)',
		'CREATE TABLE b (x int); INSERT INTO nowhere VALUES (1)',
	];
	await assert.rejects(migrateWith(url, steps), /nowhere/);
	assert.equal(await tablesOf(url), 'a,store');
});

test('many processes that open a new database at once prepare it once', async () => {
	const url = await cluster.createDatabase();
	const { options } = countingOptions();
	const stores = await Promise.all(
		Array.from({ length: 6 }, () => createPostgresDocumentStore({ ...options, url })),
	);
	assert.equal(new Set(stores.map((store) => store.epoch)).size, 1);
	await Promise.all(stores.map((store) => store.close()));
});

test('a database of a later schema is refused in words, and left untouched', async () => {
	const url = await cluster.createDatabase();
	const { options } = countingOptions();
	await (await createPostgresDocumentStore({ ...options, url })).close();
	const before = await tablesOf(url);
	await cluster.sql(`UPDATE store SET value = '${SCHEMA + 1}' WHERE name = 'schema'`, url);
	const words = new RegExp(`schema ${SCHEMA + 1}, this version knows ${SCHEMA}: upgrade`);
	await assert.rejects(createPostgresDocumentStore({ ...options, url }), words);
	assert.equal(await tablesOf(url), before);
});

test('a database that does not keep texts in UTF-8 is refused in words', async () => {
	await cluster.sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
	const url = (await cluster.createDatabase()).replace(/[^/]*$/, 'latin');
	const { options } = countingOptions();
	await assert.rejects(createPostgresDocumentStore({ ...options, url }), /LATIN1.* UTF8/);
});

test('every text that is compared is compared by its bytes', async () => {
	const url = await cluster.createDatabase();
	const { options } = countingOptions();
	await (await createPostgresDocumentStore({ ...options, url })).close();
	const loose = await cluster.sql(
		`SELECT i.indexrelid::regclass, a.attname FROM pg_index i
			JOIN pg_attribute a ON a.attrelid = i.indexrelid
			JOIN pg_class c ON c.oid = i.indexrelid AND c.relnamespace = 'public'::regnamespace
			WHERE a.attcollation NOT IN (0, (SELECT oid FROM pg_collation WHERE collname = 'C'))`,
		url,
	);
	assert.deepEqual(loose, []);
});

test('a connection waits for the disk at each commit, whatever the default of the server', async () => {
	const url = await cluster.createDatabase();
	const line = createLine(`${url}?options=-csynchronous_commit%3Doff`);
	const session = await line.session();
	const shown = { name: 'shown', text: 'SHOW synchronous_commit' };
	assert.deepEqual((await session.run(shown)).rows, [['on']]);
	await line.close();
});

test('a sealed document of 300 bytes in two threads takes a bounded place', async (t) => {
	const url = await cluster.createDatabase();
	const count = 5_000;
	const { options } = countingOptions();
	const store = await createPostgresDocumentStore({ ...options, url });
	const sizeOf = async () =>
		Number((await cluster.sql('SELECT pg_database_size(current_database())', url))[0]?.[0]);
	const empty = await sizeOf();
	await store.transaction(async (transaction) => {
		for (let at = 0; at < count; at++) {
			const id = `group${at % 50}.note${String(at).padStart(6, '0')}`;
			const paths = [`GROUP/group${at % 50}`, `USER/user${at % 70}`];
			await writeSample(transaction.in('acme'), sampleRow(id, at + 1, 300), paths);
		}
	});
	const perDocument = ((await sizeOf()) - empty) / count;
	t.diagnostic(`${Math.round(perDocument)} bytes per document`);
	assert.ok(perDocument <= 1_000, `${perDocument} bytes per document`);
	await store.close();
});
