import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ReadableStream } from 'node:stream/web';
import { after, test } from 'node:test';
import { serve } from '@navette/app-server/serve';
import { createFsBlobStore } from '@navette/blobs-fs';
import { createS3BlobStore } from '@navette/blobs-s3';
import { createBucket, startCeph } from '@navette/blobs-s3/testing';
import { silentLog, systemClock, systemRandom, systemTimers } from '@navette/core';
import { createEngine } from '@navette/engine';
import { fileHistories, fileInvariants } from '@navette/engine/conformance';
import { createServer, createService } from '@navette/server';
import { createMemoryDocumentStore, createMemoryNoticeBus } from '@navette/storage';
import { createSqliteDocumentStore } from '@navette/storage-sqlite';
import { createKeeper, digestOf, type Keeper, type ShelfFile } from './support/keeper.ts';
import {
	KEEPER_TOKEN,
	prepareShelves,
	SHELVES_ORG,
	STRANGER_TOKEN,
	shelvesApplication,
} from './support/shelves.ts';

/** Point 3: files in two phases, invariant 6 at every instant. */
const folder = mkdtempSync(path.join(tmpdir(), 'navette-files-'));
const ceph = await startCeph();
after(async () => {
	await ceph.stop();
	rmSync(folder, { recursive: true, force: true });
});
let folders = 0;
const newFolder = () => path.join(folder, String(++folders));

const openFolder = async () => {
	const place = newFolder();
	const blobs = await createFsBlobStore({
		folder: place,
		random: systemRandom,
		segmentBytes: 1_000,
	});
	const store = await createSqliteDocumentStore({
		path: path.join(place, 'store.sqlite'),
		random: systemRandom,
	});
	return {
		store,
		blobs,
		async checkRests() {
			for (const name of ['.incoming', '.uploads'])
				assert.deepEqual(await readdir(path.join(place, name)), [], `rests in ${name}`);
		},
		async destroy() {
			await store.close();
			rmSync(place, { recursive: true });
		},
	};
};

fileInvariants('3. SQLite and a folder', openFolder, 4);
fileHistories('3. SQLite and a folder', openFolder, 10);
fileInvariants(
	'3. S3',
	async () => {
		const blobs = createS3BlobStore(await createBucket(ceph));
		const store = createMemoryDocumentStore({ random: systemRandom });
		return { store, blobs, destroy: () => blobs.close() };
	},
	13,
);

/** A server in a process of its own. */
const startProcess = async (data: string): Promise<{ child: ChildProcess; url: string }> => {
	const child = fork(path.join(import.meta.dirname, 'support/shelves-process.ts'), [data]);
	const [url] = (await once(child, 'message')) as [string];
	return { child, url };
};

const stop = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
	const ended = once(child, 'exit');
	child.kill(signal);
	await ended;
};

const contentOf = (seed: number): Uint8Array =>
	Uint8Array.from({ length: 1 + ((seed * 7_919) % 90_000) }, (_, at) => (at * seed) % 256);

/** Attaches, replaces and drops files without a pause until the server dies; notes what was answered. */
const workUntilKilled = async (
	keeper: Keeper,
	n: string,
	acknowledged: Map<string, ShelfFile | undefined>,
	heard: () => void,
): Promise<void> => {
	try {
		for (let round = 1; ; round++) {
			const file = await keeper.upload(n, 'file', contentOf(round + n.length * 31));
			acknowledged.delete(n);
			await keeper.put(n, [file]);
			acknowledged.set(n, file);
			heard();
			if (round % 5 > 0) continue;
			acknowledged.delete(n);
			await keeper.drop(n);
			acknowledged.set(n, undefined);
			heard();
		}
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
	}
};

/** Invariant 6 through the API: what is named is there, and has its digest. */
const checkNamed = async (keeper: Keeper): Promise<ReadonlyMap<string, readonly ShelfFile[]>> => {
	const named = await keeper.named();
	for (const [n, files] of named)
		for (const file of files) {
			const answer = await keeper.read(n, file.fid);
			assert.equal(answer.status, 200, `invariant 6: ${n}/${file.name} can be read`);
			const bytes = new Uint8Array(await answer.arrayBuffer());
			assert.equal(bytes.length, file.size);
			assert.equal(digestOf(bytes), file.digest, 'invariant 6: it has its digest');
		}
	return named;
};

