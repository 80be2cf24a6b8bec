import assert from 'node:assert/strict';
import {
	bytes,
	DAY,
	keyText,
	lock,
	looseBlob,
	ORG,
	OTHER,
	organisationRow,
	read,
	row,
	type StoreTest,
	write,
	writeAll,
} from './fixture.ts';

const TASK = row({ id: 'a', type: 'TASK', groupings: { z: 'v' }, properties: { due: 5 } });

/** Documents that leave no tombstone, and organisations that leave nothing. */
export const removalConformance = (test: StoreTest): void => {
	test('a document that is removed leaves nothing, and may be written anew', async (store) => {
		await writeAll(store, [TASK, { ...TASK, id: keyText('b') }]);
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			const previous = await writer.document('TASK', TASK.id);
			assert.ok(previous);
			await writer.removeDocument(previous);
			assert.equal(await writer.document('TASK', TASK.id), undefined);
		});
		await read(store, async (reader) => {
			assert.equal(await reader.document('TASK', TASK.id), undefined);
			const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
			const all = { withTombstones: true };
			assert.deepEqual(ids(await reader.documentsOfType('TASK', all)), ['b']);
			assert.deepEqual(ids(await reader.documentsByProperty('TASK', 'due')), ['b']);
			assert.deepEqual(ids(await reader.documentsByGrouping('TASK', 'z', 'v')), ['b']);
		});
		await writeAll(store, [TASK]);
		const again = await read(store, (reader) => reader.document('TASK', TASK.id));
		assert.equal(again?.version, 1);
	});

	test('removing what is not stored is a defect', async (store) => {
		await writeAll(store, [TASK]);
		const wrong = store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			const previous = await writer.document('TASK', TASK.id);
			assert.ok(previous);
			await writer.putDocument({ ...TASK, version: 2 }, previous, []);
			await writer.removeDocument(previous);
		});
		await assert.rejects(wrong);
		assert.equal((await read(store, (r) => r.document('TASK', TASK.id)))?.version, 1);
	});

	test('of many transactions that remove one document, one does', async (store) => {
		await writeAll(store, [TASK]);
		const removed = await Promise.all(
			Array.from({ length: 8 }, () =>
				store.transaction(async (transaction) => {
					const writer = transaction.in(ORG);
					const previous = await writer.document('TASK', TASK.id);
					if (previous) await writer.removeDocument(previous);
					return previous !== undefined;
				}),
			),
		);
		assert.equal(removed.filter((each) => each).length, 1);
	});

	test('everything of an organisation goes, little by little, its own row last', async (store) => {
		await store.transaction(async (transaction) => {
			for (const org of [ORG, OTHER]) {
				const writer = transaction.in(org);
				await writer.putOrganisation(organisationRow(org));
				for (const id of ['a', 'b', 'c'])
					await write(writer, row({ id, properties: { p: id } }), ['T/1', `T/${id}`]);
				await write(writer, TASK);
				await writer.putAnswer('op', DAY, bytes(1));
				await writer.putLooseBlob(looseBlob('f'));
			}
		});
		let rounds = 0;
		for (;;) {
			const left = await store.organisations();
			const removed = await store.transaction((t) => t.in(ORG).removeSome(2));
			if (removed === 0) break;
			assert.ok(removed <= 2 && rounds++ < 100);
			assert.deepEqual(left, [ORG, OTHER]);
		}
		assert.deepEqual(await store.organisations(), [OTHER]);
		await read(store, async (reader) => {
			assert.equal(await reader.organisation(), undefined);
			assert.deepEqual(await reader.documentsOfType('NOTE', { withTombstones: true }), []);
			assert.deepEqual(await reader.documentsByProperty('NOTE', 'p'), []);
			assert.deepEqual(await reader.documentsByProperty('TASK', 'due'), []);
			assert.deepEqual(await reader.threads({ limit: 9 }), []);
			assert.deepEqual(await reader.answers({ limit: 9 }), []);
			assert.deepEqual(await reader.looseBlobs(9, 9), []);
		});
		await store.snapshot(OTHER, async (reader) => {
			assert.equal((await reader.documentsOfType('NOTE')).length, 3);
			assert.equal((await reader.threads({ limit: 9 })).length, 4);
			assert.equal((await reader.documentsByProperty('NOTE', 'p')).length, 3);
		});
		await store.transaction(async (transaction) => {
			await transaction.in(ORG).putOrganisation(organisationRow(ORG));
			await write(transaction.in(ORG), row({ id: 'a' }), ['T/1']);
			const [thread] = await lock(transaction.in(ORG), ['T/1']);
			assert.equal(thread?.version, 1);
		});
	});
};
