import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	alertNames,
	type ConsumerOrder,
	type ConsumersDirectory,
	type DeliveryCatalogue,
} from '../../model/index.ts';
import {
	CARROTS,
	CHICKEN,
	COFFEE,
	JAM,
	ORANGES,
	testCatalogue,
} from '../../model/test-catalogue.ts';
import { TestGroup } from '../../model/test-group.ts';
import {
	cartonViews,
	consumerColumns,
	isFound,
	orderCell,
	participation,
	productRows,
	shownRows,
	stagesReached,
} from './index.ts';

const person = (nom: string, init: string, st: 0 | 1 | 9 = 0) => ({
	carte: { nom, init },
	contact: { tels: [], mails: [] },
	conf: {},
	st,
});

const directory: ConsumersDirectory = {
	g: { tels: [], mails: [] },
	cos: {
		'2': person('Zoé Morel', 'ZM'),
		'3': person('Émile Petit', 'EP'),
		'4': person('Ana Costa', 'AC', 1),
		'5': person('Bob Parti', 'BP', 9),
	},
};

const ordersOf = (group: TestGroup): Map<string, ConsumerOrder> =>
	new Map(Object.entries(group.orders).flatMap(([co, order]) => (order ? [[co, order]] : [])));

const rowsOf = (group: TestGroup, catalogue: DeliveryCatalogue = testCatalogue) =>
	productRows({ catalogue, orders: ordersOf(group), groupOrder: group.group ?? undefined });

const rowOf = (group: TestGroup, code: string) => {
	const row = rowsOf(group).find((one) => one.code === code);
	assert.ok(row);
	return row;
};

test('S3: a half missing is seen in the row, and the half of the group itself completes it', () => {
	const group = new TestGroup(testCatalogue);
	group.order('2', ORANGES, 1);
	group.order('3', ORANGES, 2);
	assert.equal(rowOf(group, ORANGES).halvesMissing, 1);
	assert.deepEqual(alertNames(rowOf(group, ORANGES).alerts), ['PARITE']);
	group.order('1', ORANGES, 1, true);
	const row = rowOf(group, ORANGES);
	assert.deepEqual(
		{ wanted: row.wanted, people: row.people, missing: row.halvesMissing, price: row.price },
		{ wanted: 4, people: 3, missing: 0, price: 4_200 },
	);
});

test('S1: chickens are estimated at their nominal weight', () => {
	const group = new TestGroup(testCatalogue);
	for (const [co, q2] of [
		['2', 4],
		['3', 2],
		['4', 2],
	] as const)
		group.order(co, CHICKEN, q2);
	const row = rowOf(group, CHICKEN);
	assert.deepEqual([row.wanted, row.net, row.price, row.estimated], [8, 7_200, 8_568, true]);
});

test('columns: the group itself first, then names in their language; leavers without order go', () => {
	const group = new TestGroup(testCatalogue);
	group.order('3', COFFEE, 2);
	group.order('77', COFFEE, 2);
	const columns = consumerColumns(directory, ordersOf(group), 'fr');
	assert.deepEqual(
		columns.map((one) => one.co),
		['1', '77', '4', '3', '2'],
	);
	const { ordered, missing } = participation(columns);
	assert.deepEqual(
		[ordered.map((one) => one.co), missing.map((one) => one.co)],
		[['77', '3'], ['2']],
		'somebody whose orders are blocked is not waited for',
	);
});

test('a product that the group cannot order is shown only when somebody has one', () => {
	const lignes = { ...testCatalogue.lignes };
	const jam = lignes[JAM];
	assert.ok(jam);
	lignes[JAM] = { ...jam, act: { ...jam.act, dispo: 0 } };
	const group = new TestGroup(testCatalogue);
	const codes = (filter: 'all' | 'ordered' | 'alerts', search = '') =>
		shownRows(rowsOf(group, { calc: 0, lignes }), filter, search, (pr) => `Ferme ${pr}`).map(
			(row) => row.code,
		);
	assert.deepEqual(codes('all'), [CHICKEN, ORANGES, CARROTS, COFFEE]);
	group.order('2', JAM, 2);
	assert.deepEqual(codes('ordered'), [JAM]);
	assert.deepEqual(codes('all', 'CAFE ferme'), [COFFEE], 'accents and case do not count');
	assert.deepEqual(codes('alerts'), []);
	assert.ok(isFound('boeuf', 'Caissette de bœuf'), 'a ligature is two letters');
});

test('a cell says who wrote it and keeps what was ordered beside what is attributed', () => {
	const group = new TestGroup(testCatalogue);
	group.order('2', ORANGES, 4);
	group.attribute('2', 'att', ORANGES, 2);
	const cell = orderCell(group.orders['2']?.lignes[ORANGES], 'U');
	assert.deepEqual([cell?.amount, cell?.ordered, cell?.wanted, cell?.byAnimator], [2, 4, 2, true]);
	assert.equal(orderCell(undefined, 'U'), undefined);
});

test('shipped and received appear in rows and cartons once declared', () => {
	const group = new TestGroup(testCatalogue);
	group.order('2', CARROTS, 1_500);
	assert.deepEqual(stagesReached(group.group ?? undefined), { shipped: false, received: false });
	group.ship('2', '1', 1_400);
	group.receive(CARROTS, 1_300);
	assert.deepEqual(stagesReached(group.group ?? undefined), { shipped: true, received: true });
	const row = rowOf(group, CARROTS);
	assert.deepEqual([row.wanted, row.shipped, row.received], [1_500, 1_400, 1_300]);
	const cartons = Object.entries(group.cartons).flatMap(([pr, data]) =>
		data ? [{ key: { gp: 'bocage', pr, livr: '20250614', gc: 'dupleix' }, data }] : [],
	);
	const [carton] = cartonViews(cartons, testCatalogue);
	assert.deepEqual(
		[carton?.pr, carton?.rows[0]?.label, carton?.rows[0]?.ordered, carton?.rows[0]?.shipped],
		['2', 'Carottes', 1_500, 1_400],
	);
});
