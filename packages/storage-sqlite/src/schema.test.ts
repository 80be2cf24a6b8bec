import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { createSeededRandom } from '@navette/testkit';
import { openWriteConnection } from './connection.ts';
import { MIGRATIONS, migrate, SCHEMA } from './schema.ts';
import { singleValue } from './sql.ts';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';
import { withDatabasePath } from './testing/temporary-folder.ts';

const tablesOf = (database: DatabaseSync) =>
	singleValue(database, "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'");

test('migrations run once each, in order', () => {
	const database = new DatabaseSync(':memory:');
	migrate(database, ['CREATE TABLE a (x)']);
	migrate(database, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)', 'CREATE TABLE c (x)']);
	assert.equal(tablesOf(database), 'a,b,c');
	assert.equal(singleValue(database, 'PRAGMA user_version'), 3);
	database.close();
});

test('a migration that fails leaves the file as the one before left it', () => {
	const database = new DatabaseSync(':memory:');
	const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)'];
	assert.throws(() => migrate(database, steps), /nowhere/);
	assert.equal(tablesOf(database), 'a');
	assert.equal(singleValue(database, 'PRAGMA user_version'), 1);
	assert.equal(database.isTransaction, false);
	database.close();
});

test('a file of a later schema is refused in words, and left untouched', async () => {
	await withDatabasePath(async (path) => {
		const later = new DatabaseSync(path);
		later.exec(`CREATE TABLE future (x); PRAGMA user_version = ${SCHEMA + 1}`);
		later.close();
		const opened = createSqliteDocumentStore({ path, random: createSeededRandom(1) });
		const words = new RegExp(`schema ${SCHEMA + 1}, this version knows ${SCHEMA}: upgrade`);
		await assert.rejects(opened, words);
		const again = new DatabaseSync(path);
		assert.equal(tablesOf(again), 'future');
		again.close();
	});
});

test('a write connection is durable: WAL, and the disk is waited for at each commit', async () => {
	await withDatabasePath(async (path) => {
		const database = openWriteConnection(path);
		assert.equal(singleValue(database, 'PRAGMA journal_mode'), 'wal');
		assert.equal(singleValue(database, 'PRAGMA synchronous'), 2);
		assert.equal(singleValue(database, 'PRAGMA foreign_keys'), 1);
		database.close();
	});
});

test('answers remembered by an earlier version are remembered', () => {
	const database = new DatabaseSync(':memory:');
	migrate(database, MIGRATIONS.slice(0, 2));
	database.exec(`INSERT INTO organisation (handle, org) VALUES (7, 'coop');
		INSERT INTO answer (org, operation, day, answer) VALUES (7, 'b', 2, x'02'), (7, 'a', 1, x'01')`);
	migrate(database);
	const all = "SELECT group_concat(org || operation || day || hex(answer), ' ') FROM answer";
	assert.equal(singleValue(database, all), '7a101 7b202');
	assert.equal(singleValue(database, 'PRAGMA user_version'), SCHEMA);
	database.close();
});

test('every table is strict', () => {
	const database = new DatabaseSync(':memory:');
	migrate(database);
	const loose =
		"SELECT count(*) FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'";
	assert.equal(singleValue(database, loose), 0);
	database.close();
});
