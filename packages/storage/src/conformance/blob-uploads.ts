import assert from 'node:assert/strict';
import type { BlobPath } from '../blob-path.ts';
import type { BlobStore } from '../blob-store.ts';
import {
	assertAbsent,
	type BlobTest,
	pathOf,
	readAll,
	sampleBytes,
	streamOf,
} from './blob-fixture.ts';

/** A content of two segments and a bit, with what writes its nth segment. */
const sampleOf = (store: BlobStore) => {
	const bytes = sampleBytes(2 * store.segmentBytes + 17);
	const write = (path: BlobPath, upload: string, number: number, from = bytes) => {
		const segment = from.subarray((number - 1) * store.segmentBytes, number * store.segmentBytes);
		return store.putSegment(path, upload, number, streamOf(segment), segment.length);
	};
	return { bytes, write };
};

/** Contents written in segments. */
export const blobUploadConformance = (test: BlobTest): void => {
	test('segments in any order, one of them twice, are one content once closed', async (store) => {
		const { bytes, write } = sampleOf(store);
		const path = pathOf('a');
		const upload = await store.openUpload(path, bytes.length);
		const third = await write(path, upload, 3);
		await write(path, upload, 1, sampleBytes(bytes.length, 9));
		const first = await write(path, upload, 1);
		const second = await write(path, upload, 2);
		await assertAbsent(store, path);
		await store.closeUpload(path, upload, [first, second, third]);
		assert.ok(Buffer.from(bytes).equals((await readAll(store, path)) ?? Buffer.alloc(0)));
		await store.closeUpload(path, upload, [first, second, third]);
		assert.equal(await store.stat(path), bytes.length);
	});

	test('a segment of another size than announced, or that breaks, is not kept', async (store) => {
		const path = pathOf('a');
		const upload = await store.openUpload(path, 11);
		const short = store.putSegment(path, upload, 1, streamOf(sampleBytes(10)), 11);
		await assert.rejects(short);
		const breaking = async function* () {
			yield sampleBytes(10);
			throw new RangeError('the line broke');
		};
		await assert.rejects(store.putSegment(path, upload, 1, breaking(), 11), RangeError);
		await assert.rejects(store.closeUpload(path, upload, ['10']));
		await assertAbsent(store, path);
	});

	test('an upload that is removed is gone', async (store) => {
		const { bytes, write } = sampleOf(store);
		const path = pathOf('a');
		const upload = await store.openUpload(path, bytes.length);
		const marks = [await write(path, upload, 1), await write(path, upload, 2)];
		await store.remove(path);
		await assert.rejects(store.closeUpload(path, upload, marks));
		await assertAbsent(store, path);
	});

	test('an upload goes on after a close of the store', async (store, { reopen }) => {
		if (!reopen) return;
		const { bytes, write } = sampleOf(store);
		const path = pathOf('a');
		const upload = await store.openUpload(path, bytes.length);
		const first = await write(path, upload, 1);
		const again = await reopen();
		const put = (number: number, start: number, end?: number) => {
			const segment = bytes.subarray(start, end);
			return again.putSegment(path, upload, number, streamOf(segment), segment.length);
		};
		const second = await put(2, again.segmentBytes, 2 * again.segmentBytes);
		const third = await put(3, 2 * again.segmentBytes);
		await again.closeUpload(path, upload, [first, second, third]);
		assert.ok(Buffer.from(bytes).equals((await readAll(again, path)) ?? Buffer.alloc(0)));
	});

	test('what was written outlives a close of the store', async (store, { reopen }) => {
		if (!reopen) return;
		const bytes = sampleBytes(100);
		await store.put(pathOf('a'), streamOf(bytes), bytes.length);
		const again = await reopen();
		assert.ok(Buffer.from(bytes).equals((await readAll(again, pathOf('a'))) ?? Buffer.alloc(0)));
	});
};
