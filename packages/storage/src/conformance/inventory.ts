import assert from 'node:assert/strict';
import {
	bytes,
	changesOf,
	DAY,
	freshReference,
	idsOf,
	keyText,
	lock,
	ORG,
	OTHER,
	read,
	row,
	type StoreTest,
	threadOf,
	tombstone,
	write,
} from './fixture.ts';

/** Reading all that an organisation keeps, and writing it as it was elsewhere. */
export const inventoryConformance = (test: StoreTest): void => {
	test('everything kept is listed, page by page, tombstones when asked', async (store) => {
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			await write(writer, row({ id: 'a' }), ['T/2', 'T/1']);
			await write(writer, tombstone({ id: 'b', version: 2 }), ['T/1']);
			await write(writer, row({ id: 'c', type: 'CARD', version: 3 }));
			for (const id of ['y', 'x']) await writer.putAnswer(id, DAY, bytes(id.charCodeAt(0)));
			await write(transaction.in(OTHER), row({ id: 'z', type: 'ELSE' }), ['T/9']);
		});
		await read(store, async (reader) => {
			assert.deepEqual(await reader.types(), ['CARD', 'NOTE']);
			const all = await reader.documentsOfType('NOTE', { withTombstones: true });
			assert.deepEqual(idsOf(all), ['a', 'b']);
			assert.deepEqual(idsOf(await reader.documentsOfType('NOTE')), ['a']);
			const page = { withTombstones: true, after: keyText('a'), limit: 1 };
			assert.deepEqual(idsOf(await reader.documentsOfType('NOTE', page)), ['b']);
			const paths = async (after?: string) =>
				(await reader.threads({ limit: 1, ...(after ? { after } : {}) })).map((one) => one.path);
			assert.deepEqual(
				[await paths(), await paths('T/1'), await paths('T/2')],
				[['T/1'], ['T/2'], []],
			);
			assert.deepEqual(await reader.answers({ limit: 1 }), [
				{ operation: 'x', day: DAY, answer: bytes(120) },
			]);
			const [second] = await reader.answers({ after: 'x', limit: 5 });
			assert.equal(second?.operation, 'y');
		});
		await store.snapshot('third', async (reader) => {
			assert.deepEqual(await reader.types(), []);
			assert.deepEqual(await reader.threads({ limit: 9 }), []);
			assert.deepEqual(await reader.answers({ limit: 9 }), []);
		});
	});

	test('a thread is put back as it was, and documents attach to it at their versions', async (store) => {
		const reference = freshReference();
		const state = { version: 9, versions: { NOTE: 8, CARD: 9 }, horizon: 4, cleanDate: DAY };
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			await writer.addThread({ path: 'T/1', reference, ...state });
			const [thread] = await lock(writer, ['T/1']);
			await writer.putDocument(row({ id: 'a', version: 8 }), undefined, [thread?.handle ?? 0]);
		});
		await read(store, async (reader) => {
			const { handle, ...thread } = await threadOf(reader, 'T/1');
			assert.deepEqual(thread, { path: 'T/1', reference, ...state });
			assert.equal((await reader.threadByReference(reference))?.handle, handle);
			assert.deepEqual(await changesOf(reader, 'T/1'), ['a@8']);
		});
	});

	test('an answer is replaced, one that is not there is not', async (store) => {
		const replace = (operation: string) =>
			store.transaction(async (transaction) => {
				await transaction.in(ORG).replaceAnswer(operation, bytes(2));
			});
		await assert.rejects(replace('op'));
		await store.transaction(async (transaction) => {
			await transaction.in(ORG).putAnswer('op', DAY, bytes(1));
			await transaction.in(OTHER).putAnswer('op', DAY, bytes(1));
		});
		await replace('op');
		const answers = (org: string) => store.snapshot(org, (reader) => reader.answers({ limit: 9 }));
		assert.deepEqual(await answers(ORG), [{ operation: 'op', day: DAY, answer: bytes(2) }]);
		assert.deepEqual(await answers(OTHER), [{ operation: 'op', day: DAY, answer: bytes(1) }]);
	});

	test('a path or a reference that is taken is refused', async (store) => {
		const taken = freshReference();
		const add = (path: string, reference = freshReference()) =>
			store.transaction(async (transaction) => {
				const state = { version: 1, versions: {}, horizon: 0, cleanDate: DAY };
				await transaction.in(ORG).addThread({ path, reference, ...state });
			});
		await add('T/1', taken);
		await assert.rejects(add('T/1'));
		await assert.rejects(add('T/2', taken));
		assert.equal((await read(store, (reader) => reader.threads({ limit: 9 }))).length, 1);
	});
};
