import assert from 'node:assert/strict';
import { bytes, looseBlob, ORG, read, type StoreTest } from './fixture.ts';

/** The note of contents that no living document names. */
export const looseBlobConformance = (test: StoreTest): void => {
	test('loose contents are found by their id, and by the time since', async (store) => {
		const late = looseBlob('a', 2 ** 41);
		const rows = [late, looseBlob('c', 5), looseBlob('B', 5), looseBlob('d', 4)];
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			for (const row of rows) await writer.putLooseBlob(row);
			assert.deepEqual(await writer.looseBlob(late.fid), late);
		});
		await read(store, async (reader) => {
			assert.deepEqual(await reader.looseBlob(late.fid), late);
			assert.equal(await reader.looseBlob(looseBlob('A').fid), undefined);
			const old = [looseBlob('d', 4), looseBlob('B', 5), looseBlob('c', 5)];
			assert.deepEqual(await reader.looseBlobs(5, 9), old);
			assert.deepEqual(await reader.looseBlobs(5, 2), old.slice(0, 2));
			assert.deepEqual(await reader.looseBlobs(4, 9), old.slice(0, 1));
			assert.deepEqual(await reader.looseBlobs(3, 9), []);
			assert.deepEqual(await reader.looseBlobs(2 ** 42, 9), [...old, late]);
		});
	});

	test('a content taken is no longer loose, and may be noted again', async (store) => {
		const before = looseBlob('a', 1);
		const after = looseBlob('a', 7, bytes(1, 2));
		await store.transaction((transaction) => transaction.in(ORG).putLooseBlob(before));
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			assert.deepEqual(await writer.takeLooseBlob(before.fid), before);
			assert.equal(await writer.takeLooseBlob(before.fid), undefined);
			assert.deepEqual(await writer.looseBlobs(9, 9), []);
			await writer.putLooseBlob(after);
		});
		assert.deepEqual(await read(store, (reader) => reader.looseBlobs(9, 9)), [after]);
		await store.transaction((transaction) => transaction.in(ORG).takeLooseBlob(after.fid));
		assert.deepEqual(await read(store, (reader) => reader.looseBlobs(9, 9)), []);
	});

	test('noting a content twice is a defect', async (store) => {
		const twice = store.transaction(async (transaction) => {
			await transaction.in(ORG).putLooseBlob(looseBlob('a'));
			await transaction.in(ORG).putLooseBlob(looseBlob('a', 2));
		});
		await assert.rejects(twice);
		assert.equal(await read(store, (reader) => reader.looseBlob(looseBlob('a').fid)), undefined);
	});

	test('what a failed part or transaction took is loose again', async (store) => {
		const row = looseBlob('a');
		await store.transaction((transaction) => transaction.in(ORG).putLooseBlob(row));
		const take = async (writer: { takeLooseBlob(fid: string): unknown }) => {
			await writer.takeLooseBlob(row.fid);
			throw new Error('no');
		};
		await store.transaction(async (transaction) => {
			await assert.rejects(
				transaction.savepoint(() => take(transaction.in(ORG))),
				/no/,
			);
			assert.deepEqual(await transaction.in(ORG).looseBlob(row.fid), row);
		});
		await assert.rejects(
			store.transaction((transaction) => take(transaction.in(ORG))),
			/no/,
		);
		assert.deepEqual(await read(store, (reader) => reader.looseBlobs(9, 9)), [row]);
	});

	test('of many transactions that take one content at once, one gets it', async (store) => {
		const row = looseBlob('a');
		await store.transaction((transaction) => transaction.in(ORG).putLooseBlob(row));
		const taken = await Promise.all(
			Array.from({ length: 8 }, () =>
				store.transaction((transaction) => transaction.in(ORG).takeLooseBlob(row.fid)),
			),
		);
		assert.deepEqual(
			taken.filter((each) => each !== undefined),
			[row],
		);
	});

	test('the bytes of a note are copied on their way in and out', async (store) => {
		const note = bytes(1, 2);
		await store.transaction(async (transaction) => {
			await transaction.in(ORG).putLooseBlob(looseBlob('a', 1, note));
			note.fill(7);
			const seen = await transaction.in(ORG).looseBlob(looseBlob('a').fid);
			seen?.note.fill(8);
		});
		const seen = await read(store, (reader) => reader.looseBlob(looseBlob('a').fid));
		assert.deepEqual(seen?.note, bytes(1, 2));
	});
};
