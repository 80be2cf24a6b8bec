import assert from 'node:assert/strict';
import { blobPathOf } from '../blob-path.ts';
import { StorageFault } from '../storage-fault.ts';
import {
	assertAbsent,
	BLOB_ORG,
	type BlobTest,
	collectAll,
	pathOf,
	pathsIn,
	putSample,
	readAll,
	sampleBytes,
	streamOf,
} from './blob-fixture.ts';

/** Names that would leave the root of a store, or that no file system takes. */
const EVIL = ['..', '.', '', 'a/b', '../x', 'a\\b', 'a\0', 'a b', 'é', '.a', 'a..b', 'a.', 'C:'];

/** Contents written whole. */
export const blobContentConformance = (test: BlobTest): void => {
	test('a content is read as it was written, whatever its size', async (store) => {
		for (const size of [0, 1, 65_536, 300_007]) {
			const path = pathOf(`s${size}`);
			const bytes = await putSample(store, path, size, size + 1);
			assert.equal(await store.stat(path), size);
			assert.ok(Buffer.from(bytes).equals((await readAll(store, path)) ?? Buffer.alloc(1)));
		}
	});

	test('a range is read alone', async (store) => {
		const bytes = await putSample(store, pathOf('a'), 200_003);
		const ranges = [
			[0, 1],
			[5, 70_000],
			[200_002, 200_003],
			[0, 200_003],
		] as const;
		for (const [start, end] of ranges) {
			const read = await readAll(store, pathOf('a'), { start, end });
			assert.ok(Buffer.from(bytes.subarray(start, end)).equals(read ?? Buffer.alloc(0)));
		}
	});

	test('a reading may stop before its end, or before its beginning', async (store) => {
		await putSample(store, pathOf('a'), 2_000_000);
		const stream = await store.read(pathOf('a'));
		for await (const part of stream ?? []) {
			assert.ok(part.length > 0);
			break;
		}
		const unread = await store.read(pathOf('a'));
		await unread?.return?.();
		assert.equal(await store.stat(pathOf('a')), 2_000_000);
	});

	test('what was never written is not there', async (store) => {
		await putSample(store, pathOf('a'));
		await assertAbsent(store, pathOf('b'));
		await assertAbsent(store, pathOf('a', 'a'));
		await assertAbsent(store, pathOf('a', 'a.b', 'other'));
	});

	test('a content of another size than announced is refused, and leaves nothing', async (store) => {
		for (const announced of [99, 101, 0]) {
			const refused = store.put(pathOf('a'), streamOf(sampleBytes(100), 30), announced);
			await assert.rejects(refused);
			await assertAbsent(store, pathOf('a'));
		}
	});

	test('a stream that breaks gives its error, and leaves nothing', async (store) => {
		const breaking = async function* () {
			yield* streamOf(sampleBytes(100_000));
			throw new RangeError('the line broke');
		};
		await assert.rejects(store.put(pathOf('a'), breaking(), 200_000), RangeError);
		await assertAbsent(store, pathOf('a'));
	});

	test('nothing of a content is seen before its last byte', async (store) => {
		const gate = Promise.withResolvers<void>();
		const begun = Promise.withResolvers<void>();
		const slow = async function* () {
			yield sampleBytes(50_000);
			begun.resolve();
			await gate.promise;
			yield sampleBytes(50_000);
		};
		const writing = store.put(pathOf('a'), slow(), 100_000);
		await begun.promise;
		await assertAbsent(store, pathOf('a'));
		gate.resolve();
		await writing;
		assert.equal(await store.stat(pathOf('a')), 100_000);
	});

	test('the same content may be written again, also at once', async (store) => {
		const bytes = sampleBytes(100_000);
		const all = [1, 2, 3].map(() => store.put(pathOf('a'), streamOf(bytes), bytes.length));
		await Promise.all(all);
		assert.ok(Buffer.from(bytes).equals((await readAll(store, pathOf('a'))) ?? Buffer.alloc(0)));
	});

	test('a content removed is gone, its neighbours stay; removing nothing is no fault', async (store) => {
		await putSample(store, pathOf('a'));
		await putSample(store, pathOf('b'));
		await store.remove(pathOf('a'));
		await store.remove(pathOf('a'));
		await store.remove(pathOf('c', 'never'));
		await assertAbsent(store, pathOf('a'));
		assert.deepEqual(await pathsIn(store), [pathOf('b')]);
		await store.remove(pathOf('b'));
		await putSample(store, pathOf('a'));
		assert.deepEqual(await pathsIn(store), [pathOf('a')]);
	});

	test('a branch lists its folder and those below, of its organisation', async (store) => {
		const folders = [
			'a',
			'a.b',
			'a.b%2F',
			'ab',
			'a%2Eb',
			'a.b.c',
			'-',
			'_',
			'%',
			'A',
			'x'.repeat(200),
		];
		for (const folder of folders) await putSample(store, pathOf('f', folder), 3);
		await putSample(store, pathOf('f', 'a', 'other'), 4);
		const below = (names: readonly string[]) => names.map((name) => pathOf('f', name)).sort();
		assert.deepEqual(await pathsIn(store), below(folders));
		assert.deepEqual(await pathsIn(store, BLOB_ORG, 'a'), below(['a', 'a.b', 'a.b%2F', 'a.b.c']));
		assert.deepEqual(await pathsIn(store, BLOB_ORG, 'a.b'), below(['a.b', 'a.b.c']));
		assert.deepEqual(await pathsIn(store, BLOB_ORG, 'none'), []);
		assert.deepEqual(await pathsIn(store, 'third'), []);
		const [other] = await collectAll(store.list('other'));
		assert.deepEqual(other, { path: pathOf('f', 'a', 'other'), size: 4 });
	});

	test('a path that is none is refused before anything is touched', async (store) => {
		for (const part of EVIL) {
			assert.throws(() => blobPathOf(part, 'a', pathOf('f').slice(-22)));
			assert.throws(() => blobPathOf(BLOB_ORG, part, pathOf('f').slice(-22)));
			assert.throws(() => blobPathOf(BLOB_ORG, 'a', part));
			const forged = `${BLOB_ORG}/${part}/${'f'.repeat(22)}` as ReturnType<typeof pathOf>;
			await assert.rejects(store.put(forged, streamOf(sampleBytes(1)), 1));
			await assert.rejects(store.read(forged));
			await assert.rejects(store.stat(forged));
			await assert.rejects(store.remove(forged));
		}
	});

	test('a closed store says so', async (store) => {
		await putSample(store, pathOf('a'));
		await store.close();
		const isClosed = (error: unknown) => error instanceof StorageFault && error.code === 'closed';
		await assert.rejects(putSample(store, pathOf('b')), isClosed);
		await assert.rejects(store.read(pathOf('a')), isClosed);
		await assert.rejects(store.stat(pathOf('a')), isClosed);
		await assert.rejects(store.remove(pathOf('a')), isClosed);
		await assert.rejects(pathsIn(store), isClosed);
		await assert.rejects(store.openUpload(pathOf('c'), 1), isClosed);
	});
};
