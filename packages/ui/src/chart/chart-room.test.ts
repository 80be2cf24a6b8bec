import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roomOf, shortened, shownNames } from './chart-room.ts';

test('names that hold are all written, in the middle of their columns', () => {
	assert.deepEqual(shownNames(['12 Jun', '28 Jun'], 100, 40), [
		{ at: 0, x: 90, name: '12 Jun' },
		{ at: 1, x: 190, name: '28 Jun' },
	]);
});

test('two names moved inside from both ends are not over each other: the last is written', () => {
	assert.deepEqual(
		shownNames(Array(6).fill('12/06/2025'), 22.5, 85).map(({ at }) => at),
		[5],
	);
});

test('a long name keeps its beginning', () => {
	assert.equal(shortened('Oranges, caisse de 10 kg', 80), 'Oranges, c…');
	assert.equal(shortened('Café', 10), 'Café');
});

test('one point or a hundred, on a phone or a desk: no name over another, none outside, the last there', () => {
	const cases = fc.record({
		count: fc.integer({ min: 1, max: 100 }),
		width: fc.integer({ min: 220, max: 900 }),
		left: fc.integer({ min: 20, max: 90 }),
		name: fc.constantFrom('9', '12 juin', '12/06/2025', '03/2025'),
	});
	fc.assert(
		fc.property(cases, ({ count, width, left, name }) => {
			const step = (width - left) / count;
			const shown = shownNames(Array(count).fill(name), step, left);
			assert.equal(shown.at(-1)?.at, count - 1);
			let end = left - 1;
			for (const one of shown) {
				assert.ok(one.x - roomOf(one.name) / 2 >= end, `${one.at} over its neighbour`);
				end = one.x + roomOf(one.name) / 2;
			}
			assert.ok(end <= width + 1, 'inside');
		}),
	);
});
