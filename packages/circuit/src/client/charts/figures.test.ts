import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Carton, GroupOrder } from '../../model/index.ts';
import { alertBits } from '../../model/index.ts';
import {
	consumerFigures,
	discrepancyFigures,
	extremesOf,
	groupFigures,
	highestOf,
	priceFigures,
	producerFigures,
	productFigures,
	shareOf,
	topProducts,
	totalOf,
	truckFigures,
} from './figures.ts';

const order = (livr: string, sure: number, estimated = 0) => ({
	livr,
	sur: { px: sure, pn: 2 * sure },
	est: { px: estimated, pn: 2 * estimated },
});

const line = (nco: number, al = 0): GroupOrder['lignes'][string] => ({
	...{ cmd: { q2: 2, g: 0, nco }, att: { q2: 2, g: 0 }, dis: { q2: 0, g: 0 }, al },
});

const group = (gc: string, livr: string, px: number, lignes: GroupOrder['lignes'] = {}) => ({
	key: { gc, livr, gp: 'bocage' },
	data: { lignes, tot: { nco: 3, nref: 1, pb: 10, px, al: 0 } } satisfies GroupOrder,
});

test('a consumer’s orders by month, what is weighed apart from what is estimated', () => {
	const orders = [order('20250614', 100, 40), order('20250628', 0, 10), order('20250712', 7)];
	const figures = consumerFigures(orders, 'px');
	assert.deepEqual(figures, {
		categories: ['202506', '202507'],
		series: [
			{ id: 'weighed', values: [100, 7] },
			{ id: 'estimated', values: [50, 0] },
		],
	});
	assert.equal(totalOf(consumerFigures(orders, 'pn')), 314);
	assert.equal(shareOf(figures, 'weighed'), 6_815);
	assert.equal(shareOf(consumerFigures([], 'px'), 'weighed'), undefined);
});

test('orders of groups by delivery, at most twelve, the last', () => {
	const orders = [group('b', '20250614', 10), group('a', '20250614', 5), group('a', '20250101', 3)];
	const figures = groupFigures(orders, 'px');
	assert.deepEqual(figures.categories, ['20250101', '20250614']);
	assert.deepEqual(figures.series, [
		{ id: 'a', values: [3, 5] },
		{ id: 'b', values: [0, 10] },
	]);
	assert.equal(highestOf(figures), '20250614');
	assert.deepEqual(extremesOf(figures), [3, 15]);
	assert.deepEqual(extremesOf(groupFigures([], 'px')), [0, 0]);
	const many = Array.from({ length: 20 }, (_, at) => group('a', `2025${10 + at}`, 1));
	assert.equal(groupFigures(many, 'px').categories.length, 12);
	assert.equal(highestOf(groupFigures([], 'px')), undefined);
});

test('discrepancies by producer, and the products most wanted', () => {
	const orders = [
		group('a', '1', 1, { '1.1': line(3, alertBits('PERTE')), '2.1': line(5) }),
		group('a', '2', 1, { '1.2': line(1, alertBits('EXCES')), '2.1': line(2, alertBits('PRIX')) }),
	];
	assert.deepEqual(discrepancyFigures(orders), {
		...{ categories: ['bocage.1'], series: [{ id: 'count', values: [2] }] },
	});
	assert.deepEqual(topProducts(orders, 2), {
		categories: ['2.1', '1.1'],
		series: [{ id: 'nco', values: [7, 3] }],
	});
	const many = Array.from({ length: 20 }, (_, pr) => `${pr}.1`).map((code, count) =>
		group('a', String(count), 1, { [code]: line(count + 1) }),
	);
	assert.deepEqual(topProducts(many, 1).categories, ['19.1'], 'the most, not the last by its code');
});

test('a producer’s cartons by delivery, and one product of his', () => {
	const carton = (gc: string, livr: string, q2: number) => ({
		key: { gc, livr },
		data: {
			lignes: { '1': { cmd: { q2, g: 0, nco: 1 } } },
			...{ etat: 0, tot: { nref: 1, pb: 1, px: q2 * 10, al: 0 } },
		} satisfies Carton,
	});
	const cartons = [carton('a', '1', 2), carton('b', '1', 4), carton('a', '2', 1)];
	assert.deepEqual(producerFigures(cartons).series[0], { id: 'a', values: [20, 10] });
	assert.deepEqual(productFigures(cartons, '1', 'U').series, [{ id: 'ordered', values: [6, 1] }]);
	assert.equal(totalOf(productFigures(cartons, '9', 'U')), 0);
});

test('the price of a product from each day on', () => {
	const conditions = [20250101, 20250612].map((d, at) => ({
		...{ d, dispo: 3 as const, pu: 340 + 20 * at, pn: 250, pb: 270 },
	}));
	assert.deepEqual(priceFigures(conditions), {
		categories: ['20250101', '20250612'],
		series: [{ id: 'price', values: [340, 360] }],
	});
});

test('how full each truck is: removed stops and trucks without a payload do not count', () => {
	const stop = (cam: string, retire?: number) => ({
		...{ tLiv: 0, adrL: '', tDis: 0, adrD: '', ordre: 0, cam },
		...(retire === undefined ? {} : { retire }),
	});
	const weighing = (gc: string, livr: string, pb: number) => {
		const one = group(gc, livr, 1);
		return { ...one, data: { ...one.data, tot: { ...one.data.tot, pb } } };
	};
	const deliveries = [
		{ key: { livr: '1' }, data: { pts: { a: stop('A'), b: stop('A'), c: stop('B') } } },
		{ key: { livr: '2' }, data: { pts: { a: stop('A'), b: stop('A', 1), c: stop('') } } },
	];
	const orders = [
		...[weighing('a', '1', 300), weighing('b', '1', 450), weighing('c', '1', 900)],
		...[weighing('a', '2', 1_500), weighing('b', '2', 450), weighing('c', '2', 9)],
	];
	assert.deepEqual(truckFigures(deliveries, [{ nom: 'A', cap: 1_000 }], orders), [
		{
			truck: 'A',
			figures: { categories: ['1', '2'], series: [{ id: 'A', values: [7_500, 15_000] }] },
		},
	]);
});
