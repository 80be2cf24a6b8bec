import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CARROTS, JAM, ORANGES, testCatalogue } from '../../model/test-catalogue.ts';
import { isDoubtfulAmount, readReceived, readWeights } from './index.ts';

const line = (code: string) => testCatalogue.lignes[code] ?? assert.fail();
const read = (text: string, code: string) => {
	const found = readReceived(text, line(code));
	return found.ok ? found.value : found.error.code;
};

test('units, halves, sums and weights as people type them', () => {
	assert.equal(read('8', ORANGES), 16);
	assert.equal(read('1½', ORANGES), 3);
	assert.equal(read('6+2', JAM), 16);
	assert.equal(read('1720+1850', CARROTS), 3_570);
	assert.equal(read('1,5', CARROTS), 1_500);
	assert.equal(read('1043', CARROTS), 1_043);
	assert.equal(read('½', JAM), 'E-DEMI');
	for (const text of ['', '+', '8+', 'x']) assert.equal(read(text, JAM), 'E-PAS');
});

test('weights of packages in a row', () => {
	assert.deepEqual(readWeights('1720 1850+1910'), [1_720, 1_850, 1_910]);
	for (const text of ['', '0', '1720 x', '400001']) assert.equal(readWeights(text), undefined);
});

test('a thousand kilograms for a thousand grams are asked again', () => {
	const carrots = { mode: 'P', ordered: 2_000, expectedGrams: 2_000 } as const;
	assert.equal(isDoubtfulAmount(1_000_000, carrots), true);
	assert.equal(isDoubtfulAmount(500, carrots), true);
	for (const grams of [0, 600, 6_000]) assert.equal(isDoubtfulAmount(grams, carrots), false);
	const jam = { mode: 'U', ordered: 4, shipped: 16, expectedGrams: 0 } as const;
	assert.equal(isDoubtfulAmount(50, jam), true);
	for (const halves of [0, 48]) assert.equal(isDoubtfulAmount(halves, jam), false);
});
