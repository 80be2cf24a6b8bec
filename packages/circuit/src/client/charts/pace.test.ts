import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantPartsIn } from '@navette/core';
import { lastDay, type OrderPace, paceFigures } from './pace.ts';

const at = (text: string) => Date.parse(text);
const parts = (instant: number) => instantPartsIn('Europe/Paris', instant);

const pace: OrderPace = {
	tOuv: at('2025-06-02T06:00Z'),
	tClo: at('2025-06-05T18:00Z'),
	heures: [
		{ t: at('2025-06-02T22:00Z'), n: 2, px: 500 },
		{ t: at('2025-06-04T17:00Z'), n: 1, px: 40 },
		{ t: at('2025-06-05T16:00Z'), n: 3, px: 900 },
		{ t: at('2025-06-05T18:00Z'), n: 1, px: 60 },
	],
};

test('every day from the opening to the closing, those without orders too', () => {
	const { figures, closing } = paceFigures(pace, 'n', parts);
	assert.deepEqual(figures, {
		categories: ['20250602', '20250603', '20250604', '20250605'],
		// midnight in Paris is 22:00 UTC
		series: [{ id: 'n', values: [0, 2, 1, 4] }],
	});
	assert.deepEqual(closing, { category: 3, part: 20 / 24 });
	assert.deepEqual(paceFigures(pace, 'px', parts).figures.series[0]?.values, [0, 500, 40, 960]);
});

test('the last day is the 24 hours before the closing; what came after is no part of it', () => {
	assert.deepEqual(lastDay(pace), { all: 7, late: 3 });
	assert.deepEqual(lastDay({ ...pace, heures: [] }), { all: 0, late: 0 });
});

test('without orders there are the days all the same; a whole year keeps its last hundred days', () => {
	assert.equal(paceFigures({ ...pace, heures: [] }, 'n', parts).figures.categories.length, 4);
	const long = paceFigures({ ...pace, tOuv: at('2024-06-02T06:00Z') }, 'n', parts);
	assert.equal(long.figures.categories.length, 100);
	assert.equal(long.figures.categories.at(-1), '20250605');
	assert.equal(long.closing.category, 99);
});
