import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameFigures } from './frames.ts';
import { gridOf, ordersOf } from './organisation.ts';

test('frames: an even gesture is at 60 a second; one that stops is late', () => {
	const gesture = (frames: readonly number[]) => ({ frames, busy: 120, asked: 60 });
	const even = gesture(Array.from({ length: 61 }, (_, n) => (n * 1_000) / 60));
	const { rate, late, busy } = frameFigures([even, even]);
	assert.deepEqual([rate, late, busy], [60, 0, 2]);
	const stopped = gesture([0, 16.7, 33.3, 133.3, 150]);
	const figures = { rate: 26.67, late: 0.25, p95: 100, longest: 100, busy: 2 };
	assert.deepEqual(frameFigures([stopped]), figures);
	assert.deepEqual(frameFigures([]), { rate: 0, late: 0, p95: 0, longest: 0, busy: 0 });
});

test('a grid of any size: so many products, each once, a third of the cells ordered', () => {
	const grid = gridOf({ consumers: 45, products: 120 }, Date.UTC(2026, 5, 11, 16));
	assert.equal(grid.consumers.length, 45);
	assert.equal(new Set(grid.products).size, 120);
	const catalogue = grid.documents.find(({ type }) => type === 'CATL');
	assert.ok(catalogue?.type === 'CATL');
	const names = Object.values(catalogue.data.lignes).map(({ perm }) => perm.lib);
	assert.equal(new Set(names).size, 120, 'no two products of one name');
	const ordered = grid.consumers.reduce((sum, _, at) => sum + ordersOf(grid, at).length, 0);
	assert.equal(ordered, (45 * 120) / 3);
});
