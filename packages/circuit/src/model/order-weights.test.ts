import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderWeights } from './order-weights.ts';
import type { ConsumerLine } from './orders.ts';
import { CARROTS, CHICKEN, JAM, testCatalogue } from './test-catalogue.ts';

const mark = { t: 1, par: 'CO/dupleix.2 Paul' };

test('one piece still to be weighed does not make the whole order an estimate', () => {
	const lignes: Record<string, ConsumerLine> = {
		[CHICKEN]: { cmd: { q2: 2, ...mark }, t1: 1 },
		[CARROTS]: { cmd: { g: 1_000, ...mark }, t1: 1, dis: { g: 1_040, ...mark } },
		[JAM]: { cmd: { q2: 4, ...mark }, t1: 1 },
	};
	assert.deepEqual(orderWeights({ lignes }, testCatalogue), {
		// 2 jars of 350 g net, 520 g gross: the net is counted
		sur: { px: 229 + 690, pn: 1_040 + 700 },
		est: { px: 2_142, pn: 1_800 },
	});
});
