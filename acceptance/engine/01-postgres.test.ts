import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine, type Engine } from '@navette/engine';
import { engineInvariants } from '@navette/engine/conformance';
import { createService } from '@navette/server';
import { createMemoryNoticeBus } from '@navette/storage';
import { createPostgresDocumentStore } from '@navette/storage-postgres';
import { startCluster } from '@navette/storage-postgres/testing';
import { boxesApplication, prepareBoxes } from '../first-light/support/boxes.ts';

/** Point 1: documents in PostgreSQL, on a real server, with the real engine. */
const cluster = await startCluster();
after(() => cluster.stop());

const openStore = (url: string) =>
	createPostgresDocumentStore({ url, random: systemRandom, timers: systemTimers });

engineInvariants('1. PostgreSQL', async () => openStore(await cluster.createSchema()), 30);

const ORG = 'boxes';
const caller = () => ({ id: 'packer', rights: [] });

/** The engine of one server among several. */
const startServer = async (url: string): Promise<Engine> => {
	const { catalogue, policy } = createService([boxesApplication]);
	return createEngine({
		store: await openStore(url),
		bus: createMemoryNoticeBus(),
		catalogue,
		policy,
		clock: systemClock,
		random: systemRandom,
		log: silentLog,
		soon: setImmediate,
	});
};

/** Adds one to a box, once for a given operation id; answers what the operation answers. */
const addOne = (engine: Engine, n: string, operation: string) =>
	engine.run({
		org: ORG,
		caller,
		identity: { operation, fingerprintFor: () => new Uint8Array(16) },
		async work(context) {
			const count = ((await context.read<number>('BOX', { n })) ?? 0) + 1;
			await context.write('BOX', { n }, count);
			return ok(count);
		},
	});

const withServers = async (work: (servers: readonly Engine[]) => Promise<void>): Promise<void> => {
	const url = await cluster.createDatabase();
	const servers = await Promise.all([startServer(url), startServer(url), startServer(url)]);
	try {
		await prepareBoxes(servers[0] as Engine);
		await work(servers);
	} finally {
		await Promise.all(servers.map((server) => server.close()));
	}
};

test('1. three servers on one PostgreSQL lose no operation and give no version twice', () =>
	withServers(async (servers) => {
		const all = Array.from({ length: 300 }, (_, at) =>
			addOne(servers[at % 3] as Engine, String(at % 4), `operation-${at}`),
		);
		const outcomes = await Promise.all(all);
		assert.ok(outcomes.every((outcome) => outcome.ok));
		const versions = outcomes.map((outcome) => outcome.ok && outcome.value.commit.threads[0]);
		const numbers = versions.map((change) => (change ? change.version : 0));
		assert.equal(new Set(numbers).size, 300, 'each operation has its own version');
		assert.equal(Math.max(...numbers) - Math.min(...numbers), 299, 'none is skipped');
		for (const server of servers) {
			const boxes = await server.read(ORG, caller, async (source) =>
				ok(await source.list<number>('BOX')),
			);
			assert.deepEqual(boxes.ok && boxes.value.map((box) => box.data), [75, 75, 75, 75]);
		}
	}));

test('1. an operation repeated on another server at the same time runs once', () =>
	withServers(async (servers) => {
		const outcomes = await Promise.all(
			Array.from({ length: 30 }, (_, at) =>
				addOne(servers[at % 3] as Engine, 'once', `operation-${at % 10}`),
			),
		);
		const fresh = outcomes.filter((outcome) => outcome.ok && !outcome.value.repeated);
		assert.ok(outcomes.every((outcome) => outcome.ok));
		assert.equal(fresh.length, 10);
		const boxes = await (servers[0] as Engine).read(ORG, caller, async (source) =>
			ok(await source.read<number>('BOX', { n: 'once' })),
		);
		assert.equal(boxes.ok && boxes.value, 10);
	}));
