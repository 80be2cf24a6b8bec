import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine, type Engine } from '@navette/engine';
import { engineInvariants } from '@navette/engine/conformance';
import { createService } from '@navette/server';
import { createMemoryNoticeBus } from '@navette/storage';
import { createFirestoreDocumentStore } from '@navette/storage-firestore';
import { withEmulator } from '@navette/storage-firestore/testing';
import { boxesApplication, prepareBoxes } from '../first-light/support/boxes.ts';

/**
 * Point 1: documents in Firestore, on the official emulator where it is found, with the real engine.
 * The conformance of its store is `packages/storage-firestore`.
 */
await withEmulator('1. Firestore', (emulator) => {
	let collections = 0;
	const openStore = (collection = `c${++collections}`) =>
		createFirestoreDocumentStore({
			...{ project: 'navette', collection, emulator: emulator.address },
			...{ random: systemRandom, timers: systemTimers },
		});

	/* the emulator is slow: more of them by hand */
	engineInvariants('1. Firestore', () => openStore(), Number(process.env.NAVETTE_RUNS ?? 3));

	const ORG = 'boxes';
	const caller = () => ({ id: 'packer', rights: [] });

	/** The engine of one server among several. */
	const startServer = async (collection: string): Promise<Engine> => {
		const { catalogue, policy } = createService([boxesApplication]);
		return createEngine({
			...{ store: await openStore(collection), bus: createMemoryNoticeBus() },
			...{ catalogue, policy, clock: systemClock, random: systemRandom, log: silentLog },
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

	test('1. two servers on one Firestore lose no operation and give no version twice', async () => {
		const servers = [await startServer('two'), await startServer('two')];
		const [first] = servers as [Engine, ...Engine[]];
		await prepareBoxes(first);
		const outcomes = await Promise.all(
			Array.from({ length: 60 }, (_, at) => {
				// Each operation reaches both servers, as one does whose answer was lost.
				const server = servers[at % 2] as Engine;
				const number = at >> 1;
				return addOne(server, String(number % 3), `operation-${number}`);
			}),
		);
		assert.ok(outcomes.every((outcome) => outcome.ok));
		const done = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
		const fresh = done.filter(({ repeated }) => !repeated);
		assert.equal(fresh.length, 30, 'each operation ran once');
		const versions = fresh.map(({ commit }) => commit.threads[0]?.version ?? 0);
		assert.equal(new Set(versions).size, 30, 'each operation has its own version');
		assert.equal(Math.max(...versions) - Math.min(...versions), 29, 'none is skipped');
		const boxes = await first.read(ORG, caller, async (source) =>
			ok(await source.list<number>('BOX')),
		);
		assert.deepEqual(boxes.ok && boxes.value.map(({ data }) => data), [10, 10, 10]);
		for (const server of servers) await server.close();
	});
});
