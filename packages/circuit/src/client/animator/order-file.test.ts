import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv, writeCsv } from '../../model/index.ts';
import { CARROTS, ORANGES, testCatalogue } from '../../model/test-catalogue.ts';
import { TestGroup } from '../../model/test-group.ts';
import { consumerColumns, type OrderFileFacts, orderFileChanges, orderFileTable } from './index.ts';

const person = (nom: string) => ({
	carte: { nom, init: nom.slice(0, 2) },
	contact: { tels: [], mails: [] },
	conf: {},
	st: 0 as const,
});

const directory = {
	g: { tels: [], mails: [] },
	cos: { '2': person('Zoé Morel'), '3': person('Ana Costa'), '4': person('Ana Costa') },
};

const factsOf = (group: TestGroup): OrderFileFacts => {
	const orders = new Map(
		Object.entries(group.orders).flatMap(([co, order]) => (order ? [[co, order] as const] : [])),
	);
	const columns = consumerColumns(directory, orders, 'fr');
	return { gc: 'dupleix', catalogue: testCatalogue, columns, orders };
};

const ordered = (): OrderFileFacts => {
	const group = new TestGroup(testCatalogue);
	group.order('2', ORANGES, 3);
	group.order('2', CARROTS, 1_500);
	group.order('4', ORANGES, 2);
	return factsOf(group);
};

test('what is ordered leaves as a file: names, codes where two have one name, weights with their unit', () => {
	assert.deepEqual(orderFileTable(ordered()).rows, [
		['4', 'Oranges', '1'],
		['Zoé Morel', 'Oranges', '1,5'],
		['Zoé Morel', 'Carottes', '1500 g'],
	]);
});

test('taken in again as it left, in either language, it changes nothing', () => {
	const facts = ordered();
	for (const language of ['fr', 'en'] as const) {
		const cells = readCsv(writeCsv(orderFileTable(facts), language));
		const changes = [...orderFileChanges(cells, facts).values()];
		assert.equal(changes.length, 3);
		for (const { before, after } of changes) assert.equal(after, before);
	}
});

test('a quantity of a file beside what is ordered now', () => {
	const cells = [
		['Produit', 'Consommateur', 'Quantité'],
		['carottes', 'zoe morel', '2 kg'],
		['Oranges', '3', '½'],
		['Oranges', 'Nobody', '1'],
	];
	assert.deepEqual(
		[...orderFileChanges(cells, ordered()).values()],
		[
			{ co: '2', prod: CARROTS, before: 1_500, after: 2_000 },
			{ co: '3', prod: ORANGES, before: 0, after: 1 },
		],
	);
});
