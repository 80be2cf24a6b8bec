import assert from 'node:assert/strict';
import { addDays } from '@navette/core';
import type { DocumentReader, DocumentStore } from '../document-store.ts';
import {
	bytes,
	changesOf,
	DAY,
	keyText,
	lock,
	looseBlob,
	ORG,
	OTHER,
	organisationRow,
	row,
	type StoreTest,
	threadOf,
	tombstone,
	write,
} from './fixture.ts';

const first = row({ id: 'a', data: bytes(1), groupings: { z: 'v' }, properties: { p: 1 } });
const second = { ...first, version: 5, data: bytes(2) };

/** The same ids in two organisations, with other content. */
const seed = (store: DocumentStore): Promise<void> =>
	store.transaction(async (transaction) => {
		await write(transaction.in(ORG), first, ['T/1']);
		await write(transaction.in(OTHER), second, ['T/1']);
		await transaction.in(ORG).putAnswer('op', DAY, bytes(1));
		await transaction.in(OTHER).putAnswer('op', DAY, bytes(2));
		await transaction.in(OTHER).putLooseBlob(looseBlob('f', 2));
		await transaction.in(ORG).putLooseBlob(looseBlob('f', 1));
		await transaction.in(OTHER).putOrganisation(organisationRow(OTHER));
	});

/** The first byte of the data of everything that the reads of an organisation find. */
const dataSeen = async (reader: DocumentReader): Promise<number[]> => {
	const { handle } = await threadOf(reader, 'T/1');
	const one = await reader.document('NOTE', keyText('a'));
	const seen = [
		...(one ? [one] : []),
		...(await reader.documentsOfType('NOTE')),
		...(await reader.documentsByGrouping('NOTE', 'z', 'v')),
		...(await reader.documentsByProperty('NOTE', 'p', { min: 1 })),
		...(await reader.changes(handle, { after: 0 })),
	];
	return [...seen.map((each) => each.data?.[0] ?? -1), (await reader.answer('op'))?.[0] ?? -1];
};

/** Nothing of one organisation is reachable from another. */
export const organisationConformance = (test: StoreTest): void => {
	test('two organisations with the same ids each find their own', async (store) => {
		await seed(store);
		assert.deepEqual(await store.snapshot(ORG, dataSeen), [1, 1, 1, 1, 1, 1]);
		assert.deepEqual(await store.snapshot(OTHER, dataSeen), [2, 2, 2, 2, 2, 2]);
		assert.equal(await store.snapshot(ORG, (reader) => reader.organisation()), undefined);
	});

	test('a third organisation finds nothing', async (store) => {
		await seed(store);
		const { reference, handle } = await store.snapshot(ORG, (reader) => threadOf(reader, 'T/1'));
		await store.snapshot('third', async (reader) => {
			assert.equal(await reader.document('NOTE', keyText('a')), undefined);
			assert.deepEqual(await reader.documentsOfType('NOTE'), []);
			assert.deepEqual(await reader.documentsByGrouping('NOTE', 'z', 'v'), []);
			assert.deepEqual(await reader.documentsByProperty('NOTE', 'p'), []);
			assert.equal(await reader.thread('T/1'), undefined);
			assert.equal(await reader.threadByReference(reference), undefined);
			assert.deepEqual(await reader.changes(handle, { after: 0 }), []);
			assert.equal(await reader.answer('op'), undefined);
			assert.equal(await reader.looseBlob(looseBlob('f').fid), undefined);
			assert.deepEqual(await reader.looseBlobs(9, 9), []);
		});
	});

	test('references and handles of one organisation open nothing in another', async (store) => {
		await seed(store);
		const own = await store.snapshot(ORG, (reader) => threadOf(reader, 'T/1'));
		await store.snapshot(OTHER, async (reader) => {
			assert.equal(await reader.threadByReference(own.reference), undefined);
			assert.deepEqual(await reader.changes(own.handle, { after: 0 }), []);
		});
	});

	test('a writer of one organisation changes no thread of another', async (store) => {
		await seed(store);
		const attempt = (work: 'putThread' | 'putDocument' | 'purge') =>
			store.transaction(async (transaction) => {
				const [own] = await lock(transaction.in(ORG), ['T/1']);
				const handle = own?.handle ?? 0;
				const foreign = transaction.in(OTHER);
				if (work === 'putThread') await foreign.putThread(handle, { version: 99, versions: {} });
				if (work === 'putDocument')
					await foreign.putDocument(row({ id: 'b' }), undefined, [handle]);
				const asked = { before: addDays(DAY, 9), today: DAY, limit: 9 };
				if (work === 'purge') await foreign.purgeTombstones(handle, asked);
			});
		for (const work of ['putThread', 'putDocument', 'purge'] as const)
			await assert.rejects(attempt(work), `${work} across organisations`);
		assert.equal((await store.snapshot(ORG, (r) => threadOf(r, 'T/1'))).version, 1);
	});

	test('a row read in one organisation is not the previous of another', async (store) => {
		await seed(store);
		const crossed = store.transaction(async (transaction) => {
			const previous = await transaction.in(ORG).document('NOTE', keyText('a'));
			await transaction.in(OTHER).putDocument({ ...first, version: 9 }, previous, []);
		});
		await assert.rejects(crossed);
		assert.deepEqual(await store.snapshot(ORG, dataSeen), [1, 1, 1, 1, 1, 1]);
	});

	test('a loose content is taken from its own organisation only', async (store) => {
		await seed(store);
		const { fid } = looseBlob('f');
		await store.transaction(async (transaction) => {
			assert.equal(await transaction.in('third').takeLooseBlob(fid), undefined);
			assert.deepEqual(await transaction.in(ORG).takeLooseBlob(fid), looseBlob('f', 1));
		});
		await store.snapshot(OTHER, async (reader) => {
			assert.deepEqual(await reader.looseBlobs(9, 9), [looseBlob('f', 2)]);
		});
	});

	test('purges stay in their organisation', async (store) => {
		await store.transaction(async (transaction) => {
			for (const org of [ORG, OTHER]) {
				await write(transaction.in(org), tombstone({ id: 'a', version: 2 }), ['T/1']);
				await transaction.in(org).putAnswer('op', DAY, bytes(1));
			}
		});
		await store.transaction(async (transaction) => {
			const writer = transaction.in(ORG);
			const [thread] = await lock(writer, ['T/1']);
			const asked = { before: addDays(DAY, 9), today: DAY, limit: 9 };
			assert.equal(await writer.purgeTombstones(thread?.handle ?? 0, asked), 1);
			assert.equal(await writer.purgeAnswers(addDays(DAY, 9), 9), 1);
		});
		await store.snapshot(OTHER, async (reader) => {
			assert.deepEqual(await changesOf(reader, 'T/1'), ['a@2']);
			assert.deepEqual(await reader.answer('op'), bytes(1));
			assert.equal((await threadOf(reader, 'T/1')).horizon, 0);
		});
	});
};
