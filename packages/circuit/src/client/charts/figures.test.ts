import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Carton, ConsumerOrder, GroupOrder } from '../../model/index.ts';
import { alertBits } from '../../model/index.ts';
import {
	consumerFigures,
	discrepancyFigures,
	groupFigures,
	highestOf,
	producerFigures,
	productFigures,
	topProducts,
	totalOf,
} from './figures.ts';

const order = (livr: string, px: number, est: boolean) => ({
	key: { livr },
	data: { lignes: {}, tot: { nref: 1, pb: px * 2, px, est, al: 0 } } satisfies ConsumerOrder,
});

const line = (nco: number, al = 0): GroupOrder['lignes'][string] => ({
	...{ cmd: { q2: 2, g: 0, nco }, att: { q2: 2, g: 0 }, dis: { q2: 0, g: 0 }, al },
});

const group = (gc: string, livr: string, px: number, lignes: GroupOrder['lignes'] = {}) => ({
	key: { gc, livr },
	data: { lignes, tot: { nco: 3, nref: 1, pb: 10, px, al: 0 } } satisfies GroupOrder,
});

test('a consumer’s orders by month, what is weighed apart from what is estimated', () => {
	const orders = [
		order('20250614', 100, false),
		order('20250628', 50, true),
		order('20250712', 7, false),
	];
	assert.deepEqual(consumerFigures(orders, 'px'), {
		categories: ['202506', '202507'],
		series: [
			{ id: 'weighed', values: [100, 7] },
			{ id: 'estimated', values: [50, 0] },
		],
	});
	assert.equal(totalOf(consumerFigures(orders, 'pb')), 314);
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
		...{ categories: ['1'], series: [{ id: 'count', values: [2] }] },
	});
	assert.deepEqual(topProducts(orders, 2), [
		['2.1', 7],
		['1.1', 3],
	]);
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
