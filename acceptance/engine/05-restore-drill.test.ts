import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { serve } from '@navette/app-server/serve';
import { createSession } from '@navette/client';
import { ok, silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine } from '@navette/engine';
import { createMemoryLocalStore, type LocalStore } from '@navette/local-store';
import { createService } from '@navette/server';
import {
	completeKeyRings,
	createSiteCipher,
	createSiteKeys,
	textToKeyRings,
} from '@navette/site-keys';
import { createMemoryNoticeBus, sealDocumentStore } from '@navette/storage';
import { createPostgresDocumentStore } from '@navette/storage-postgres';
import { startCluster } from '@navette/storage-postgres/testing';
import { boxesApplication } from '../first-light/support/boxes.ts';
import { createKeeper, type Keeper } from './support/keeper.ts';
import {
	KEEPER_TOKEN,
	prepareShelves,
	SHELVES_ORG,
	shelvesApplication,
} from './support/shelves.ts';

/** Point 5: a backup taken while it serves, put back; what devices hold follows. */
const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'navette-drill-'));
const cluster = await startCluster();
after(async () => {
	await cluster.stop();
	rmSync(folder, { recursive: true, force: true });
});

const navette = (data: string, ...words: string[]) =>
	new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
		const env = { ...process.env, NAVETTE_DATA: data, NAVETTE_DEMO: 'off' };
		const given = [path.join(repository, 'apps/cli/src/main.ts'), ...words];
		execFile(process.execPath, given, { env }, (error, out, err) =>
			resolve({ code: error ? Number(error.code) : 0, said: `${out}${err}` }),
		);
	});

const open = async (data: string, port = 0) => {
	const started = await serve({
		...{ data, port, log: silentLog, applications: [shelvesApplication] },
		...(existsSync(path.join(data, 'navette.sqlite')) ? {} : { prepare: prepareShelves }),
		rates: { perToken: 1_000_000, refusalsPerAddress: 1_000 },
	});
	if (!started.ok) throw new Error(started.error);
	const { url, close } = started.value;
	return { url, close, keeper: createKeeper(url) };
};

