import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { serve } from '@navette/app-server/serve';
import { openStores, type SiteStores } from '@navette/app-server/site-stores';
import {
	type ArchiveSource,
	type ArchiveTarget,
	type ExportNote,
	exportOrganisation,
	importOrganisation,
	isAsInArchive,
} from '@navette/archive';
import { createBucket, startCeph } from '@navette/blobs-s3/testing';
import { createSession } from '@navette/client';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { generateSealingKey } from '@navette/crypto';
import { createMemoryLocalStore, type LocalStore } from '@navette/local-store';
import { createService } from '@navette/server';
import { completeKeyRings, keyRingsToText } from '@navette/site-keys';
import { startCluster } from '@navette/storage-postgres/testing';
import { createKeeper } from './support/keeper.ts';
import {
	KEEPER_TOKEN,
	prepareShelves,
	SHELVES_ORG,
	shelvesApplication,
} from './support/shelves.ts';

/** Point 5: one organisation, carried between SQLite and PostgreSQL, folder and S3, code and keys. */
const folder = mkdtempSync(path.join(tmpdir(), 'navette-carried-'));
const [cluster, ceph] = await Promise.all([startCluster(), startCeph()]);
after(async () => {
	await Promise.all([cluster.stop(), ceph.stop()]);
	rmSync(folder, { recursive: true, force: true });
});
let made = 0;
const nextName = (name: string): string => path.join(folder, `${name}-${++made}`);

type Options = Parameters<typeof openStores>[0];
type Providers = NonNullable<Options['providers']>;

/** Where the data of a site stand. */
interface Place {
	readonly data: string;
	readonly providers: Providers;
	/** Keys of its own; those of the folder when absent. */
	readonly siteKeys: string | undefined;
}

const onThisMachine = (): Place => ({
	data: nextName('site'),
	siteKeys: undefined,
	providers: {
		documents: { store: 'sqlite' },
		files: { store: 'folder', folder: undefined },
		notices: { bus: 'memory' },
	},
});

const onTheNetwork = async (): Promise<Place> => {
	const { endpoint, region, bucket, accessKeyId, secretAccessKey } = await createBucket(ceph);
	const url = await cluster.createDatabase();
	return {
		data: nextName('site'),
		siteKeys: keyRingsToText(completeKeyRings({}, systemRandom)),
		providers: {
			documents: { store: 'postgres', url },
			files: { store: 's3', endpoint, region, bucket, accessKeyId, secretAccessKey },
			notices: { bus: 'memory' },
		},
	};
};

const parts = {
	...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
};

const serveAt = async (place: Place, isNew: boolean) => {
	const started = await serve({
		...{ ...place, port: 0, log: silentLog, applications: [shelvesApplication] },
		...(isNew ? { prepare: prepareShelves } : {}),
		rates: { perToken: 1_000_000, refusalsPerAddress: 1_000 },
	});
	if (!started.ok) throw new Error(started.error);
	return started.value;
};

const withStores = async <T>(
	place: Place,
	work: (stores: SiteStores) => Promise<T>,
): Promise<T> => {
	const opened = await openStores({ ...place, ...parts });
	if (!opened.ok) throw new Error(opened.error);
	try {
		return await work(opened.value);
	} finally {
		await opened.value.store.close();
		await opened.value.blobs.close();
		opened.value.release();
	}
};

const openFile = async (name: string) => {
	const handle = await open(name, 'a+');
	let { size } = await handle.stat();
	const file: ArchiveTarget = {
		get size() {
			return size;
		},
		async read(at, length) {
			const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, at);
			return buffer.subarray(0, bytesRead);
		},
		async append(bytes) {
			await handle.appendFile(bytes);
			size += bytes.length;
		},
		async truncate(to) {
			await handle.truncate(to);
			size = to;
		},
		sync: () => handle.sync(),
	};
	return { file, close: () => handle.close() };
};

const createNote = (): ExportNote => {
	let key: Uint8Array | undefined;
	return {
		read: async () => key,
		async write(given) {
			key = given.slice();
		},
		async erase() {
			key = undefined;
		},
	};
};

const { catalogue } = createService([shelvesApplication]);
const pair = generateSealingKey({ random: systemRandom });

const exportFrom = (place: Place, org: string, name: string) =>
	withStores(place, async ({ store, blobs }) => {
		const { file, close } = await openFile(name);
		const deps = { store, blobs, catalogue, file, note: createNote(), to: pair.publicKey };
		const done = await exportOrganisation({ ...deps, ...parts }, org);
		await close();
		assert.ok(done.ok, JSON.stringify(done));
		return done.value.manifest;
	});

const importInto = (place: Place, name: string, org: string) =>
	withStores(place, async ({ store, blobs }) => {
		const { file, close } = await openFile(name);
		const source: ArchiveSource = file;
		const deps = { store, blobs, catalogue, random: systemRandom, file: source, key: pair };
		const done = await importOrganisation(deps, { org, status: 'open' });
		const isSame = done.ok && (await isAsInArchive({ store, catalogue }, org, done.value.manifest));
		await close();
		return { done, isSame };
	});

