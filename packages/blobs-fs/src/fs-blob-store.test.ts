import assert from 'node:assert/strict';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { blobPathOf, StorageFault } from '@navette/storage';
import { blobStoreConformance } from '@navette/storage/conformance';
import { createFsBlobStore } from './fs-blob-store.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

blobStoreConformance('file system', async () => {
	const { folder, remove } = await temporaryFolder();
	const open = () => createFsBlobStore({ folder, random: systemRandom, segmentBytes: 300_000 });
	const store = await open();
	return {
		store,
		async reopen() {
			await store.close();
			return open();
		},
		destroy: remove,
	};
});

const blob = blobPathOf('acme', 'a.b', 'f'.repeat(22));

async function* bytes(length: number) {
	yield new Uint8Array(length);
}

const namesIn = (folder: string) => readdir(folder, { recursive: true });

test('a content is a file at its path, for its owner only, and nothing stays beside it', async () => {
	const { folder, remove } = await temporaryFolder();
	const root = path.join(folder, 'new', 'root');
	const store = await createFsBlobStore({ folder: root, random: systemRandom });
	await store.put(blob, bytes(3), 3);
	assert.equal((await stat(path.join(root, blob))).mode & 0o777, 0o600);
	assert.equal((await stat(path.join(root, 'acme'))).mode & 0o777, 0o700);
	assert.deepEqual(await readdir(path.join(root, '.incoming')), []);
	await store.remove(blob);
	assert.deepEqual((await namesIn(root)).sort(), ['.incoming', '.uploads']);
	await remove();
});

test('an upload leaves nothing once closed or removed', async () => {
	const { folder, remove } = await temporaryFolder();
	const store = await createFsBlobStore({ folder, random: systemRandom });
	const mark = await store.putSegment(blob, await store.openUpload(blob, 3), 1, bytes(3), 3);
	await store.closeUpload(blob, 'fs', [mark]);
	assert.deepEqual(await readdir(path.join(folder, '.uploads')), []);
	await store.putSegment(blob, await store.openUpload(blob, 3), 1, bytes(3), 3);
	await store.remove(blob);
	assert.deepEqual((await namesIn(folder)).sort(), ['.incoming', '.uploads']);
	await remove();
});

test('what a crash left half written is removed at the next opening', async () => {
	const { folder, remove } = await temporaryFolder();
	await mkdir(path.join(folder, '.incoming'));
	await writeFile(path.join(folder, '.incoming', 'half'), 'x');
	await createFsBlobStore({ folder, random: systemRandom });
	assert.deepEqual(await readdir(path.join(folder, '.incoming')), []);
	await remove();
});

test('contents written and removed at once in one folder do not disturb each other', async () => {
	const { folder, remove } = await temporaryFolder();
	const store = await createFsBlobStore({ folder, random: systemRandom });
	await Promise.all(
		Array.from({ length: 40 }, async (_, at) => {
			const one = blobPathOf('acme', 'a', String(at).padStart(22, '0'));
			for (let round = 0; round < 3; round++) {
				await store.put(one, bytes(3), 3);
				assert.equal(await store.stat(one), 3);
				await store.remove(one);
			}
		}),
	);
	assert.deepEqual((await namesIn(folder)).sort(), ['.incoming', '.uploads']);
	await remove();
});

test('an error of the disk is a fault of the store', async () => {
	const { folder, remove } = await temporaryFolder();
	const store = await createFsBlobStore({ folder, random: systemRandom });
	await writeFile(path.join(folder, 'acme'), 'a file where a folder should be');
	const isFault = (error: unknown) => error instanceof StorageFault && error.code === 'io';
	await assert.rejects(store.put(blob, bytes(3), 3), isFault);
	await assert.rejects(store.read(blob), isFault);
	assert.deepEqual(await readdir(path.join(folder, '.incoming')), []);
	await remove();
});