test('3. a server killed at any moment loses no file it acknowledged, and keeps no other', async () => {
	const data = newFolder();
	for (const kill of [3, 17, 40, 8, 26]) {
		const { child, url } = await startProcess(data);
		const acknowledged = new Map<string, ShelfFile | undefined>();
		let count = 0;
		const heard = () => {
			if (++count === kill) child.kill('SIGKILL');
		};
		const ended = once(child, 'exit');
		const keepers = ['a', 'bb', 'ccc', 'dddd'].map((n) =>
			workUntilKilled(createKeeper(url), n, acknowledged, heard),
		);
		await Promise.all(keepers);
		await ended;
		const again = await startProcess(data);
		const named = await checkNamed(createKeeper(again.url));
		for (const [n, file] of acknowledged)
			assert.deepEqual(
				(named.get(n) ?? []).map(({ fid }) => fid),
				file ? [file.fid] : [],
				`what was answered about ${n} holds`,
			);
		await stop(again.child, 'SIGTERM');
	}
	const later = await serve({
		data,
		port: 0,
		log: silentLog,
		applications: [shelvesApplication],
		clock: { now: () => systemClock.now() + 86_400_001 },
	});
	assert.ok(later.ok);
	await later.value.engine.maintain(SHELVES_ORG);
	const named = await checkNamed(createKeeper(later.value.url));
	await later.value.close();
	const expected = [...named.values()].flat().map((file) => file.fid);
	const kept = await readdir(path.join(data, 'files'), { recursive: true, withFileTypes: true });
	const names = kept.filter((entry) => entry.isFile()).map((entry) => entry.name);
	assert.deepEqual(names.sort(), expected.sort(), 'a day later only what is named is on the disk');
});

const GIBIBYTE = 2 ** 30;

async function* bytesOf(size: number): AsyncGenerator<Uint8Array> {
	const part = Uint8Array.from({ length: 2 ** 20 }, (_, at) => at % 251);
	for (let left = size; left > 0; left -= part.length)
		yield part.subarray(0, Math.min(left, part.length));
}

/** Most memory a process ever held, bytes. */
const peakOf = (child: ChildProcess): number =>
	Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1_024;

test('3. a gibibyte goes in and out with flat memory', async (t) => {
	const hash = createHash('sha256');
	for await (const part of bytesOf(GIBIBYTE)) hash.update(part);
	const digest = hash.digest('base64url');
	const { child, url } = await startProcess(newFolder());
	const keeper = createKeeper(url);
	await keeper.put('big', [await keeper.upload('big', 'small', contentOf(1))]);
	const before = peakOf(child);
	const { fid } = await keeper.announce('big', GIBIBYTE, digest, 'whole');
	await keeper.sendBytes(`files/${fid}/content`, ReadableStream.from(bytesOf(GIBIBYTE)));
	const received = peakOf(child);
	await keeper.put('big', [{ fid, name: 'big', type: 'video/mp4', size: GIBIBYTE, digest }]);
	const answer = await keeper.read('big', fid);
	const readBack = createHash('sha256');
	for await (const part of answer.body ?? []) readBack.update(part);
	assert.equal(readBack.digest('base64url'), digest);
	const sent = peakOf(child);
	await stop(child, 'SIGTERM');
	const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);
	t.diagnostic(`peak MiB: ${[before, received, sent].map(mebibytes).join(' → ')}`);
	assert.ok(sent - before < 160 * 2 ** 20, 'a sixth of the file at most');
});

test('3. an upload in segments resumes after the server was killed', async () => {
	const data = newFolder();
	const first = await startProcess(data);
	const size = 20 * 2 ** 20;
	const parts: Uint8Array[] = [];
	for await (const part of bytesOf(size)) parts.push(part);
	const bytes = Buffer.concat(parts);
	const keeper = createKeeper(first.url);
	const { fid, segmentBytes } = await keeper.announce('n', size, digestOf(bytes), 'segments');
	const segment = (number: number) =>
		bytes.subarray((number - 1) * segmentBytes, number * segmentBytes);
	await keeper.sendBytes(`files/${fid}/segment/1`, segment(1));
	await stop(first.child, 'SIGKILL');
	const second = await startProcess(data);
	const again = createKeeper(second.url);
	const { missing } = await again.post<{ missing: number[] }>(`files/${fid}/state`, {});
	assert.deepEqual(missing, [2, 3]);
	for (const number of missing)
		await again.sendBytes(`files/${fid}/segment/${number}`, segment(number));
	await again.post(`files/${fid}/complete`, {});
	const file = {
		fid,
		name: 'n.bin',
		type: 'application/octet-stream',
		size,
		digest: digestOf(bytes),
	};
	await again.put('n', [file]);
	const part = await again.read('n', fid, {
		range: `bytes=${segmentBytes - 2}-${segmentBytes + 1}`,
	});
	assert.equal(part.status, 206);
	const expected = bytes.subarray(segmentBytes - 2, segmentBytes + 2);
	assert.deepEqual(Buffer.from(await part.arrayBuffer()), expected);
	await stop(second.child, 'SIGTERM');
});