const until = async (what: string, isSo: () => boolean): Promise<void> => {
	for (const end = Date.now() + 20_000; !isSo(); ) {
		if (Date.now() > end) throw new Error(`never happened: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
};

/** A device of the keeper, over what it kept. */
const openDevice = async (url: string, store: LocalStore) => {
	const session = await createSession({
		...{ org: SHELVES_ORG, baseUrl: url, token: KEEPER_TOKEN, store },
		catalogue: createService([shelvesApplication]).catalogue,
		...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
	});
	const shelves = session.watch('SHELVES/');
	return {
		session,
		/** Puts on each shelf, by its number. */
		shown: () =>
			Object.fromEntries(
				[...shelves.get().documents('SHELF')].map(([id, { data }]) => [id, data as number]),
			),
		upToDate: () => until('up to date', () => session.sync.get().kind === 'up-to-date'),
	};
};

const putTimes = async (keeper: Keeper, n: string, times: number) => {
	for (let time = 0; time < times; time++) await keeper.put(n, []);
};

/** Puts on each living shelf, as a device that held nothing reads them. */
const readInFull = async (url: string) => {
	const device = await openDevice(url, await createMemoryLocalStore({ log: silentLog }));
	await device.upToDate();
	const found = device.shown();
	await device.session.close();
	return found;
};

test('5. a backup is taken while it serves, put back elsewhere, and devices that were ahead follow', async () => {
	const [first, second, backup] = ['first', 'second', 'backup'].map((name) =>
		path.join(folder, name),
	) as [string, string, string];
	const server = await open(first);
	const { url, keeper } = server;
	const bytes = Buffer.from('a page of a book '.repeat(10_000));
	await keeper.put('1', [await keeper.upload('1', 'a.txt', bytes)]);
	await putTimes(keeper, '2', 2);
	await putTimes(keeper, '3', 3);
	const [keptByOne, keptByTwo] = await Promise.all(
		[1, 2].map(() => createMemoryLocalStore({ log: silentLog })),
	);
	assert.ok(keptByOne && keptByTwo);
	const one = await openDevice(url, keptByOne);
	const two = await openDevice(url, keptByTwo);
	await Promise.all([one.upToDate(), two.upToDate()]);

	const writing = putTimes(keeper, 'busy', 30);
	const taken = await navette(first, 'backup', '--to', backup);
	assert.equal(taken.code, 0, taken.said);
	assert.match(taken.said, /1 organisations, \d+ rows, \d+ files; every row was opened/);
	await writing;
	await putTimes(keeper, '2', 5);
	await keeper.drop('3');
	await putTimes(keeper, 'lost', 1);
	await until('one is ahead', () => one.shown().lost === 1 && one.shown()['2'] === 7);
	await until('two is ahead', () => two.shown().lost === 1);
	await one.session.close();
	await server.close();
	const queued = await two.session.queue('ShelfPut', { n: 'waits', attach: [], detach: [] });
	assert.ok(queued.ok, 'kept on the device while there is no server');
	renameSync(first, `${first}.lost`);

	const withoutKeys = await navette(second, 'restore', '--from', backup);
	assert.match(withoutKeys.said, /copy of the site keys in .*second.site-keys first/);
	copyFileSync(path.join(`${first}.lost`, 'site-keys'), path.join(second, 'site-keys'));
	const restored = await navette(second, 'restore', '--from', backup);
	assert.equal(restored.code, 0, restored.said);
	assert.match(restored.said, /Everything is as of .*compare everything once/s);
	assert.match(
		(await navette(second, 'restore', '--from', backup)).said,
		/a database in .* already/,
	);

	const port = Number(new URL(url).port);
	const again = await open(second, port);
	await until('two sent what waited', () => two.session.outbox.get().length === 0);
	await until('two follows', () => two.shown().lost === undefined && two.shown().waits === 1);
	const expected = await readInFull(url);
	assert.deepEqual(
		[expected['2'], expected['3'], expected.lost, expected.waits],
		[2, 3, undefined, 1],
	);
	assert.deepEqual(two.shown(), expected);
	// versions go on from an earlier one: they meet those that devices held before
	await putTimes(again.keeper, '2', 6);
	await until('two hears', () => two.shown()['2'] === 8);
	const oneAgain = await openDevice(url, keptByOne);
	await oneAgain.upToDate();
	assert.deepEqual(oneAgain.shown(), await readInFull(url));
	const [file] = (await again.keeper.named()).get('1') ?? [];
	const content = await again.keeper.read('1', file?.fid ?? '');
	assert.deepEqual(Buffer.from(await content.arrayBuffer()), bytes);
	await Promise.all([oneAgain.session.close(), two.session.close()]);
	await again.close();

	const rings = (data: string) => {
		const read = textToKeyRings(readFileSync(path.join(data, 'site-keys'), 'utf8'));
		return read.ok ? read.value : assert.fail(read.error);
	};
	const [before, now] = [rings(`${first}.lost`), rings(second)];
	assert.deepEqual(now.data, before.data);
	assert.notDeepEqual(now.pin, before.pin, 'what a PIN opened in the backup opens no more');
});

test('5. a backup is brought up to date; one that is damaged, or of other keys, is refused', async () => {
	const [data, backup, other] = ['tended', 'tended-backup', 'other'].map((name) =>
		path.join(folder, name),
	) as [string, string, string];
	const server = await open(data);
	const { keeper } = server;
	await keeper.put('1', [await keeper.upload('1', 'a.txt', Buffer.from('one'))]);
	assert.equal((await navette(data, 'backup', '--to', backup)).code, 0);
	await keeper.put('2', [await keeper.upload('2', 'b.txt', Buffer.from('two'))]);
	const again = await navette(data, 'backup', '--to', backup, '--json');
	assert.equal(again.code, 0, again.said);
	await server.close();
	mkdirSync(other, { recursive: true });
	const foreign = completeKeyRings({}, systemRandom);
	assert.ok(foreign.data);
	const elsewhere = await open(path.join(folder, 'elsewhere'));
	await elsewhere.close();
	copyFileSync(path.join(folder, 'elsewhere', 'site-keys'), path.join(other, 'site-keys'));
	const wrongKeys = await navette(other, 'restore', '--from', backup);
	assert.equal(wrongKeys.code, 1);
	assert.match(wrongKeys.said, /cannot be opened with the keys of this site.*Nothing was changed/s);
	copyFileSync(path.join(data, 'site-keys'), path.join(other, 'site-keys'));
	const database = new DatabaseSync(path.join(backup, 'navette.sqlite'));
	database.exec("UPDATE document SET data = zeroblob(60) WHERE id = '2'");
	database.close();
	const damaged = await navette(other, 'restore', '--from', backup);
	assert.match(damaged.said, /SHELF 2\).*Nothing was changed/s);
	assert.ok(!existsSync(path.join(other, 'navette.sqlite')));
	assert.match((await navette(other, 'restore', '--from', folder)).said, /no finished backup/);
	assert.match((await navette(other, 'restore')).said, /--from FOLDER, or --in-place/);
	assert.match((await navette(data, 'backup', '--to', data)).said, /holds something else/);
	const inPlace = await navette(data, 'restore', '--in-place');
	assert.match(inPlace.said, /history of the data starts anew/);
});

test('5. PostgreSQL: pg_dump while it is written, pg_restore, a history of its own', async () => {
	const keys = createSiteKeys(() => rings, systemRandom);
	const rings = completeKeyRings({}, systemRandom);
	const openEngine = async (url: string, restored = false) => {
		const store = await createPostgresDocumentStore({
			url,
			restored,
			random: systemRandom,
			timers: systemTimers,
		});
		const cipher = createSiteCipher(() => keys.for('data').ring(), systemRandom);
		const { catalogue, policy } = createService([boxesApplication]);
		return createEngine({
			store: sealDocumentStore(store, cipher),
			bus: createMemoryNoticeBus(),
			...{ catalogue, policy, clock: systemClock, random: systemRandom, log: silentLog },
			soon: setImmediate,
		});
	};
	const caller = () => ({ id: 'packer', rights: [] });
	const [from, to] = [await cluster.createDatabase(), await cluster.createDatabase()];
	const engine = await openEngine(from);
	await engine.putOrganisation('boxes', 'open', { label: 'Boxes', clockOffset: 0 });
	const put = async (n: string) => {
		const work = async (context: Parameters<Parameters<typeof engine.run>[0]['work']>[0]) => {
			await context.write('BOX', { n: `${n}a` }, n);
			await context.write('BOX', { n: `${n}b` }, n);
			return ok(null);
		};
		assert.ok((await engine.run({ org: 'boxes', caller, work })).ok);
	};
	for (let n = 0; n < 20; n++) await put(`before${n}`);
	let isOver = false;
	const writing = (async () => {
		for (let n = 0; !isOver; n++) await put(`during${n}`);
	})();
	const run = promisify(execFile);
	const dump = path.join(folder, 'boxes.dump');
	await run(path.join(cluster.programs, 'pg_dump'), ['--format=custom', `--file=${dump}`, from]);
	isOver = true;
	await writing;
	await run(path.join(cluster.programs, 'pg_restore'), ['--no-owner', `--dbname=${to}`, dump]);
	const again = await openEngine(to, true);
	const opened = await engine.open('boxes', caller, ['BOXES/']);
	const reopened = await again.open('boxes', caller, ['BOXES/']);
	assert.ok(opened.ok && reopened.ok);
	assert.notEqual(reopened.value.epoch, opened.value.epoch);
	const boxes = await again.read('boxes', caller, async (source) => ok(await source.list('BOX')));
	assert.ok(boxes.ok);
	const names = new Set(boxes.value.map(({ key }) => key.n ?? ''));
	for (let n = 0; n < 20; n++) assert.ok(names.has(`before${n}a`));
	for (const name of names)
		assert.ok(
			names.has(name.replace(/[ab]$/, 'a')) && names.has(name.replace(/[ab]$/, 'b')),
			'no half of an operation',
		);
	await Promise.all([engine.close(), again.close()]);
});
