import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CARROTS, JAM, testCatalogue } from '../test-catalogue.ts';
import { importCatalogue } from './catalogue-import.ts';
import { dayOfText, gramsOf, scaledNumber, yesOrNo } from './cells.ts';
import { importFaults } from './import-lines.ts';
import { importOrders } from './order-import.ts';

test('numbers as people type them, exactly; a weight has its unit; days in three ways', () => {
	assert.deepEqual(
		['1,5', '1½', '½', '2', ' 1 ', '0.5'].map((text) => scaledNumber(text, 2)),
		[3, 3, 1, 4, 2, 1],
	);
	assert.deepEqual(
		['10,50', '10.5 €', '1 234,56', '0,005', '-1', 'x', ''].map((text) => scaledNumber(text, 100)),
		[1_050, 1_050, 123_456, undefined, undefined, undefined, undefined],
	);
	assert.deepEqual(['500 g', '1,5 kg', '0.25kg', '500', '1.5', 'kg'].map(gramsOf), [
		500,
		1_500,
		250,
		undefined,
		undefined,
		undefined,
	]);
	assert.deepEqual(
		['01/09/2025', '2025-09-01', '20250901', '31/02/2025', '1er mai'].map(dayOfText),
		[20250901, 20250901, 20250901, undefined, undefined],
	);
	assert.deepEqual(['Oui', 'no', 'peut-être'].map(yesOrNo), [true, false, undefined]);
});

test('any amount written in cents is read back', () => {
	fc.assert(
		fc.property(fc.nat(99_999_999), fc.constantFrom(',', '.'), (cents, sign) => {
			assert.equal(scaledNumber((cents / 100).toFixed(2).replace('.', sign), 100), cents);
		}),
	);
});

const ordersOf = (...rows: string[][]) =>
	importOrders([['Consommateur', 'Produit', 'Quantité'], ...rows], {
		...{ gc: 'dupleix', catalogue: testCatalogue, ordered: () => 0 },
		consumers: new Map([
			['2', 'Ana'],
			['3', 'Éric'],
			['4', 'ana'],
		]),
	});

test('a name that two people have names neither; codes always do', () => {
	const { lignes, quantities } = ordersOf(
		['Ana', JAM, '1'],
		['eric', 'confiture', '2'],
		['4', CARROTS, '1 kg'],
	);
	assert.deepEqual(
		lignes.map(({ effet, fautes }) => [effet, fautes[0]?.colonne]),
		[
			['faux', 'co'],
			['nouveau', undefined],
			['nouveau', undefined],
		],
	);
	assert.deepEqual(quantities, [
		{ co: '3', prod: JAM, amount: 4 },
		{ co: '4', prod: CARROTS, amount: 1_000 },
	]);
});

test('new products are numbered after all that were, removed ones too; a file never reuses a number', () => {
	const line = testCatalogue.lignes[JAM];
	assert.ok(line);
	const removed = { ...line.perm, sup: 20250101, cv: [line.act] };
	const row = (rp: string, lib: string) => ['3', rp, lib, 'Divers', 'U', '1,00', '100'];
	const { lignes, catalogue } = importCatalogue(
		{ prods: { '3.7': removed } },
		[
			['pr', 'rp', 'lib', 'rayon', 'mode', 'pu', 'pn'],
			row('', 'Miel'),
			row('12', 'Sel'),
			row('', 'Thé'),
			row('7', 'Confiture'),
		],
		{ today: 20250601, now: 1, producers: ['3'] },
	);
	assert.deepEqual(
		lignes.map(({ code, effet }) => [code, effet]),
		[
			['3.8', 'nouveau'],
			['3.12', 'nouveau'],
			['3.13', 'nouveau'],
			['3.7', 'faux'],
		],
	);
	assert.equal(Object.keys(catalogue.prods).length, 4);
});

test('every fault is said in both languages', () => {
	for (const { fr, en } of Object.values(importFaults))
		assert.ok(fr.endsWith('.') && en.endsWith('.') && fr !== en);
});
