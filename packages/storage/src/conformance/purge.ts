import assert from 'node:assert/strict';
import { addDays, type Day } from '@navette/core';
import type { DocumentStore } from '../document-store.ts';
import {
	changesOf,
	DAY,
	keyText,
	lock,
	ORG,
	read,
	row,
	type StoreTest,
	threadOf,
	tombstone,
	writeAll,
} from './fixture.ts';

const TODAY = addDays(DAY, 400);

const purge = (
	store: DocumentStore,
	path: string,
	asked: { readonly before: Day; readonly limit: number },
): Promise<number> =>
	store.transaction(async (transaction) => {
		const [thread] = await lock(transaction.in(ORG), [path]);
		return transaction.in(ORG).purgeTombstones(thread?.handle ?? 0, { ...asked, today: TODAY });
	});

/** A thread with tombstones of days 0, 1 and 2 at versions 11, 12 and 13, and a living document. */
const seed = async (store: DocumentStore, paths: readonly string[]): Promise<void> => {
	await writeAll(store, [row({ id: 'alive', version: 2 })], paths);
	for (const age of [0, 1, 2]) {
		await writeAll(store, [row({ id: `t${age}`, version: 3 + age })], paths);
		const del = addDays(DAY, age);
		await writeAll(store, [tombstone({ id: `t${age}`, version: 11 + age, del })], paths);
	}
};

/** Tombstones taken away, horizons, clean dates; answers forgotten. */
export const purgeConformance = (test: StoreTest): void => {
	test('tombstones of days before go, and the horizon follows the highest', async (store) => {
		await seed(store, ['T/1']);
		assert.equal(await purge(store, 'T/1', { before: addDays(DAY, 2), limit: 10 }), 2);
		await read(store, async (reader) => {
			assert.deepEqual(await changesOf(reader, 'T/1'), ['alive@2', 't2@13']);
			assert.equal(await reader.document('NOTE', keyText('t0')), undefined);
			const thread = await threadOf(reader, 'T/1');
			assert.equal(thread.horizon, 12);
			assert.equal(thread.version, 13);
			assert.equal(thread.cleanDate, TODAY);
		});
	});

	test('a purge that reaches its limit takes the oldest and leaves the clean date', async (store) => {
		await seed(store, ['T/1']);
		assert.equal(await purge(store, 'T/1', { before: TODAY, limit: 2 }), 2);
		const partly = await read(store, (reader) => threadOf(reader, 'T/1'));
		assert.equal(partly.cleanDate, DAY);
		assert.equal(partly.horizon, 12);
		assert.equal(await purge(store, 'T/1', { before: TODAY, limit: 2 }), 1);
		const done = await read(store, (reader) => threadOf(reader, 'T/1'));
		assert.equal(done.cleanDate, TODAY);
		assert.equal(done.horizon, 13);
	});

	test('a purge without anything to take is a clean date', async (store) => {
		await seed(store, ['T/1']);
		assert.equal(await purge(store, 'T/1', { before: DAY, limit: 10 }), 0);
		const thread = await read(store, (reader) => threadOf(reader, 'T/1'));
		assert.equal(thread.cleanDate, TODAY);
		assert.equal(thread.horizon, 0);
	});

	test('a purged document leaves all its threads, and raises the horizon of each', async (store) => {
		await seed(store, ['T/1', 'T/2', 'T/3']);
		await writeAll(store, [row({ id: 'x', version: 20 })], ['T/2']);
		assert.equal(await purge(store, 'T/1', { before: addDays(DAY, 1), limit: 10 }), 1);
		await read(store, async (reader) => {
			for (const path of ['T/1', 'T/2', 'T/3']) {
				const thread = await threadOf(reader, path);
				assert.equal(thread.horizon, 11);
				assert.equal(thread.cleanDate, path === 'T/1' ? TODAY : DAY);
				assert.ok(!(await changesOf(reader, path)).includes('t0@11'));
			}
		});
	});

	test('a horizon is never lowered', async (store) => {
		await writeAll(store, [tombstone({ id: 'late', version: 9, del: addDays(DAY, 1) })], ['T/1']);
		await writeAll(store, [tombstone({ id: 'early', version: 4, del: addDays(DAY, 5) })], ['T/1']);
		await purge(store, 'T/1', { before: addDays(DAY, 2), limit: 9 });
		await purge(store, 'T/1', { before: TODAY, limit: 9 });
		assert.equal((await read(store, (reader) => threadOf(reader, 'T/1'))).horizon, 9);
	});

	test('a reborn document is not purged; a purged one may be written anew', async (store) => {
		await seed(store, ['T/1']);
		await writeAll(store, [row({ id: 't0', version: 20 })], ['T/1']);
		assert.equal(await purge(store, 'T/1', { before: TODAY, limit: 9 }), 2);
		await writeAll(store, [row({ id: 't1', version: 21 })], ['T/1']);
		const left = await read(store, (reader) => changesOf(reader, 'T/1'));
		assert.deepEqual(left, ['alive@2', 't0@20', 't1@21']);
	});

	test('tombstones of other threads stay', async (store) => {
		await writeAll(store, [tombstone({ id: 'a', version: 2 })], ['T/1']);
		await writeAll(store, [tombstone({ id: 'b', version: 2 })], ['T/2']);
		await purge(store, 'T/1', { before: TODAY, limit: 9 });
		assert.deepEqual(await read(store, (reader) => changesOf(reader, 'T/2')), ['b@2']);
	});

	test('a purge undone by its transaction leaves all as it was', async (store) => {
		await seed(store, ['T/1']);
		const before = await read(store, (reader) => changesOf(reader, 'T/1'));
		const undone = store.transaction(async (transaction) => {
			const [thread] = await lock(transaction.in(ORG), ['T/1']);
			const asked = { before: TODAY, today: TODAY, limit: 9 };
			await transaction.in(ORG).purgeTombstones(thread?.handle ?? 0, asked);
			throw new Error('undone');
		});
		await assert.rejects(undone, /undone/);
		assert.deepEqual(await read(store, (reader) => changesOf(reader, 'T/1')), before);
	});

	test('an answer is kept, given once, and forgotten by day', async (store) => {
		const put = (operation: string, day: Day) =>
			store.transaction((t) => t.in(ORG).putAnswer(operation, day, Uint8Array.of(day % 100)));
		await put('old', DAY);
		await put('older', addDays(DAY, -1));
		await put('new', addDays(DAY, 1));
		await assert.rejects(put('old', TODAY));
		assert.deepEqual(await read(store, (reader) => reader.answer('old')), Uint8Array.of(15));
		const forget = (before: Day, limit: number) =>
			store.transaction((t) => t.in(ORG).purgeAnswers(before, limit));
		assert.equal(await forget(TODAY, 1), 1);
		assert.equal(await read(store, (reader) => reader.answer('older')), undefined);
		assert.equal(await forget(addDays(DAY, 1), 10), 1);
		assert.equal(await forget(addDays(DAY, 1), 10), 0);
		assert.deepEqual(await read(store, (reader) => reader.answer('new')), Uint8Array.of(16));
		await put('old', TODAY);
	});
};
