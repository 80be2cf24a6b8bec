import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { type Day, systemRandom } from '@navette/core';
import type { KeyText } from '@navette/model';
import { type DocumentStore, StorageFault } from '@navette/storage';
import { backupSqlite } from './backup.ts';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';
import { sampleRow } from './testing/sample.ts';

const DAY = 20260115 as Day;

/** Two answers at once: a copy has both or none. */
const writePair = (store: DocumentStore, n: number): Promise<void> =>
	store.transaction(async (transaction) => {
		for (const half of ['a', 'b'])
			await transaction.in('acme').putAnswer(`${n}${half}`, DAY, Uint8Array.of(n));
	});

const namesIn = (store: DocumentStore): Promise<readonly string[]> =>
	store.snapshot('acme', async (reader) =>
		(await reader.answers({ limit: 10_000 })).map(({ operation }) => operation),
	);

test('a copy taken while a store is written is one of its states, and begins a history of its own', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-backup-'));
	const [from, to] = [path.join(folder, 'from.sqlite'), path.join(folder, 'to.sqlite')];
	const store = await createSqliteDocumentStore({ path: from, random: systemRandom });
	await writePair(store, 0);
	let isOver = false;
	const writing = (async () => {
		for (let n = 1; !isOver; n++) {
			await writePair(store, n);
			await new Promise((resolve) => setImmediate(resolve));
		}
	})();
	for (let round = 0; round < 5; round++) {
		await new Promise((resolve) => setImmediate(resolve));
		backupSqlite(from, to);
		const copy = await createSqliteDocumentStore({
			path: to,
			random: systemRandom,
			readOnly: true,
		});
		const names = await namesIn(copy);
		assert.equal(copy.epoch, store.epoch);
		assert.equal(statSync(to).mode & 0o777, 0o600);
		assert.ok(names.length >= 2);
		for (const name of names)
			assert.ok(names.includes(name.replace(/.$/, 'a')) && names.includes(name.replace(/.$/, 'b')));
		await copy.close();
	}
	isOver = true;
	await writing;
	const restored = await createSqliteDocumentStore({
		path: to,
		random: systemRandom,
		restored: true,
	});
	assert.notEqual(restored.epoch, store.epoch);
	await writePair(restored, -1);
	await restored.close();
	const bytes = readFileSync(from).length;
	assert.ok(bytes > 0, 'the store itself is as it was');
	await store.close();
	assert.throws(() => backupSqlite(path.join(folder, 'none.sqlite'), to), StorageFault);
	rmSync(folder, { recursive: true });
});

test('a store opened beside another only reads', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-beside-'));
	const file = path.join(folder, 'store.sqlite');
	const store = await createSqliteDocumentStore({ path: file, random: systemRandom });
	const beside = await createSqliteDocumentStore({
		path: file,
		random: systemRandom,
		readOnly: true,
	});
	await writePair(store, 1);
	assert.deepEqual(await namesIn(beside), ['1a', '1b']);
	assert.equal(beside.epoch, store.epoch);
	await assert.rejects(writePair(beside, 2), StorageFault);
	await Promise.all([store.close(), beside.close()]);
	const absent = createSqliteDocumentStore({
		...{ path: path.join(folder, 'none.sqlite'), random: systemRandom, readOnly: true },
	});
	await assert.rejects(absent, StorageFault);
	rmSync(folder, { recursive: true });
});

test('what is never copied is not in a copy, nor in its free pages; the store keeps it', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-left-out-'));
	const [from, to] = [path.join(folder, 'from.sqlite'), path.join(folder, 'to.sqlite')];
	const store = await createSqliteDocumentStore({ path: from, random: systemRandom });
	const secret = 'never to be copied, whatever happens';
	await store.transaction(async (transaction) => {
		for (let n = 0; n < 40; n++) {
			const row = { ...sampleRow(`s${n}`, 1), type: 'SECRET', data: Buffer.from(secret.repeat(9)) };
			await transaction.in('acme').putDocument(row, undefined, []);
			await transaction.in('acme').putDocument(sampleRow(`n${n}`, 1), undefined, []);
		}
	});
	backupSqlite(from, to);
	assert.ok(readFileSync(to).includes(secret), 'it would be found');
	backupSqlite(from, to, ['SECRET', 'ABSENT']);
	assert.ok(!readFileSync(to).includes(secret));
	const copy = await createSqliteDocumentStore({ path: to, random: systemRandom, readOnly: true });
	const count = (kept: DocumentStore, type: string) =>
		kept.snapshot('acme', async (reader) => (await reader.documentsOfType(type)).length);
	assert.deepEqual([await count(copy, 'SECRET'), await count(copy, 'NOTE')], [0, 40]);
	const found = await copy.snapshot('acme', (reader) => reader.document('NOTE', 'n7' as KeyText));
	assert.equal(found?.id, 'n7');
	assert.equal(await count(store, 'SECRET'), 40);
	await copy.close();
	await store.close();
	rmSync(folder, { recursive: true });
});
