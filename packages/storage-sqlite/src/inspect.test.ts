import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { StorageFault } from '@navette/storage';
import { createSeededRandom } from '@navette/testkit';
import { inspectSqlite } from './inspect.ts';
import { SCHEMA } from './schema.ts';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';
import { withDatabasePath } from './testing/temporary-folder.ts';

test('a file is looked at while its store is open', () =>
	withDatabasePath(async (path) => {
		const store = await createSqliteDocumentStore({ path, random: createSeededRandom(1) });
		const seen = inspectSqlite(path);
		assert.equal(seen.schema, SCHEMA);
		assert.equal(seen.epoch, store.epoch);
		assert.ok(seen.tables.includes('document'));
		assert.deepEqual(
			seen.tables.flatMap((table) => seen.check(table)),
			[],
		);
		assert.throws(() => seen.check('x"); DROP TABLE store; --'), /no table/);
		seen.close();
		await store.close();
	}));

test('what is no database says so', () =>
	withDatabasePath(async (path) => {
		writeFileSync(path, 'this is a letter, not a database'.repeat(100));
		assert.throws(() => inspectSqlite(path), StorageFault);
	}));
