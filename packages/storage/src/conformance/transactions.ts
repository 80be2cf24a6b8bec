import assert from 'node:assert/strict';
import type { DocumentWriter } from '../document-store.ts';
import { StorageFault } from '../storage-fault.ts';
import {
	idsOf,
	keyText,
	lock,
	ORG,
	read,
	row,
	type StoreTest,
	threadOf,
	write,
} from './fixture.ts';

const idsIn = async (writer: Pick<DocumentWriter, 'documentsOfType'>): Promise<string[]> =>
	idsOf(await writer.documentsOfType('NOTE'));

/** Atomicity, rollback, savepoints, order of transactions, end of the store. */
export const transactionConformance = (test: StoreTest): void => {
	test('a transaction answers what its work answers, and is there for the next reader', async (store) => {
		const answer = await store.transaction(async (transaction) => {
			await write(transaction.in(ORG), row({ id: 'a' }));
			return 'done';
		});
		assert.equal(answer, 'done');
		assert.deepEqual(await read(store, idsIn), ['a']);
	});

	test('a transaction that throws leaves nothing, and its error comes back', async (store) => {
		const error = new Error('no');
		const refused = store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			await write(writer, row({ id: 'a', groupings: { z: 'v' } }), ['T/1']);
			await writer.putAnswer('op', 20260115 as never, new Uint8Array(1));
			await transaction.in('other').putOrganisation({
				org: 'other',
				status: 'open',
				settings: new Uint8Array(0),
			});
			throw error;
		});
		await assert.rejects(refused, error);
		await read(store, async (reader) => {
			assert.equal(await reader.document('NOTE', keyText('a')), undefined);
			assert.equal(await reader.thread('T/1'), undefined);
			assert.deepEqual(await reader.documentsByGrouping('NOTE', 'z', 'v'), []);
			assert.equal(await reader.answer('op'), undefined);
		});
		assert.deepEqual(await store.organisations(), []);
	});

	test('names first met in a failed transaction work in the next', async (store) => {
		const attempt = (mustFail: boolean) =>
			store.transaction(async (transaction) => {
				const first = row({ id: 'a', type: mustFail ? 'LOST' : 'KEPT', properties: { p: 1 } });
				await write(transaction.in(mustFail ? 'lost' : ORG), first, ['T/1']);
				if (mustFail) throw new Error('no');
				await write(transaction.in('third'), { ...first, type: 'LOST' }, ['T/2']);
			});
		await assert.rejects(attempt(true));
		await attempt(false);
		await read(store, async (reader) => {
			assert.deepEqual(idsOf(await reader.documentsByProperty('KEPT', 'p')), ['a']);
			assert.deepEqual(await reader.documentsOfType('LOST'), []);
		});
		assert.deepEqual(await store.snapshot('lost', (r) => r.documentsOfType('LOST')), []);
		assert.equal((await store.snapshot('third', (r) => r.documentsOfType('LOST'))).length, 1);
	});

	test('a transaction reads its own writes, at once', async (store) => {
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			await write(writer, row({ id: 'a', groupings: { z: 'v' }, properties: { p: 3 } }), ['T/1']);
			assert.deepEqual(idsOf(await writer.documentsByGrouping('NOTE', 'z', 'v')), ['a']);
			assert.deepEqual(idsOf(await writer.documentsByProperty('NOTE', 'p', { min: 3 })), ['a']);
			const { handle, version } = await threadOf(writer, 'T/1');
			assert.equal(version, 1);
			assert.deepEqual(idsOf(await writer.changes(handle, { after: 0 })), ['a']);
			await writer.putAnswer('op', 20260115 as never, Uint8Array.of(9));
			assert.deepEqual(await writer.answer('op'), Uint8Array.of(9));
		});
	});

	test('a savepoint that throws undoes its own writes only', async (store) => {
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			await write(writer, row({ id: 'before' }), ['T/1']);
			const failed = transaction.savepoint(async () => {
				await write(writer, row({ id: 'within', version: 2, type: 'NEW' }), ['T/1', 'T/2']);
				throw new Error('refused');
			});
			await assert.rejects(failed, /refused/);
			assert.equal(await writer.document('NEW', keyText('within')), undefined);
			assert.equal(await writer.thread('T/2'), undefined);
			assert.equal((await threadOf(writer, 'T/1')).version, 1);
			const kept = await transaction.savepoint(async () => {
				await write(writer, row({ id: 'after', version: 2 }), ['T/1']);
				return 5;
			});
			assert.equal(kept, 5);
		});
		assert.deepEqual(await read(store, idsIn), ['after', 'before']);
	});

	test('savepoints that succeed fall with their transaction', async (store) => {
		const work = store.transaction(async (transaction) => {
			await transaction.savepoint(() => write(transaction.in(ORG), row({ id: 'a' })));
			throw new Error('no');
		});
		await assert.rejects(work);
		assert.deepEqual(await read(store, idsIn), []);
	});

	test('savepoints do not nest', async (store) => {
		const nested = store.transaction((transaction) =>
			transaction.savepoint(() => transaction.savepoint(() => 1)),
		);
		await assert.rejects(nested);
		await store.transaction((transaction) => write(transaction.in(ORG), row({ id: 'a' })));
		assert.deepEqual(await read(store, idsIn), ['a']);
	});

	test('fifty increments at once lose none', async (store) => {
		const increment = () =>
			store.transaction(async (transaction) => {
				const writer = transaction.in(ORG);
				await lock(writer, ['T/1']);
				const current = await writer.document('NOTE', keyText('n'));
				await new Promise((resolve) => setImmediate(resolve));
				const version = (current?.version ?? 0) + 1;
				const count = (current?.data?.[0] ?? 0) + 1;
				await write(writer, row({ id: 'n', version, data: Uint8Array.of(count) }), ['T/1']);
			});
		await Promise.all(Array.from({ length: 50 }, increment));
		const stored = await read(store, (reader) => reader.document('NOTE', keyText('n')));
		assert.equal(stored?.data?.[0], 50);
	});

	test('a transaction and a snapshot that are over can be used no more', async (store) => {
		let writer: DocumentWriter | undefined;
		await store.transaction((transaction) => {
			writer = transaction.in(ORG);
		});
		await assert.rejects(async () => writer?.document('NOTE', keyText('a')));
		await assert.rejects(async () => writer?.putDocument(row({ id: 'a' }), undefined, []));
		let reader: Pick<DocumentWriter, 'documentsOfType'> | undefined;
		await read(store, (given) => {
			reader = given;
		});
		await assert.rejects(async () => reader?.documentsOfType('NOTE'));
		assert.deepEqual(await read(store, idsIn), []);
	});

	test('a previous row that is not what is stored is refused', async (store) => {
		await store.transaction((transaction) => write(transaction.in(ORG), row({ id: 'a' })));
		const stale = await read(store, (reader) => reader.document('NOTE', keyText('a')));
		await store.transaction((t) => write(t.in(ORG), row({ id: 'a', version: 2 })));
		const put = (previous: typeof stale) =>
			store.transaction((t) => t.in(ORG).putDocument(row({ id: 'a', version: 3 }), previous, []));
		await assert.rejects(put(stale));
		await assert.rejects(put(undefined));
	});

	test('closing lets what was asked finish, then refuses', async (store) => {
		const running = store.transaction(async (transaction) => {
			await new Promise((resolve) => setImmediate(resolve));
			await write(transaction.in(ORG), row({ id: 'a' }));
			return 'finished';
		});
		const closed = store.close();
		assert.equal(await running, 'finished');
		await closed;
		const isClosed = (error: unknown) => error instanceof StorageFault && error.code === 'closed';
		await assert.rejects(
			store.transaction(() => 1),
			isClosed,
		);
		await assert.rejects(
			store.snapshot(ORG, () => 1),
			isClosed,
		);
		await assert.rejects(store.organisations(), isClosed);
		await store.close();
	});
};
