import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { KeyText } from '@navette/model';
import type { DocumentStore } from '@navette/storage';
import { createPostgresDocumentStore } from './postgres-document-store.ts';
import { startCluster } from './testing/cluster.ts';
import { countingOptions, countOf, ORG } from './testing/sample.ts';

const CHILD = fileURLToPath(import.meta.resolve('./testing/hammer-process.ts'));
const PROCESSES = 8;
const EACH = 40;

const cluster = await startCluster({ isDurable: true });
after(() => cluster.stop());

const startChild = (...parameters: string[]): ChildProcess =>
	spawn(process.execPath, [CHILD, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });

/** The lines a child prints until it ends. */
const linesOf = async (child: ChildProcess): Promise<string[]> => {
	assert.ok(child.stdout);
	const lines: string[] = [];
	for await (const line of createInterface({ input: child.stdout })) lines.push(line);
	return lines;
};

/** Follows the hot thread as a device does, page after page, until told to stop. */
const follow = (store: DocumentStore) => {
	const seen: number[] = [];
	let isOver = false;
	let since = 0;
	const pull = (): Promise<void> =>
		store.snapshot(ORG, async (reader) => {
			const thread = await reader.thread('T/hot');
			if (!thread) return;
			const rows = await reader.changes(thread.handle, { after: since, upTo: thread.version });
			seen.push(...rows.map((row) => row.version));
			assert.equal(rows.at(-1)?.version ?? since, thread.version, 'a thread has its versions');
			since = thread.version;
		});
	const running = (async () => {
		while (!isOver) await pull();
		await pull();
	})();
	return {
		async end(): Promise<readonly number[]> {
			isOver = true;
			await running;
			return seen;
		},
	};
};

const oneTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

test('eight processes on hot threads: no deadlock, no version twice, none missed by a reader', async (t) => {
	const url = await cluster.createDatabase();
	const { options } = countingOptions();
	const store = await createPostgresDocumentStore({ ...options, url });
	const reader = follow(store);
	const children = oneTo(PROCESSES).map((name) => startChild(url, String(name), String(EACH)));
	const lines = (await Promise.all(children.map(linesOf))).flat();
	const versions = lines.filter((line) => /^\d+$/.test(line)).map(Number);
	const conflicts = lines.filter((line) => line.startsWith('conflicts '));
	t.diagnostic(`${conflicts.map((line) => line.slice(10)).join('+')} attempts ran again`);
	const total = PROCESSES * EACH;
	assert.deepEqual(await reader.end(), oneTo(total), 'every version, once, in order');
	assert.deepEqual(
		versions.sort((a, b) => a - b),
		oneTo(total),
	);
	assert.equal(conflicts.length, PROCESSES);
	const counter = await store.snapshot(ORG, (r) => r.document('COUNT', 'counter' as KeyText));
	assert.equal(countOf(counter), total, 'no update is lost');
	const [[deadlocks] = []] = await cluster.sql('SELECT sum(deadlocks) FROM pg_stat_database');
	assert.equal(Number(deadlocks), 0);
	await store.close();
});

test('a process killed at any moment loses nothing acknowledged and leaves nothing half', async () => {
	const url = await cluster.createDatabase();
	const { options } = countingOptions();
	const acknowledged = new Set<number>();
	for (const [round, killAfter] of [3, 17, 30].entries()) {
		const child = startChild(url, String(round));
		assert.ok(child.stdout);
		let printed = 0;
		for await (const line of createInterface({ input: child.stdout })) {
			acknowledged.add(Number(line));
			if (++printed === killAfter) child.kill('SIGKILL');
		}
		if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	}
	const store = await createPostgresDocumentStore({ ...options, url });
	await store.transaction(async (transaction) => {
		const thread = await transaction.in(ORG).thread('T/hot');
		assert.ok(thread);
		const rows = await transaction.in(ORG).changes(thread.handle, { after: 0 });
		assert.deepEqual(
			rows.map((row) => row.version),
			oneTo(thread.version),
		);
		for (const version of acknowledged) assert.ok(version <= thread.version);
		const counter = await transaction.in(ORG).document('COUNT', 'counter' as KeyText);
		assert.equal(countOf(counter), thread.version);
	});
	await store.close();
});

test('a server killed while it is written to keeps what it acknowledged', async () => {
	const url = await cluster.createDatabase();
	const { options } = countingOptions();
	const child = startChild(url, '0');
	assert.ok(child.stdout);
	let last = 0;
	let crashed: Promise<void> | undefined;
	for await (const line of createInterface({ input: child.stdout })) {
		last = Math.max(last, Number(line));
		if (last >= 20) crashed ??= cluster.crash();
	}
	assert.ok(crashed, 'the server was killed');
	await crashed;
	if (child.exitCode === null) await once(child, 'exit');
	assert.equal(child.exitCode, 3, 'the writer met a fault of the store');
	const store = await createPostgresDocumentStore({ ...options, url });
	const version = await store.snapshot(ORG, async (r) => (await r.thread('T/hot'))?.version ?? 0);
	assert.ok(version >= last, `${last} acknowledged, ${version} found`);
	await store.close();
});
