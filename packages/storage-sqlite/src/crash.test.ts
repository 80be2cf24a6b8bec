import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { systemRandom } from '@navette/core';
import type { KeyText } from '@navette/model';
import type { DocumentReader } from '@navette/storage';
import { singleValue } from './sql.ts';
import { createSqliteDocumentStore } from './sqlite-document-store.ts';
import { ORG } from './testing/sample.ts';
import { withDatabasePath } from './testing/temporary-folder.ts';

const CHILD = fileURLToPath(import.meta.resolve('./testing/crash-child.ts'));
const KILLS = 10;

const startChild = (...parameters: string[]): ChildProcess =>
	spawn(process.execPath, [CHILD, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });

/** The numbers a child printed, all of them, killed a moment after the `after`-th. */
const printedUntilKilled = async (child: ChildProcess, after: number): Promise<number[]> => {
	assert.ok(child.stdout);
	const printed: number[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		printed.push(Number(line));
		if (printed.length === after) child.kill('SIGKILL');
	}
	return printed;
};

/** Checks that the transactions 1 to n are there whole, and nothing else; answers n. */
const checkWhole = async (reader: DocumentReader): Promise<number> => {
	const counter = await reader.document('NOTE', 'counter' as KeyText);
	const last = counter?.version ?? 0;
	const versions = Array.from({ length: last }, (_, at) => at + 1);
	const expectChanges = async (path: string, expected: readonly string[]) => {
		const thread = await reader.thread(path);
		assert.equal(thread?.version ?? 0, last);
		const rows = thread ? await reader.changes(thread.handle, { after: 0 }) : [];
		for (const row of rows) assert.equal(row.data?.[0], row.version % 256);
		assert.deepEqual(new Set(rows.map((row) => `${row.id}@${row.version}`)), new Set(expected));
		assert.equal(rows.length, expected.length);
	};
	const a = versions.map((version) => `a${version}@${version}`);
	const b = versions.map((version) => `b${version}@${version}`);
	await expectChanges('T/a', a);
	await expectChanges('T/b', b);
	await expectChanges('T/all', [...a, ...b, ...(last > 0 ? [`counter@${last}`] : [])]);
	return last;
};

const inspect = async (path: string): Promise<number> => {
	const store = await createSqliteDocumentStore({ path, random: systemRandom });
	try {
		return await store.snapshot(ORG, checkWhole);
	} finally {
		await store.close();
	}
};

const checkFile = (path: string): void => {
	const database = new DatabaseSync(path, { readOnly: true });
	assert.equal(singleValue(database, 'PRAGMA integrity_check'), 'ok');
	database.close();
};

test('a process killed at any moment loses nothing it acknowledged, and leaves nothing half', async () => {
	await withDatabasePath(async (path) => {
		for (let kill = 0; kill < KILLS; kill++) {
			const after = 1 + ((kill * 37) % 90);
			const printed = await printedUntilKilled(startChild(path), after);
			const found = await inspect(path);
			const acknowledged = printed.at(-1) ?? 0;
			assert.ok(found >= acknowledged, `${acknowledged} acknowledged, ${found} found`);
			assert.ok(found <= acknowledged + 1, `${acknowledged} acknowledged, ${found} found`);
		}
		checkFile(path);
	});
});

test('two processes on one file take turns and lose nothing', async () => {
	await withDatabasePath(async (path) => {
		await (await createSqliteDocumentStore({ path, random: systemRandom })).close();
		const children = [startChild(path, '40'), startChild(path, '40')];
		await Promise.all(
			children.map(async (child) => {
				child.stdout?.resume();
				const [code] = await once(child, 'close');
				assert.equal(code, 0);
			}),
		);
		assert.equal(await inspect(path), 80);
		checkFile(path);
	});
});
