import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type BlobPath,
	type BlobStore,
	blobPathOf,
	CLIENT_SEALED,
	createMemoryBlobStore,
	DamagedRow,
	sealBlobStore,
} from '@navette/storage';
import { blobStoreConformance } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import fc from 'fast-check';
import { createContentCipher } from './content-cipher.ts';
import { newKeyRing, retireFromKeyRing, rotateKeyRing } from './key-ring.ts';

const random = createSeededRandom(11);
const PART = 65_536;
const PLAIN = PART - 33;

const createWorld = () => {
	const state = { ring: newKeyRing(random) };
	const inner = createMemoryBlobStore({ segmentBytes: 3 * PART });
	const store = sealBlobStore(
		inner,
		createContentCipher(() => state.ring, random),
	);
	return { state, inner, store };
};

blobStoreConformance('sealed contents', async () => {
	const { store } = createWorld();
	return { store, destroy: () => store.close() };
});

const path = blobPathOf('acme', 'a.b', 'f'.repeat(22));

async function* streamOf(bytes: Uint8Array) {
	yield bytes;
}

const readAll = async (store: BlobStore, at: BlobPath, range?: { start: number; end: number }) => {
	const parts: Uint8Array[] = [];
	for await (const part of (await store.read(at, range)) ?? []) parts.push(part);
	return Buffer.concat(parts);
};

const put = async (store: BlobStore, at: BlobPath, size: number) => {
	const bytes = createSeededRandom(size + 1).bytes(size);
	await store.put(at, streamOf(bytes), size);
	return bytes;
};

test('any range of any content is read as it was written, and the store sees nothing of it', () =>
	fc.assert(
		fc.asyncProperty(
			fc.constantFrom(0, 1, PLAIN - 1, PLAIN, PLAIN + 1, 2 * PLAIN, 2 * PLAIN + 5, 200_000),
			fc.nat(),
			fc.nat(),
			async (size, a, b) => {
				const { inner, store } = createWorld();
				const bytes = await put(store, path, size);
				const [start = 0, end = 0] = [a % (size + 1), b % (size + 1)].sort((x, y) => x - y);
				const read = await readAll(store, path, { start, end });
				assert.ok(Buffer.from(bytes.subarray(start, end)).equals(read));
				assert.equal(await store.stat(path), size);
				const stored = await readAll(inner, path);
				assert.equal(stored.length, size + 33 * Math.max(1, Math.ceil(size / PLAIN)));
				if (size > 64) assert.ok(!stored.includes(Buffer.from(bytes.subarray(0, 32))));
			},
		),
		{ numRuns: 60 },
	));

test('altered, cut, longer, with parts exchanged, or of another content: refused, never handed out', async () => {
	const { inner, store } = createWorld();
	await put(store, path, 3 * PLAIN);
	const stored = await readAll(inner, path);
	const parts = [0, 1, 2].map((n) => stored.subarray(n * PART, (n + 1) * PART));
	const [one = stored, two = stored, three = stored] = parts;
	const bad = Buffer.from(stored);
	bad[PART + 100] = (bad[PART + 100] ?? 0) ^ 1;
	const other = blobPathOf('acme', 'a.b', 'g'.repeat(22));
	for (const [at, bytes, why] of [
		[path, bad, 'a bit'],
		[path, Buffer.concat([one, two]), 'cut at a part'],
		[path, stored.subarray(0, -5), 'cut within a part'],
		[path, Buffer.concat([one, two, three, three]), 'longer'],
		[path, Buffer.concat([two, one, three]), 'exchanged'],
		[path, Buffer.alloc(10), 'no sealed content'],
		[other, stored, 'another content'],
		[blobPathOf('other', 'a.b', 'f'.repeat(22)), stored, 'another organisation'],
	] as const) {
		await inner.put(at, streamOf(bytes), bytes.length);
		await assert.rejects(readAll(store, at), DamagedRow, why);
	}
	await inner.put(path, streamOf(bad), bad.length);
	assert.equal(
		(await readAll(store, path, { start: 0, end: 10 })).length,
		10,
		'parts before it open',
	);
	const range = { start: PLAIN, end: PLAIN + 1 };
	await assert.rejects(store.read(path, range), DamagedRow, 'before anything is handed out');
});

test('contents are sealed again by a new key, once; the old one may then retire', async () => {
	const { state, store } = createWorld();
	const bytes = await put(store, path, 100_000);
	const before = await store.openUpload(path, 4 * PLAIN);
	state.ring = rotateKeyRing(state.ring, random);
	assert.equal(await store.keyOf(path), 1);
	assert.deepEqual([await store.reseal(path), await store.reseal(path)], [true, false]);
	assert.equal(await store.keyOf(path), 2);
	const whole = createSeededRandom(1).bytes(4 * PLAIN);
	const [first, second] = [whole.subarray(0, 3 * PLAIN), whole.subarray(3 * PLAIN)];
	const marks = [await store.putSegment(path, before, 1, streamOf(first), first.length)];
	const retired = retireFromKeyRing(state.ring, 1);
	assert.ok(retired.ok);
	state.ring = retired.value;
	assert.ok(Buffer.from(bytes).equals(await readAll(store, path)));
	await assert.rejects(store.putSegment(path, before, 2, streamOf(second), second.length));
	assert.equal(marks.length, 1);
});

test('what clients seal passes as it is, and alone may be asked from the store itself', async () => {
	const { inner } = createWorld();
	const request = { method: 'GET' as const, url: 'https://store/', headers: {} };
	const signing = { ...inner, sign: { put: async () => request, get: async () => request } };
	const ring = newKeyRing(random);
	const store = sealBlobStore(
		signing,
		createContentCipher(() => ring, random),
	);
	const own = blobPathOf('acme', `${CLIENT_SEALED}.a`, 'f'.repeat(22));
	const bytes = await put(store, own, 1_000);
	assert.ok(Buffer.from(bytes).equals(await readAll(inner, own)));
	assert.deepEqual([await store.keyOf(own), await store.reseal(own)], [undefined, false]);
	const plain = { type: 'text/plain', disposition: 'inline' };
	const announced = { size: 1, digest: '' };
	assert.equal(await store.sign?.get(own, plain, 9), request);
	assert.equal(await store.sign?.put(own, announced, 9), request);
	assert.equal(await store.sign?.get(path, plain, 9), undefined);
	assert.equal(await store.sign?.put(path, announced, 9), undefined);
});
