import assert from 'node:assert/strict';
import type { PropertyQuery } from '../document-store.ts';
import { idsOf, keyText, read, row, type StoreTest, writeAll } from './fixture.ts';

/** Documents found by grouping and by indexable property. */
export const indexConformance = (test: StoreTest): void => {
	test('a grouping finds its documents by id, in pages', async (store) => {
		await writeAll(store, [
			...[...'cabd'].map((id) => row({ id, groupings: { z1: 'v', z2: id } })),
			row({ id: 'e', groupings: { z1: 'w' } }),
			row({ id: 'f', type: 'OTHER', groupings: { z1: 'v' } }),
			row({ id: 'g', properties: { z1: 'v' } }),
		]);
		await read(store, async (reader) => {
			const find = async (page: { after?: string; limit?: number } = {}) => {
				const { after, ...rest } = page;
				const from = after === undefined ? rest : { ...rest, after: keyText(after) };
				return idsOf(await reader.documentsByGrouping('NOTE', 'z1', 'v', from)).join('');
			};
			assert.equal(await find(), 'abcd');
			assert.equal(await find({ after: 'a', limit: 2 }), 'bc');
			assert.equal(await find({ after: 'd' }), '');
			assert.equal(await find({ limit: 0 }), '');
			assert.deepEqual(idsOf(await reader.documentsByGrouping('NOTE', 'z2', 'b')), ['b']);
		});
	});

	const finds = async (
		store: Parameters<typeof read>[0],
		query: PropertyQuery | undefined,
	): Promise<string> =>
		idsOf(await read(store, (reader) => reader.documentsByProperty('NOTE', 'p', query))).join('');

	test('a number property is searched between inclusive bounds, in order', async (store) => {
		const values = { a: 2, b: -1, c: 10, d: 2, e: 2.5, f: 0 };
		await writeAll(
			store,
			Object.entries(values).map(([id, p]) => row({ id, properties: { p } })),
		);
		assert.equal(await finds(store, undefined), 'bfadec');
		assert.equal(await finds(store, { min: 2 }), 'adec');
		assert.equal(await finds(store, { max: 2 }), 'bfad');
		assert.equal(await finds(store, { min: 0, max: 2.5 }), 'fade');
		assert.equal(await finds(store, { min: 2, max: 2 }), 'ad');
		assert.equal(await finds(store, { min: 3, max: 2 }), '');
		assert.equal(await finds(store, { limit: 3 }), 'bfa');
		assert.equal(await finds(store, { limit: 0 }), '');
	});

	test('descending turns the whole order round', async (store) => {
		const values = { a: 2, b: -1, c: 10, d: 2 };
		await writeAll(
			store,
			Object.entries(values).map(([id, p]) => row({ id, properties: { p } })),
		);
		assert.equal(await finds(store, { descending: true }), 'cdab');
		assert.equal(await finds(store, { descending: true, limit: 2 }), 'cd');
		assert.equal(await finds(store, { descending: true, max: 2 }), 'dab');
		assert.equal(await finds(store, { descending: true, min: 2, max: 9 }), 'da');
	});

	test('texts are searched as texts, numbers as numbers, never one as the other', async (store) => {
		const values = { a: '10', b: '9', c: '', d: 9, e: 10, f: 'é' };
		await writeAll(
			store,
			Object.entries(values).map(([id, p]) => row({ id, properties: { p } })),
		);
		assert.equal(await finds(store, { min: '' }), 'cabf');
		assert.equal(await finds(store, { min: '10', max: '9' }), 'ab');
		assert.equal(await finds(store, { max: '9' }), 'cab');
		assert.equal(await finds(store, { min: 0 }), 'de');
		assert.equal(await finds(store, { max: 9 }), 'd');
		assert.equal(await finds(store, { min: '9', max: '9' }), 'b');
		assert.equal(await finds(store, { min: 9, max: 9 }), 'd');
		assert.equal(await finds(store, { min: '', descending: true }), 'fbac');
		assert.equal(await finds(store, {}), 'decabf');
	});

	test('a property that changes, goes or comes moves the document', async (store) => {
		await writeAll(store, [row({ id: 'a', properties: { p: 1, q: 1 } }), row({ id: 'b' })]);
		await writeAll(store, [
			row({ id: 'a', version: 2, properties: { p: 5 } }),
			row({ id: 'b', version: 2, properties: { p: 'x' } }),
		]);
		assert.equal(await finds(store, { max: 4 }), '');
		assert.equal(await finds(store, { min: 5 }), 'a');
		assert.equal(await finds(store, { min: 'x' }), 'b');
		assert.deepEqual(await read(store, (r) => r.documentsByProperty('NOTE', 'q')), []);
		await writeAll(store, [row({ id: 'a', version: 3, properties: { p: '5' } })]);
		assert.equal(await finds(store, { min: 0 }), '');
		assert.equal(await finds(store, { min: '' }), 'ab');
	});
};
