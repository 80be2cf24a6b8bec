import assert from 'node:assert/strict';
import { changesOf, idsOf, ORG, read, row, type StoreTest, threadOf, writeAll } from './fixture.ts';

/** What a reader sees while writers go on. */
export const snapshotConformance = (test: StoreTest): void => {
	test('a snapshot keeps its state while transactions commit', async (store) => {
		await writeAll(store, [row({ id: 'a' }), row({ id: 'b' })], ['T/1']);
		await read(store, async (reader) => {
			await writeAll(store, [row({ id: 'a', version: 2 }), row({ id: 'c', version: 2 })], ['T/1']);
			assert.deepEqual(idsOf(await reader.documentsOfType('NOTE')), ['a', 'b']);
			await writeAll(store, [row({ id: 'd', version: 3 })], ['T/1']);
			assert.deepEqual((await changesOf(reader, 'T/1')).sort(), ['a@1', 'b@1']);
			assert.equal((await threadOf(reader, 'T/1')).version, 1);
		});
		assert.deepEqual(
			await read(store, (r) => changesOf(r, 'T/1', { after: 1 })).then((c) => c.sort()),
			['a@2', 'c@2', 'd@3'],
		);
	});

	test('a snapshot does not see a transaction under way', async (store) => {
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			await writer.putDocument(row({ id: 'a' }), undefined, []);
			assert.deepEqual(await read(store, (reader) => reader.documentsOfType('NOTE')), []);
		});
		assert.deepEqual(idsOf(await read(store, (reader) => reader.documentsOfType('NOTE'))), ['a']);
	});

	test('snapshots opened at once all work, however many', async (store) => {
		await writeAll(store, [row({ id: 'a' })]);
		const all = Array.from({ length: 20 }, () =>
			read(store, async (reader) => {
				await new Promise((resolve) => setImmediate(resolve));
				return (await reader.documentsOfType('NOTE')).length;
			}),
		);
		assert.deepEqual(new Set(await Promise.all(all)), new Set([1]));
	});

	test('a snapshot whose work throws gives its error, and the store goes on', async (store) => {
		for (let round = 0; round < 10; round++) {
			const failed = read(store, () => {
				throw new Error('reader broke');
			});
			await assert.rejects(failed, /reader broke/);
		}
		await writeAll(store, [row({ id: 'a' })]);
		assert.deepEqual(idsOf(await read(store, (reader) => reader.documentsOfType('NOTE'))), ['a']);
	});
};