test('3. who may not read the document reads no file of it, by no way', async () => {
	const started = await serve({
		data: newFolder(),
		port: 0,
		log: silentLog,
		applications: [shelvesApplication],
		prepare: prepareShelves,
	});
	assert.ok(started.ok);
	const { url } = started.value;
	const [keeper, stranger] = [createKeeper(url), createKeeper(url, STRANGER_TOKEN)];
	const file = await keeper.upload('n', 'a.txt', contentOf(5));
	await keeper.put('n', [file]);
	assert.equal((await stranger.read('n', file.fid)).status, 404);
	const asked = { type: 'SHELF', id: 'n', fid: file.fid };
	await assert.rejects(stranger.post('files/address', asked), /E-FILE/);
	await assert.rejects(stranger.post(`files/${file.fid}/state`, {}), /E-FILE/);
	const address = await keeper.post<{ url: string }>('files/address', asked);
	const followed = await fetch(`${url}${address.url}`);
	assert.equal(digestOf(new Uint8Array(await followed.arrayBuffer())), file.digest);
	assert.match(followed.headers.get('content-disposition') ?? '', /^attachment; .*a\.txt/);
	await keeper.drop('n');
	assert.equal(
		(await fetch(`${url}${address.url}`)).status,
		404,
		'a link opens no file that is gone',
	);
	await started.value.close();
});

test('3. on S3 the bytes go straight to the store and back, by signed addresses', async () => {
	const service = createService([shelvesApplication]);
	const { catalogue, policy } = service;
	const bus = createMemoryNoticeBus();
	const common = { bus, clock: systemClock, random: systemRandom, log: silentLog };
	const engine = createEngine({
		...common,
		catalogue,
		policy,
		store: createMemoryDocumentStore({ random: systemRandom }),
		blobs: createS3BlobStore(await createBucket(ceph)),
		soon: setImmediate,
	});
	await prepareShelves(engine);
	const server = createServer({ ...common, service, engine, timers: systemTimers });
	const post = async <T>(route: string, body: unknown, headers = {}): Promise<T> => {
		const answer = await server.fetch(
			new Request(`http://localhost/api/${SHELVES_ORG}/${route}`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${KEEPER_TOKEN}`,
					'content-type': 'application/json',
					...headers,
				},
				body: JSON.stringify(body),
			}),
		);
		return (await answer.json()) as T;
	};
	const bytes = contentOf(11);
	const announced = { size: bytes.length, digest: digestOf(bytes) };
	const wish = { type: 'SHELF', key: { n: 's' }, ...announced, way: 'signed' };
	interface Signed {
		fid: string;
		request: { url: string; headers: Record<string, string> };
	}
	const { fid, request } = await post<Signed>('files/preload', wish);
	const put = (body: Uint8Array) =>
		fetch(request.url, { method: 'PUT', headers: request.headers, body: Buffer.from(body) });
	assert.equal((await put(contentOf(12))).ok, false, 'other bytes are refused by the store');
	const early = await post<{ error?: { code: string } }>(`files/${fid}/complete`, {});
	assert.equal(early.error?.code, 'E-FILE-PARTS');
	assert.ok((await put(bytes)).ok);
	assert.equal((await post<{ ready?: boolean }>(`files/${fid}/complete`, {})).ready, true);
	const file = { fid, name: 'é.txt', type: 'text/plain', ...announced };
	const input = { n: 's', attach: [file], detach: [] };
	await post('call/ShelfPut', input, { 'operation-id': 'signed-0123456789' });
	assert.equal((await put(bytes)).ok, false, 'what is there is not written over');
	const address = await post<{ url: string }>('files/address', { type: 'SHELF', id: 's', fid });
	const answer = await fetch(address.url);
	assert.equal(digestOf(new Uint8Array(await answer.arrayBuffer())), announced.digest);
	assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; .*%C3%A9\.txt/);
	server.close();
	await engine.close();
});
