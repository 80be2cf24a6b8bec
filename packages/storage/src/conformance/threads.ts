import assert from 'node:assert/strict';
import {
	changesOf,
	DAY,
	freshReference,
	lock,
	ORG,
	read,
	row,
	type StoreTest,
	threadOf,
	tombstone,
	writeAll,
} from './fixture.ts';

/** Threads and what moved in them. */
export const threadConformance = (test: StoreTest, most: number): void => {
	test('a thread is created empty when first locked, and is the same afterwards', async (store) => {
		const reference = freshReference();
		const created = await store.transaction(async (transaction) => {
			const create = { reference: () => reference, day: DAY };
			const [thread, ...rest] = await transaction.in(ORG).lockThreads(['T/1'], create);
			assert.equal(rest.length, 0);
			return thread;
		});
		assert.ok(created);
		const { handle, ...fields } = created;
		const state = { version: 0, versions: {}, horizon: 0, cleanDate: DAY };
		assert.deepEqual(fields, { path: 'T/1', reference, ...state });
		await read(store, async (reader) => {
			assert.deepEqual(await reader.thread('T/1'), created);
			assert.deepEqual(await reader.threadByReference(reference), created);
			assert.deepEqual(await reader.changes(handle, { after: 0 }), []);
		});
		const again = await store.transaction((transaction) => lock(transaction.in(ORG), ['T/1']));
		assert.deepEqual(again, [created]);
	});

	test('threads are locked and answered in the order given', async (store) => {
		await store.transaction(async (transaction) => {
			await lock(transaction.in(ORG), ['T/b']);
			const threads = await lock(transaction.in(ORG), ['T/a', 'T/b', 'T/c']);
			assert.deepEqual(
				threads.map((thread) => thread.path),
				['T/a', 'T/b', 'T/c'],
			);
			assert.equal(new Set(threads.map((thread) => thread.reference)).size, 3);
			assert.equal(new Set(threads.map((thread) => thread.handle)).size, 3);
		});
	});

	test('versions of a thread are set, its horizon and clean date stay', async (store) => {
		const versions = { NOTE: 7, 'odd "type"': Number.MAX_SAFE_INTEGER };
		await store.transaction(async (transaction) => {
			const [thread] = await lock(transaction.in(ORG), ['T/1']);
			const state = { version: Number.MAX_SAFE_INTEGER, versions };
			await transaction.in(ORG).putThread(thread?.handle ?? 0, state);
		});
		const thread = await read(store, (reader) => threadOf(reader, 'T/1'));
		assert.equal(thread.version, Number.MAX_SAFE_INTEGER);
		assert.deepEqual(thread.versions, versions);
		assert.equal(thread.horizon, 0);
		assert.equal(thread.cleanDate, DAY);
	});

	test('a reference given twice is refused', async (store) => {
		const reference = freshReference();
		const create = { reference: () => reference, day: DAY };
		const twice = store.transaction((t) => t.in(ORG).lockThreads(['T/1', 'T/2'], create));
		await assert.rejects(twice);
	});

	test('a document is in each of its threads, once, at its last version', async (store) => {
		await writeAll(store, [row({ id: 'one' })], ['T/1']);
		await writeAll(store, [row({ id: 'two', version: 2 })], ['T/1', 'T/2']);
		await writeAll(store, [row({ id: 'three', version: 3 })], ['T/1', 'T/2', 'T/3']);
		await writeAll(store, [row({ id: 'none', version: 4 })]);
		await writeAll(store, [row({ id: 'two', version: 5 })], ['T/1', 'T/2']);
		await read(store, async (reader) => {
			assert.deepEqual(await changesOf(reader, 'T/1'), ['one@1', 'three@3', 'two@5']);
			assert.deepEqual(await changesOf(reader, 'T/2'), ['three@3', 'two@5']);
			assert.deepEqual(await changesOf(reader, 'T/3'), ['three@3']);
		});
	});

	test('changes are those after a version, up to another, the lowest first', async (store) => {
		for (const version of [1, 2, 3, 4, 5])
			await writeAll(store, [row({ id: `d${6 - version}`, version })], ['T/1']);
		await read(store, async (reader) => {
			const versions = async (query: Parameters<typeof changesOf>[2]) =>
				(await changesOf(reader, 'T/1', query)).map((text) => text.split('@')[1]).join('');
			assert.equal(await versions({}), '12345');
			assert.equal(await versions({ after: 2 }), '345');
			assert.equal(await versions({ after: 1, upTo: 3 }), '23');
			assert.equal(await versions({ after: 0, limit: 2 }), '12');
			assert.equal(await versions({ after: 3, upTo: 9, limit: 1 }), '4');
			assert.equal(await versions({ after: 5 }), '');
			assert.equal(await versions({ after: 3, upTo: 3 }), '');
			assert.equal(await versions({ limit: 0 }), '');
		});
	});

	test('changes of one transaction share a version and all come', async (store) => {
		await writeAll(
			store,
			[...'cab'].map((id) => row({ id, version: 8 })),
			['T/1'],
		);
		const all = await read(store, (reader) => changesOf(reader, 'T/1', { after: 7, upTo: 8 }));
		assert.deepEqual(all.sort(), ['a@8', 'b@8', 'c@8']);
	});

	test('tombstones are changes, unless at or below a version given', async (store) => {
		await writeAll(store, [row({ id: 'a' }), row({ id: 'b' }), row({ id: 'c' })], ['T/1']);
		await writeAll(store, [tombstone({ id: 'a', version: 2 })], ['T/1']);
		await writeAll(store, [tombstone({ id: 'b', version: 3 })], ['T/1']);
		await read(store, async (reader) => {
			assert.deepEqual(await changesOf(reader, 'T/1'), ['c@1', 'a@2', 'b@3']);
			assert.deepEqual(await changesOf(reader, 'T/1', { tombstonesAfter: 2 }), ['c@1', 'b@3']);
			assert.deepEqual(await changesOf(reader, 'T/1', { tombstonesAfter: 3 }), ['c@1']);
			const limited = { tombstonesAfter: 2, limit: 2 };
			assert.deepEqual(await changesOf(reader, 'T/1', limited), ['c@1', 'b@3']);
		});
		await writeAll(store, [row({ id: 'a', version: 4 })], ['T/1']);
		await read(store, async (reader) => {
			assert.deepEqual(await changesOf(reader, 'T/1', { tombstonesAfter: 9 }), ['c@1', 'a@4']);
		});
	});

	test(`threads of ${most} documents written at once are paged whole`, async (store) => {
		const rows = Array.from({ length: most }, (_, at) => row({ id: `d${at}`, version: at + 1 }));
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			const [thread] = await lock(writer, ['T/1']);
			for (const each of rows) await writer.putDocument(each, undefined, [thread?.handle ?? 0]);
		});
		await read(store, async (reader) => {
			const { handle } = await threadOf(reader, 'T/1');
			let after = 0;
			let count = 0;
			for (;;) {
				const page = await reader.changes(handle, { after, limit: Math.ceil(most / 2.4) });
				if (page.length === 0) break;
				assert.equal(page[0]?.version, after + 1);
				count += page.length;
				after = page.at(-1)?.version ?? 0;
			}
			assert.equal(count, most);
		});
	});
};
