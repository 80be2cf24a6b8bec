import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleOf, stackedBars } from './chart-data.ts';

const data = {
	categories: ['a', 'b'],
	series: [
		{ name: 'x', values: [10, 0] },
		{ name: 'y', values: [5, 7] },
	],
};

test('bars lie on each other, and nothing has no bar', () => {
	assert.deepEqual(stackedBars(data), [
		{ category: 0, series: 0, from: 0, to: 10 },
		{ category: 0, series: 1, from: 10, to: 15 },
		{ category: 1, series: 1, from: 0, to: 7 },
	]);
});

test('the axis ends at a round number above the highest stack', () => {
	assert.deepEqual(scaleOf(data), { top: 15, ticks: [0, 5, 10, 15] });
	const large = { categories: ['a'], series: [{ name: 'x', values: [128_520] }] };
	assert.deepEqual(scaleOf(large).ticks, [0, 50_000, 100_000, 150_000]);
	assert.deepEqual(scaleOf({ categories: [], series: [] }), { top: 1, ticks: [0, 1] });
});

test('marks of an axis of halves are whole, or one half', () => {
	const of = (value: number) => ({ categories: ['a'], series: [{ name: 'x', values: [value] }] });
	assert.deepEqual(scaleOf(of(24), 2).ticks, [0, 10, 20, 30]);
	assert.deepEqual(scaleOf(of(3), 2).ticks, [0, 1, 2, 3]);
	assert.deepEqual(scaleOf(of(7), 2).ticks, [0, 2, 4, 6, 8]);
});
