import assert from 'node:assert/strict';
import { MAX_KEY_VALUE } from '@navette/model';
import type { DocumentRow } from '../document-row.ts';
import {
	bytes,
	changesOf,
	DAY,
	idsOf,
	keyText,
	ORG,
	read,
	row,
	type StoreTest,
	tombstone,
	writeAll,
} from './fixture.ts';

const withoutHandle = (stored: (DocumentRow & { handle: number }) | undefined) => {
	if (!stored) return undefined;
	const { handle, ...rest } = stored;
	assert.equal(typeof handle, 'number');
	return rest;
};

/** Texts that a careless store would mangle, in binary order of UTF-8. */
const ODD_TEXTS = [
	'',
	'%25.%2E',
	"' OR 1=1 --",
	'A',
	'["a"]',
	'a',
	'a.b',
	'a\\',
	'ab',
	'e\u0301',
	'\u00e9',
	'\u6f22\u5b57',
	'\uff5e',
	'\u{1f600}',
];

/** Documents by key and by type: every field, odd content, order, deletion and rebirth. */
export const documentConformance = (test: StoreTest): void => {
	test('every field of a document comes back as it was', async (store) => {
		const document = row({
			id: 'a',
			version: 12,
			files: bytes(),
			data: bytes(0, 255),
			groupings: { z1: 'dupleix', z2: '' },
			properties: { price: 12.5, label: 'œuf', zero: 0, big: 1e300, whole: 2 ** 40 },
		});
		await writeAll(store, [document]);
		const stored = await read(store, (reader) => reader.document('NOTE', keyText('a')));
		assert.deepEqual(withoutHandle(stored), document);
	});

	test('what is absent reads as nothing', async (store) => {
		await read(store, async (reader) => {
			assert.equal(await reader.document('NOTE', keyText('a')), undefined);
			assert.deepEqual(await reader.documentsOfType('NOTE'), []);
			assert.deepEqual(await reader.documentsByGrouping('NOTE', 'z1', 'v'), []);
			assert.deepEqual(await reader.documentsByProperty('NOTE', 'p1', { min: 1 }), []);
			assert.equal(await reader.thread('T/1'), undefined);
			assert.equal(await reader.threadByReference('x' as never), undefined);
			assert.deepEqual(await reader.changes(1, { after: 0 }), []);
			assert.equal(await reader.answer('op'), undefined);
			assert.equal(await reader.organisation(), undefined);
		});
	});

	test('odd texts are kept, told apart, and sorted by their UTF-8 bytes', async (store) => {
		const rows = ODD_TEXTS.map((id) => row({ id, groupings: { z: id }, properties: { p: id } }));
		await writeAll(store, [...rows].reverse());
		await read(store, async (reader) => {
			assert.deepEqual(idsOf(await reader.documentsOfType('NOTE')), ODD_TEXTS);
			assert.deepEqual(idsOf(await reader.documentsByProperty('NOTE', 'p')), ODD_TEXTS);
			for (const id of ODD_TEXTS) {
				assert.equal((await reader.document('NOTE', keyText(id)))?.id, id);
				assert.deepEqual(idsOf(await reader.documentsByGrouping('NOTE', 'z', id)), [id]);
			}
		});
	});

	test('long texts are kept, told apart at their end, and found', async (store) => {
		const long = '\u6f22'.repeat(3 * MAX_KEY_VALUE);
		const ids = [long, `${long}a`, `${long}b`];
		const parts = (id: string) => ({ groupings: { z: id }, properties: { p: id.repeat(9) } });
		const rows = ids.map((id) => row({ id, ...parts(id) }));
		await writeAll(store, rows, [`T/${long}`]);
		await read(store, async (reader) => {
			for (const id of ids) {
				assert.equal((await reader.document('NOTE', keyText(id)))?.id, id);
				assert.deepEqual(idsOf(await reader.documentsByGrouping('NOTE', 'z', id)), [id]);
				const bounds = { min: id.repeat(9), max: id.repeat(9) };
				assert.deepEqual(idsOf(await reader.documentsByProperty('NOTE', 'p', bounds)), [id]);
			}
			const after = { after: keyText(long) };
			assert.equal((await reader.documentsOfType('NOTE')).length, 3);
			assert.ok((await reader.documentsOfType('NOTE', after)).every(({ id }) => id !== long));
			assert.equal((await changesOf(reader, `T/${long}`)).length, 3);
		});
	});

	test('a megabyte is kept, and so is nothing at all', async (store) => {
		const big = new Uint8Array(2 ** 20).map((_, at) => at * 31);
		const rows = [row({ id: 'big', data: big }), row({ id: 'empty', data: bytes() })];
		await writeAll(store, [...rows, row({ id: 'none', data: null })]);
		await read(store, async (reader) => {
			assert.deepEqual((await reader.document('NOTE', keyText('big')))?.data, big);
			assert.deepEqual((await reader.document('NOTE', keyText('empty')))?.data, bytes());
			assert.equal((await reader.document('NOTE', keyText('none')))?.data, null);
		});
	});

	test('bytes belong to the store once written, to the reader once read', async (store) => {
		const data = bytes(1, 2, 3);
		await writeAll(store, [row({ id: 'a', data })]);
		data.fill(0);
		const dataOf = () => read(store, async (r) => (await r.document('NOTE', keyText('a')))?.data);
		(await dataOf())?.fill(9);
		assert.deepEqual(await dataOf(), bytes(1, 2, 3));
	});

	test('documents of a type come by id, in pages', async (store) => {
		await writeAll(
			store,
			[...'dbeac'].map((id) => row({ id })),
		);
		await writeAll(store, [row({ id: 'x', type: 'OTHER' }), tombstone({ id: 'c', version: 2 })]);
		await read(store, async (reader) => {
			const page = async (query: { after?: string; limit?: number }) => {
				const { after, ...rest } = query;
				const from = after === undefined ? rest : { ...rest, after: keyText(after) };
				return idsOf(await reader.documentsOfType('NOTE', from)).join('');
			};
			assert.equal(await page({}), 'abde');
			assert.equal(await page({ limit: 2 }), 'ab');
			assert.equal(await page({ after: 'b', limit: 1 }), 'd');
			assert.equal(await page({ after: 'c' }), 'de');
			assert.equal(await page({ after: 'e' }), '');
			assert.equal(await page({ limit: 0 }), '');
		});
	});

	test('a tombstone is read by its key alone, and keeps its groupings', async (store) => {
		const groupings = { z1: 'v' };
		await writeAll(store, [row({ id: 'a', groupings, properties: { p: 1 } })]);
		const deleted = tombstone({ id: 'a', version: 2, groupings });
		await writeAll(store, [deleted]);
		await read(store, async (reader) => {
			assert.deepEqual(withoutHandle(await reader.document('NOTE', keyText('a'))), deleted);
			assert.deepEqual(await reader.documentsOfType('NOTE'), []);
			assert.deepEqual(await reader.documentsByGrouping('NOTE', 'z1', 'v'), []);
			assert.deepEqual(await reader.documentsByProperty('NOTE', 'p'), []);
		});
	});

	test('a document may be reborn, and is found again everywhere', async (store) => {
		const living = row({ id: 'a', groupings: { z1: 'v' }, properties: { p: 1 } });
		await writeAll(store, [living]);
		await writeAll(store, [tombstone({ id: 'a', version: 2, groupings: { z1: 'v' } })]);
		await writeAll(store, [{ ...living, version: 3, properties: { p: 2 } }]);
		await read(store, async (reader) => {
			assert.equal((await reader.document('NOTE', keyText('a')))?.version, 3);
			assert.deepEqual(idsOf(await reader.documentsOfType('NOTE')), ['a']);
			assert.deepEqual(idsOf(await reader.documentsByGrouping('NOTE', 'z1', 'v')), ['a']);
			assert.deepEqual(idsOf(await reader.documentsByProperty('NOTE', 'p', { min: 2 })), ['a']);
		});
	});

	test('the row of an organisation is created, then replaced; codes are sorted', async (store) => {
		const put = (org: string, status: 'open' | 'frozen') =>
			store.transaction((transaction) =>
				transaction.in(org).putOrganisation({ org, status, settings: bytes(1) }),
			);
		for (const org of ['zeta', ORG, 'beta']) await put(org, 'open');
		await put(ORG, 'frozen');
		assert.deepEqual(await store.organisations(), [ORG, 'beta', 'zeta']);
		const expected = { org: ORG, status: 'frozen', settings: bytes(1) };
		assert.deepEqual(await read(store, (reader) => reader.organisation()), expected);
		await assert.rejects(
			store.transaction((t) =>
				t.in(ORG).putOrganisation({ ...expected, org: 'zeta', status: 'open' }),
			),
		);
	});

	test('documents and threads need no row of the organisation', async (store) => {
		await writeAll(store, [row({ id: 'a', del: 0 })], ['T/1']);
		assert.equal(await read(store, (reader) => reader.organisation()), undefined);
		assert.deepEqual(await store.organisations(), []);
		assert.equal((await read(store, (r) => r.thread('T/1')))?.cleanDate, DAY);
	});
};
