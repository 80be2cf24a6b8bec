import assert from 'node:assert/strict';
import { copyFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { createSeededRandom } from '@navette/testkit';
import { createLogRoom } from './log-room.ts';
import { singleValue } from './sql.ts';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';
import { ORG, sampleIds, sampleRow, writeSample } from './testing/sample.ts';
import { withDatabasePath } from './testing/temporary-folder.ts';

const MEBIBYTE = 2 ** 20;
const random = createSeededRandom(1);

const sizeOf = (path: string): number => statSync(`${path}-wal`).size;

test('a log that has grown is lengthened ahead, and a kill loses nothing that it holds', async () => {
	await withDatabasePath(async (path) => {
		const store = await createSqliteDocumentStore({ path, random });
		const names: string[] = [];
		for (let n = 1; n <= 24; n++) {
			const name = `n${String(n).padStart(2, '0')}`;
			names.push(name);
			await store.transaction((t) => writeSample(t.in(ORG), sampleRow(name, n, 100_000), ['T/1']));
		}
		/* 2.4 MB were written; the log has room for as much again */
		assert.ok(sizeOf(path) >= 4 * MEBIBYTE, `${sizeOf(path)} bytes`);
		const as = `${path}-as-killed`;
		copyFileSync(path, as);
		copyFileSync(`${path}-wal`, `${as}-wal`);
		await store.close();
		const again = await createSqliteDocumentStore({ path: as, random });
		assert.deepEqual(await again.snapshot(ORG, sampleIds), names);
		await again.close();
		const database = new DatabaseSync(as);
		assert.equal(singleValue(database, 'PRAGMA integrity_check'), 'ok');
		database.close();
	});
});

test('a log is doubled when it was outgrown, from one mebibyte on, and never beyond what it may have', async () => {
	await withDatabasePath(async (path) => {
		const room = createLogRoom(path, 5 * MEBIBYTE);
		const madeFrom = (size: number): number => {
			writeFileSync(`${path}-wal`, new Uint8Array(size));
			room.make();
			return sizeOf(path);
		};
		room.make();
		assert.equal(madeFrom(MEBIBYTE - 1), MEBIBYTE - 1);
		assert.equal(madeFrom(MEBIBYTE + 10), 2 * MEBIBYTE + 20);
		room.make();
		assert.equal(sizeOf(path), 2 * MEBIBYTE + 20, 'not outgrown yet');
		assert.equal(madeFrom(3 * MEBIBYTE), 5 * MEBIBYTE);
		assert.equal(madeFrom(6 * MEBIBYTE), 6 * MEBIBYTE);
	});
});

test('a disk without room keeps the log as it is, and is not asked again', async () => {
	await withDatabasePath(async (path) => {
		let asked = 0;
		const full = (): number => {
			asked++;
			throw new Error('ENOSPC');
		};
		const room = createLogRoom(path, 16 * MEBIBYTE, full);
		writeFileSync(`${path}-wal`, new Uint8Array(2 * MEBIBYTE));
		room.make();
		room.make();
		assert.deepEqual([sizeOf(path), asked], [2 * MEBIBYTE, 1]);
	});
});
