import assert from 'node:assert/strict';
import type { Check } from '../conformance.ts';
import type { StoredRecord } from '../record-store.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const put = (shelf: string, position: number, ...values: number[]) => ({
	shelf,
	position,
	bytes: bytes(...values),
});
const plain = (records: readonly StoredRecord[]) =>
	records.map((record) => [record.position, ...record.bytes]);

/** Guarantees of the records themselves. */
export const checkRecords: readonly Check[] = [
	{
		what: 'a shelf is read by position, from a position on, and is not another',
		async run(place) {
			const records = await place.open();
			await records.write([put('a', 10, 1), put('a', 2, 2), put('a', 0, 3), put('ab', 0, 4)]);
			assert.deepEqual(plain(await records.read('a')), [
				[0, 3],
				[2, 2],
				[10, 1],
			]);
			assert.deepEqual(plain(await records.read('a', 2)), [
				[2, 2],
				[10, 1],
			]);
			assert.deepEqual(plain(await records.read('ab')), [[0, 4]]);
			assert.deepEqual(await records.read('none'), []);
			await records.close();
		},
	},
	{
		what: 'the changes of a write apply in order',
		async run(place) {
			const records = await place.open();
			await records.write([put('a', 0, 1), put('a', 1, 1), put('b', 0, 1)]);
			const written = await records.write([
				put('a', 0, 9),
				{ shelf: 'a', clear: true },
				put('a', 5, 5),
				{ shelf: 'b', position: 0, bytes: undefined },
				{ shelf: 'b', position: 7, bytes: undefined },
			]);
			assert.ok(written.ok);
			assert.deepEqual(plain(await records.read('a')), [[5, 5]]);
			assert.deepEqual(await records.read('b'), []);
			await records.close();
		},
	},
	{
		what: 'bytes are kept as they are, empty and large ones too',
		async run(place) {
			const records = await place.open();
			const large = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
			const window = large.subarray(100, 200);
			await records.write([
				{ shelf: 'a', position: 0, bytes: large },
				{ shelf: 'a', position: 1, bytes: bytes() },
				{ shelf: 'a', position: 2, bytes: window },
			]);
			const read = await records.read('a');
			assert.deepEqual(
				read.map((record) => new Uint8Array(record.bytes)),
				[large, bytes(), new Uint8Array(window)],
			);
			await records.close();
		},
	},
	{
		what: 'a written base is there when it is opened again',
		async run(place) {
			const first = await place.open();
			await first.write([put('a', 0, 1)]);
			await first.close();
			const second = await place.open();
			assert.deepEqual(plain(await second.read('a')), [[0, 1]]);
			await second.close();
		},
	},
	{
		what: 'wiped, it is empty and usable',
		async run(place) {
			const records = await place.open();
			await records.write([put('a', 0, 1), put('b', 0, 1)]);
			assert.ok((await records.wipe()).ok);
			assert.deepEqual([...(await records.read('a')), ...(await records.read('b'))], []);
			await records.write([put('a', 0, 2)]);
			assert.deepEqual(plain(await records.read('a')), [[0, 2]]);
			await records.close();
		},
	},
	{
		what: 'closed, it reads as empty and writes nothing, without an exception',
		async run(place) {
			const records = await place.open();
			await records.write([put('a', 0, 1)]);
			await records.close();
			await records.close();
			assert.deepEqual(await records.read('a'), []);
			assert.deepEqual(await records.write([put('a', 1, 1)]), { ok: false, error: 'gone' });
			assert.deepEqual(await records.wipe(), { ok: false, error: 'gone' });
			const again = await place.open();
			assert.deepEqual(plain(await again.read('a')), [[0, 1]]);
			await again.close();
		},
	},
];
