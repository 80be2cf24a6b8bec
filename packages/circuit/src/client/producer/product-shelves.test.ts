import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShelves, productShelves, shelvesFold, withShelf } from './product-shelves.ts';

const product = (code: string, rayon: string) => ({ code, product: { rayon } });

const many = (count: number, rayon: string) =>
	Array.from({ length: count }, (_, at) => product(`${rayon} ${at}`, rayon));

test('products lie by shelf in the order of the alphabet, each shelf in the order given', () => {
	const shelves = productShelves([
		product('poireau', 'Légumes'),
		product('œufs', 'Épicerie'),
		product('carotte', 'Légumes'),
	]);
	assert.deepEqual(
		shelves.map(({ name, products }) => [name, products.map(({ code }) => code)]),
		[
			['Épicerie', ['œufs']],
			['Légumes', ['poireau', 'carotte']],
		],
	);
});

test('shelves fold from thirteen products on, never when there is only one', () => {
	assert.equal(shelvesFold(productShelves([...many(6, 'a'), ...many(6, 'b')])), false);
	assert.equal(shelvesFold(productShelves([...many(6, 'a'), ...many(7, 'b')])), true);
	assert.equal(shelvesFold(productShelves(many(40, 'a'))), false);
	assert.equal(shelvesFold([]), false);
});

test('the shelves that are open are one text, opened once, folded without a trace', () => {
	const one = withShelf('', 'Fruits, frais', true);
	const two = withShelf(withShelf(one, 'Légumes', true), 'Légumes', true);
	assert.deepEqual([...openShelves(two)], ['Fruits, frais', 'Légumes']);
	assert.equal(withShelf(withShelf(two, 'Légumes', false), 'Fruits, frais', false), '');
	assert.equal(openShelves('').size, 0);
});
