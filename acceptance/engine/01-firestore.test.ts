import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { ok, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine, type Engine } from '@navette/engine';
import { engineInvariants } from '@navette/engine/conformance';
import { createService } from '@navette/server';
import { completeKeyRings, keyRingsToText } from '@navette/site-keys';
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
	engineInvariants('1. Firestore', () => openStore(), 2);

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

	test('1. a site is kept in Firestore by configuration, and the doctor reaches it', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'navette-firestore-'));
		const environment = {
			...{ NAVETTE_DOCUMENTS: 'firestore', NAVETTE_FIRESTORE_PROJECT: 'navette-site' },
			...{ NAVETTE_DATA: folder, NAVETTE_FILES_FOLDER: folder, NAVETTE_NOTICES: 'memory' },
			NAVETTE_SITE_KEYS: keyRingsToText(completeKeyRings({}, systemRandom)),
			FIRESTORE_EMULATOR_HOST: emulator.address,
		};
		const navette = async (words: readonly string[], others = {}): Promise<string> => {
			const main = path.join(import.meta.dirname, '../../apps/cli/src/main.ts');
			const child = spawn(process.execPath, [main, ...words], {
				env: { ...process.env, ...environment, ...others },
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			return text(child.stdout);
		};
		try {
			assert.match(await navette(['org', 'create', 'north', '--label', 'North']), /is open/);
			const well = await navette(['doctor']);
			assert.match(well, /✔ Firestore: reached, epoch [0-9a-f]{32}; an emulator, at 127/);
			const ill = await navette(['doctor'], { FIRESTORE_EMULATOR_HOST: '127.0.0.1:1' });
			assert.match(
				ill,
				/✖ Firestore: nothing answers at 127\.0\.0\.1:1.*\n {4}Check FIRESTORE_EMUL/,
			);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
