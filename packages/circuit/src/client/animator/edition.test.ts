import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CARROTS, COFFEE, ORANGES, testCatalogue } from '../../model/test-catalogue.ts';
import { editionIn, editOperation, type OfferedLine, readTyped } from './index.ts';

const product = (code: string): OfferedLine => {
	const line = testCatalogue.lignes[code];
	assert.ok(line);
	return line;
};

const read = (text: string, code: string): number | string => {
	const result = readTyped(text, product(code));
	return result.ok ? result.value : result.error.code;
};

test('typed quantities: units, halves, grams and kilograms', () => {
	assert.deepEqual(
		['2', ',5', '.5', '1½', '1,5', '', ' '].map((text) => read(text, ORANGES)),
		[4, 1, 1, 3, 3, 0, 0],
	);
	assert.deepEqual(
		['500', '1,5', '1.5 kg', '1500 g', '2kg'].map((text) => read(text, CARROTS)),
		[500, 1_500, 1_500, 1_500, 2_000],
	);
});

test('S6: half a coffee is refused, as are a wrong step and what is no quantity', () => {
	assert.equal(read(',5', COFFEE), 'E-DEMI');
	assert.equal(read('700', CARROTS), 'E-PAS');
	assert.equal(read('-2', ORANGES), 'E-PAS');
	assert.equal(read('two', ORANGES), 'E-PAS');
});

test('whatever is typed is refused or read, never thrown', () => {
	fc.assert(
		fc.property(fc.string(), fc.constantFrom(ORANGES, CARROTS, COFFEE), (text, code) => {
			const value = read(text, code);
			return typeof value === 'string' || (Number.isSafeInteger(value) && value >= 0);
		}),
	);
});

test('an animator writes orders while open, attributions once delivered, else nothing', () => {
	assert.deepEqual(([0, 1, 2, 3, 4, 5, 6, 'X'] as const).map(editionIn), [
		'none',
		'ordered',
		'none',
		'none',
		'attributed',
		'attributed',
		'none',
		'none',
	]);
});

test('the operation says what was seen: a quantity, no line, or nothing at all', () => {
	const scope = { right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614' };
	const edit = { co: '3', code: CARROTS, product: product(CARROTS), amount: 500 };
	const seen = {
		amount: 900,
		ordered: 1_000,
		wanted: 900,
		author: { right: 'CO/dupleix.3' },
		at: 0,
		byAnimator: false,
	};
	const inputs = [{ ...edit, seen }, { ...edit, seen: undefined }, edit].map(
		(one) => editOperation(one, scope, 'ordered').input.seen,
	);
	assert.deepEqual(inputs, [{ g: 1_000 }, null, undefined]);
	assert.deepEqual(editOperation({ ...edit, seen }, scope, 'attributed'), {
		name: 'AttLigne',
		input: { ...scope, co: '3', prod: CARROTS, g: 500, seen: { g: 900 } },
	});
});
