import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { type Log, ok, systemClock, systemRandom } from '@navette/core';
import { createEngine, type Engine } from '@navette/engine';
import { createService } from '@navette/server';
import { createSiteCipher, type KeyRing, newKeyRing } from '@navette/site-keys';
import { createMemoryNoticeBus, sealDocumentStore } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { boxesApplication } from '../first-light/support/boxes.ts';

/** Point 4: at rest, on a real database file that somebody else gets hold of. */
const CANARY = 'canary-7f3a-in-every-document';
const packer = () => ({ id: 'packer', rights: [] });

interface World {
	readonly engine: Engine;
	readonly file: string;
	readonly lines: string[];
	ring: KeyRing;
}

const withWorld = async (work: (world: World) => Promise<void>): Promise<void> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'navette-rest-'));
	const file = path.join(folder, 'navette.sqlite');
	const lines: string[] = [];
	const note = (event: string, fields?: object) =>
		void lines.push(`${event} ${JSON.stringify(fields)}`);
	const log: Log = { info: note, warn: note, error: note };
	const keys = { ring: newKeyRing(systemRandom) };
	const sqlite = await createSqliteDocumentStore({ path: file, random: systemRandom });
	const service = createService([boxesApplication]);
	const engine = createEngine({
		store: sealDocumentStore(
			sqlite,
			createSiteCipher(() => keys.ring, systemRandom),
		),
		bus: createMemoryNoticeBus(),
		catalogue: service.catalogue,
		policy: service.policy,
		clock: systemClock,
		random: systemRandom,
		log,
		soon: setImmediate,
	});
	try {
		await engine.putOrganisation('boxes', 'open', { label: CANARY, clockOffset: 0 });
		await work({
			engine,
			file,
			lines,
			get ring() {
				return keys.ring;
			},
			set ring(ring) {
				keys.ring = ring;
			},
		});
	} finally {
		await engine.close();
		rmSync(folder, { recursive: true, force: true });
	}
};

const put = async (engine: Engine, n: string, text = `${CANARY} ${n}`) => {
	const done = await engine.run({
		org: 'boxes',
		caller: packer,
		identity: {
			operation: `operation-${n}-${text.length}`,
			fingerprintFor: () => new Uint8Array(16),
		},
		work: async (context) => {
			await context.write('BOX', { n }, text);
			return ok(text);
		},
	});
	assert.ok(done.ok);
};

const read = async (engine: Engine, n: string): Promise<unknown> => {
	const outcome = await engine.read('boxes', packer, async (source) =>
		ok(await source.read('BOX', { n })),
	);
	return outcome.ok ? outcome.value : outcome.error.code;
};

const withDatabase = (file: string, work: (database: DatabaseSync) => void): void => {
	const database = new DatabaseSync(file);
	database.exec('PRAGMA busy_timeout = 5000');
	work(database);
	database.close();
};

const dataOf = (database: DatabaseSync, id: string): Uint8Array =>
	(database.prepare('SELECT data FROM document WHERE id = ?').get(id) as { data: Uint8Array }).data;

test('4. the database, its log and its answers show nothing of what is written', () =>
	withWorld(async ({ engine, file }) => {
		for (const n of ['1', '2', '3']) await put(engine, n);
		const folder = path.dirname(file);
		const names = readdirSync(folder);
		assert.ok(names.some((name) => name.endsWith('-wal')));
		for (const name of names)
			assert.ok(!readFileSync(path.join(folder, name)).includes(CANARY), `${name} is blind`);
		assert.equal(await read(engine, '2'), `${CANARY} 2`);
	}));

test('4. a row moved or altered by somebody with the database is refused and reported, alone', () =>
	withWorld(async ({ engine, file, lines }) => {
		for (const n of ['1', '2', '3']) await put(engine, n);
		withDatabase(file, (database) => {
			const change = database.prepare('UPDATE document SET data = ? WHERE id = ?');
			change.run(dataOf(database, '2'), '1');
			const altered = Uint8Array.from(dataOf(database, '2'));
			altered[20] = (altered[20] ?? 0) ^ 1;
			change.run(altered, '2');
		});
		assert.equal(await read(engine, '1'), 'E-DAMAGED', 'another row in its place');
		assert.equal(await read(engine, '2'), 'E-DAMAGED', 'a bit changed');
		assert.equal(await read(engine, '3'), `${CANARY} 3`, 'the others are read');
		await put(engine, '4');
		const reported = lines.filter((line) => line.startsWith('row-damaged'));
		assert.equal(reported.length, 2);
		assert.ok(!reported.join().includes(CANARY));
	}));

test('4. an older value of a row put back is refused, for its version is bound', () =>
	withWorld(async ({ engine, file }) => {
		await put(engine, '1', 'old');
		let older = new Uint8Array();
		withDatabase(file, (database) => {
			older = Uint8Array.from(dataOf(database, '1'));
		});
		await put(engine, '1', 'newer');
		withDatabase(file, (database) => {
			database.prepare('UPDATE document SET data = ? WHERE id = ?').run(older, '1');
		});
		assert.equal(await read(engine, '1'), 'E-DAMAGED');
	}));

test('4. without its key the store opens nothing', () =>
	withWorld(async (world) => {
		await put(world.engine, '1');
		world.ring = newKeyRing(systemRandom);
		assert.equal(await read(world.engine, '1'), 'E-DAMAGED');
	}));
