import assert from 'node:assert/strict';
import {
	bytes,
	changesOf,
	DAY,
	idsOf,
	looseBlob,
	type OpenStore,
	ORG,
	organisationRow,
	row,
	type StoreTest,
	threadOf,
	write,
	writeAll,
} from './fixture.ts';

/** What outlives a store, and how histories are told apart. */
export const durabilityConformance = (test: StoreTest, open: OpenStore): void => {
	test('the epoch is 128 random bits in hexadecimal, other in another store', async (store) => {
		assert.match(store.epoch, /^[0-9a-f]{32}$/);
		const other = await open();
		try {
			assert.notEqual(other.store.epoch, store.epoch);
		} finally {
			await other.destroy();
		}
	});

	test('it says how many transactions are worth having open', async (store) => {
		assert.ok(Number.isSafeInteger(store.writers) && store.writers >= 1);
	});

	test('what was committed outlives a close, what was not does not', async (store, { reopen }) => {
		if (!reopen) return;
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			await writer.putOrganisation(organisationRow(ORG));
			await write(writer, row({ id: 'a', groupings: { z: 'v' }, properties: { p: 1 } }), ['T/1']);
			await writer.putAnswer('op', DAY, bytes(4));
			await writer.putLooseBlob(looseBlob('kept'));
		});
		const failed = store.transaction(async (transaction) => {
			await write(transaction.in(ORG), row({ id: 'b', version: 2 }), ['T/1']);
			throw new Error('undone');
		});
		await assert.rejects(failed, /undone/);
		const thread = await store.snapshot(ORG, (reader) => threadOf(reader, 'T/1'));
		const again = await reopen();
		assert.equal(again.epoch, store.epoch);
		assert.deepEqual(await again.organisations(), [ORG]);
		await again.snapshot(ORG, async (reader) => {
			assert.deepEqual(await threadOf(reader, 'T/1'), thread);
			assert.deepEqual(await changesOf(reader, 'T/1'), ['a@1']);
			assert.deepEqual(idsOf(await reader.documentsByGrouping('NOTE', 'z', 'v')), ['a']);
			assert.deepEqual(idsOf(await reader.documentsByProperty('NOTE', 'p')), ['a']);
			assert.deepEqual(await reader.answer('op'), bytes(4));
			assert.deepEqual(await reader.looseBlobs(9, 9), [looseBlob('kept')]);
			assert.deepEqual(await reader.organisation(), organisationRow(ORG));
		});
		await writeAll(again, [row({ id: 'a', version: 2, properties: { p: 2 } })], ['T/1']);
		assert.deepEqual(await again.snapshot(ORG, (reader) => changesOf(reader, 'T/1')), ['a@2']);
	});
};
