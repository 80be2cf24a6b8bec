import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cellAfterKey, startsNumber } from './grid-keys.ts';

const size = { rows: 120, columns: 45, page: 10 };
const from = { row: 50, column: 20 };
const after = (key: string, ctrl = false) => cellAfterKey(from, key, ctrl, size);

test('keys move as in the grid pattern', () => {
	assert.deepEqual(after('ArrowDown'), { row: 51, column: 20 });
	assert.deepEqual(after('ArrowRight', true), { row: 50, column: 44 });
	assert.deepEqual(after('Home'), { row: 50, column: 0 });
	assert.deepEqual(after('End', true), { row: 119, column: 44 });
	assert.deepEqual(after('PageUp'), { row: 40, column: 20 });
	assert.equal(after('a'), undefined);
	assert.equal(after('toString'), undefined);
});

test('no key leaves the grid', () => {
	const keys = fc.constantFrom(
		'ArrowUp',
		'ArrowDown',
		'ArrowLeft',
		'ArrowRight',
		'PageDown',
		'End',
	);
	const cells = fc.record({ row: fc.nat(119), column: fc.nat(44) });
	fc.assert(
		fc.property(cells, keys, fc.boolean(), (cell, key, ctrl) => {
			const next = cellAfterKey(cell, key, ctrl, size);
			assert.ok(next && next.row >= 0 && next.row < 120 && next.column >= 0 && next.column < 45);
		}),
	);
});

test('digits and the marks of a half start a number', () => {
	assert.deepEqual(['5', ',', '.', '½', 'a', 'Enter', '12'].map(startsNumber), [
		true,
		true,
		true,
		true,
		false,
		false,
		false,
	]);
});