const setStatus = (place: Place, org: string, status: 'frozen' | 'closed') =>
	withStores(place, ({ store }) =>
		store.transaction(async (transaction) => {
			const row = (await transaction.in(org).organisation()) ?? assert.fail();
			await transaction.in(org).putOrganisation({ ...row, status });
		}),
	);

const until = async (what: string, isSo: () => boolean): Promise<void> => {
	for (const end = Date.now() + 20_000; !isSo(); ) {
		if (Date.now() > end) throw new Error(`never happened: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
};

const openDevice = async (baseUrl: string, org: string, store: LocalStore) => {
	const session = await createSession({
		...{ org, baseUrl, token: KEEPER_TOKEN, store, catalogue },
		...{ clock: systemClock, random: systemRandom, timers: systemTimers, log: silentLog },
	});
	const shelves = session.watch('SHELVES/');
	return {
		session,
		shown: () =>
			Object.fromEntries(
				[...shelves.get().documents('SHELF')].map(([id, { data }]) => [id, data as number]),
			),
	};
};

const CONTENTS = new Map(['1', '2', '3'].map((n) => [n, randomBytes(70_000 + Number(n))]));

/** Shelves with files, a deleted one, one that was put many times. */
const fill = async (url: string) => {
	const keeper = createKeeper(url);
	for (const [n, bytes] of CONTENTS) await keeper.put(n, [await keeper.upload(n, 'a.bin', bytes)]);
	for (let time = 0; time < 5; time++) await keeper.put('often', []);
	await keeper.put('gone', [await keeper.upload('gone', 'b.bin', randomBytes(10))]);
	await keeper.drop('gone');
};

const EXPECTED = { '1': 1, '2': 1, '3': 1, often: 5 };

/** Carries an organisation there and back, under the eyes of a device that goes on. */
const carry = async (from: Place, to: Place) => {
	const server = await serveAt(from, true);
	await fill(server.url);
	const kept = await createMemoryLocalStore({ log: silentLog });
	const device = await openDevice(server.url, SHELVES_ORG, kept);
	await until('the device follows', () => device.shown().often === 5);
	await server.close();
	const queued = await device.session.queue('ShelfPut', { n: 'waits', attach: [], detach: [] });
	assert.ok(queued.ok);
	await device.session.close();

	await setStatus(from, SHELVES_ORG, 'frozen');
	const name = nextName('archive');
	const manifest = await exportFrom(from, SHELVES_ORG, name);
	const { contents, documents, tombstones } = manifest.counts;
	assert.deepEqual([contents, tombstones], [3, 1]);
	assert.ok(documents >= 6 && !readFileSync(name).includes('SHELF'));
	const { done, isSame } = await importInto(to, name, SHELVES_ORG);
	assert.ok(done.ok, JSON.stringify(done));
	assert.ok(isSame, 'row by row as in the archive');
	await setStatus(from, SHELVES_ORG, 'closed');

	const there = await serveAt(to, false);
	const again = await openDevice(there.url, SHELVES_ORG, kept);
	await until('what waited is done', () => again.session.outbox.get().length === 0);
	await until('up to date', () => again.session.sync.get().kind === 'up-to-date');
	assert.deepEqual(again.shown(), { ...EXPECTED, waits: 1 });
	const keeper = createKeeper(there.url);
	for (const [n, [file]] of await keeper.named()) {
		const content = await keeper.read(n, file?.fid ?? '');
		if (file) assert.deepEqual(Buffer.from(await content.arrayBuffer()), CONTENTS.get(n));
	}
	await keeper.put('often', []);
	await until('it goes on', () => again.shown().often === 6);
	await again.session.close();
	await there.close();
};

test('5. from SQLite and a folder to PostgreSQL and S3, other keys: devices lose nothing', async () =>
	carry(onThisMachine(), await onTheNetwork()));

test('5. from PostgreSQL and S3 to SQLite and a folder, other keys: devices lose nothing', async () =>
	carry(await onTheNetwork(), onThisMachine()));

test('5. under another code beside others; damaged, nothing appears; the same archive on both reads the same', async () => {
	const from = onThisMachine();
	const server = await serveAt(from, true);
	await fill(server.url);
	await server.close();
	const name = nextName('archive');
	const manifest = await exportFrom(from, SHELVES_ORG, name);
	const bad = nextName('bad');
	const bytes = readFileSync(name);
	bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
	writeFileSync(bad, bytes);
	const network = await onTheNetwork();
	for (const place of [from, network]) {
		const refused = await importInto(place, bad, 'second');
		assert.equal(refused.done.ok ? '' : refused.done.error.code, 'damaged');
		const before = await withStores(place, ({ store }) => store.organisations());
		assert.ok(!before.includes('second'));
		const { done, isSame } = await importInto(place, name, 'second');
		assert.ok(done.ok && isSame);
		assert.deepEqual(done.value.manifest, manifest);
		assert.equal((await importInto(place, name, 'second')).done.ok, false, 'there already');
	}
	const back = nextName('archive');
	assert.deepEqual((await exportFrom(network, 'second', back)).rows, manifest.rows);
});
