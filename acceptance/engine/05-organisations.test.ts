import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { serve } from '@navette/app-server/serve';
import { ok, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine } from '@navette/engine';
import { createService } from '@navette/server';
import { createMemoryNoticeBus } from '@navette/storage';
import { createPostgresDocumentStore } from '@navette/storage-postgres';
import { startCluster } from '@navette/storage-postgres/testing';
import { createTestClock } from '@navette/testkit';
import { BOX_TOKEN, boxesApplication, prepareBoxes } from '../first-light/support/boxes.ts';
import { startNavette } from '../first-light/support/navette.ts';
import { createKeeper, digestOf } from './support/keeper.ts';
import { prepareShelves, SHELVES_ORG, shelvesApplication } from './support/shelves.ts';

/** Point 5: organisations frozen, closed, deleted, limited; old tombstones; reports with "as of". */
const folder = mkdtempSync(path.join(tmpdir(), 'navette-orgs-'));
const cluster = await startCluster();
after(async () => {
	await cluster.stop();
	rmSync(folder, { recursive: true, force: true });
});

const post = async (url: string, route: string, body: unknown = {}) => {
	const response = await fetch(`${url}/api/boxes/${route}`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${BOX_TOKEN}`,
			'content-type': 'application/json',
			'operation-id': randomUUID(),
		},
		body: JSON.stringify(body),
	});
	return { status: response.status, body: (await response.json()) as Body };
};

interface Body {
	readonly error?: { readonly code: string; readonly detail?: Record<string, unknown> };
	readonly asOf?: number;
	readonly result?: unknown;
	readonly threads: readonly {
		readonly reference: string;
		readonly full?: boolean;
		readonly version: number;
		readonly horizon: number;
		readonly documents: readonly { readonly id: string; readonly deleted?: number }[];
	}[];
}

const startBoxes = async (clock = createTestClock(Date.UTC(2026, 0, 5, 9))) => {
	const started = await serve({
		data: path.join(folder, randomUUID()),
		port: 0,
		log: silentLog,
		clock,
		applications: [boxesApplication],
		prepare: prepareBoxes,
	});
	assert.ok(started.ok);
	return { ...started.value, clock };
};

const SETTINGS = { label: 'Boxes', clockOffset: 0 };

test('5. a frozen organisation is read and not written; a closed one says so and nothing else', async () => {
	const { url, engine, close } = await startBoxes();
	assert.equal((await post(url, 'call/BoxPut', { n: '1' })).status, 200);
	await engine.putOrganisation('boxes', 'frozen', SETTINGS);
	const refused = await post(url, 'call/BoxPut', { n: '2' });
	assert.deepEqual([refused.status, refused.body.error?.code], [423, 'E-FROZEN']);
	const opened = await post(url, 'open', { paths: ['BOXES/'] });
	const reference = opened.body.threads[0]?.reference;
	const pulled = await post(url, 'pull', { threads: [{ reference, since: 0 }] });
	assert.deepEqual(
		pulled.body.threads[0]?.documents.map(({ id }) => id),
		['1'],
	);
	assert.equal((await post(url, 'report/me')).status, 200);
	await engine.putOrganisation('boxes', 'closed', SETTINGS);
	for (const [route, body] of [
		['call/BoxPut', { n: '2' }],
		['open', { paths: ['BOXES/'] }],
		['report/me', {}],
	] as const) {
		const shut = await post(url, route, body);
		assert.deepEqual([shut.status, shut.body.error?.code], [423, 'E-CLOSED'], route);
	}
	await engine.putOrganisation('boxes', 'open', SETTINGS);
	assert.equal((await post(url, 'call/BoxPut', { n: '2' })).status, 200);
	await close();
});

test('5. a report says as of when it was true', async () => {
	const { url, clock, close } = await startBoxes();
	const { body } = await post(url, 'report/me');
	assert.equal(body.asOf, clock.now());
	await close();
});

test('5. tombstones older than they are kept go with the daily work; who comes from below is told all', async () => {
	const { url, engine, tasks, clock, close } = await startBoxes();
	for (const n of ['1', '2', '3']) await post(url, 'call/BoxPut', { n });
	const caller = () => ({ id: 'packer', rights: [] });
	const { threads } = (await post(url, 'open', { paths: ['BOXES/'] })).body;
	const reference = threads[0]?.reference;
	await engine.run({
		org: 'boxes',
		caller,
		async work(context) {
			await context.remove('BOX', { n: '1' });
			return ok(null);
		},
	});
	const pull = async (since: number) =>
		(await post(url, 'pull', { threads: [{ reference, since }] })).body.threads[0];
	const before = await pull(1);
	assert.equal(before?.full, false);
	assert.equal(before?.documents.filter(({ deleted }) => deleted).length, 1);
	clock.advance(364 * 86_400_000);
	await tasks.runDue();
	assert.equal((await pull(1))?.horizon, 0, 'a tombstone is kept for a year');
	clock.advance(40 * 86_400_000);
	await tasks.runDue();
	const after = await pull(1);
	assert.equal(after?.horizon, before?.version);
	assert.equal(after?.full, true);
	assert.deepEqual(after?.documents.map(({ id }) => id).sort(), ['2', '3']);
	assert.equal((await pull(after?.version ?? 0))?.full, false);
	await close();
});

test('5. many uploads at once never pass the limit together, over HTTP', async () => {
	const started = await serve({
		data: path.join(folder, 'shelves'),
		port: 0,
		log: silentLog,
		applications: [shelvesApplication],
		prepare: prepareShelves,
	});
	assert.ok(started.ok);
	const { url, engine, close } = started.value;
	const keeper = createKeeper(url);
	await keeper.put('1', []);
	await engine.quotas.set(SHELVES_ORG, { fileBytes: 10_000 });
	const bytes = Buffer.alloc(3_000, 7);
	const outcomes = await Promise.allSettled(
		Array.from({ length: 10 }, () => keeper.announce('1', bytes.length, digestOf(bytes), 'whole')),
	);
	const codes = outcomes.map((one) => (one.status === 'fulfilled' ? 'ok' : one.reason.message));
	assert.equal(codes.filter((code) => code === 'ok').length, 3);
	assert.equal(codes.filter((code) => code === 'E-QUOTA').length, 7);
	await close();
});

test('5. servers that write at the same time on PostgreSQL never pass the limit together', async () => {
	const url = await cluster.createDatabase();
	const service = createService([boxesApplication]);
	const openEngine = async () =>
		createEngine({
			store: await createPostgresDocumentStore({ url, random: systemRandom, timers: systemTimers }),
			bus: createMemoryNoticeBus(),
			...{ catalogue: service.catalogue, policy: service.policy },
			...{ clock: systemClock, random: systemRandom, log: silentLog, soon: setImmediate },
		});
	const engines = await Promise.all([openEngine(), openEngine(), openEngine()]);
	const [first] = engines;
	assert.ok(first);
	await prepareBoxes(first);
	await first.quotas.set('boxes', { documents: 42 });
	const caller = () => ({ id: 'packer', rights: [] });
	const outcomes = await Promise.all(
		Array.from({ length: 120 }, (_, n) =>
			engines[n % 3]?.run({
				org: 'boxes',
				caller,
				work: async (context) => {
					await context.write('BOX', { n: String(n) }, 1);
					return ok(null);
				},
			}),
		),
	);
	const codes = outcomes.map((one) => (one?.ok ? 'ok' : one?.error.code));
	assert.equal(
		codes.filter((code) => code === 'ok').length,
		40,
		'and the two accesses of the boxes',
	);
	assert.deepEqual([...new Set(codes)].sort(), ['E-QUOTA', 'ok']);
	assert.equal(await first.quotas.recount('boxes'), 0);
	for (const engine of engines) await engine.close();
});

/** Runs the command line in a process; killed after a while when asked. */
const navette = (data: string, words: readonly string[], killAfter?: number) =>
	new Promise<{ code: number | null; out: string }>((resolve) => {
		const child = fork(path.join(import.meta.dirname, '../../apps/cli/src/main.ts'), words, {
			env: { ...process.env, NAVETTE_DATA: data },
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		});
		let out = '';
		child.stdout?.on('data', (part) => {
			out += String(part);
		});
		if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
		child.once('close', (code) => resolve({ code, out }));
	});

test('5. a deletion that is killed goes on; nothing of the organisation is left, its neighbour is whole', async () => {
	const data = path.join(folder, 'deleted');
	const server = await startNavette({ data, demonstration: true });
	const caller = () => ({ id: 'packer', rights: [] });
	await server.engine.putOrganisation('other', 'open', SETTINGS);
	for (let round = 0; round < 40; round++)
		await server.engine.run({
			org: 'demo',
			caller,
			async work(context) {
				for (let n = 0; n < 250; n++)
					await context.defer({ name: 'none', input: {}, at: context.now + 1e12 });
				return ok(null);
			},
		});
	await server.close();
	for (const wait of [450, 520, 600])
		await navette(data, ['org', 'delete', 'demo', '--confirm', 'demo'], wait);
	const { code } = await navette(data, ['org', 'delete', 'demo', '--confirm', 'demo', '--json']);
	assert.ok(code === 0 || code === 1, 'done now, or by one that was killed too late');
	const { out } = await navette(data, ['org', 'list', '--json']);
	assert.deepEqual(
		(JSON.parse(out) as { org: string }[]).map(({ org }) => org),
		['other'],
	);
	const files = path.join(data, 'files', 'demo');
	assert.ok(!existsSync(files) || readdirSync(files).length === 0);
});
