import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderPace } from './order-pace.ts';
import { orderTotals } from './order-totals.ts';
import type { ConsumerLine, ConsumerOrder } from './orders.ts';
import { COFFEE, JAM, ORANGES, testCatalogue } from './test-catalogue.ts';

const ZONE = 'Europe/Paris';
const par = 'CO/dupleix.2 Paul';
const line = (t1: number, q2: number): ConsumerLine => ({ cmd: { q2, t: t1, par }, t1 });
const order = (lignes: Record<string, ConsumerLine>): ConsumerOrder => ({
	lignes,
	tot: orderTotals(lignes, testCatalogue),
});
const at = (text: string) => Date.parse(text);

test('an order begins with its first line; its lines count in the hour of each', () => {
	const orders = [
		order({
			[COFFEE]: line(at('2025-06-05T08:59:59Z'), 2),
			[JAM]: line(at('2025-06-05T10:00:00Z'), 4),
		}),
		order({ [COFFEE]: line(at('2025-06-05T08:10:00Z'), 2) }),
	];
	assert.deepEqual(orderPace(orders, testCatalogue, ZONE), [
		{ t: at('2025-06-05T08:00:00Z'), n: 2, px: 1_080 },
		{ t: at('2025-06-05T10:00:00Z'), n: 0, px: 690 },
	]);
});

test('hours are those of the clock of the group', () => {
	const orders = [order({ [COFFEE]: line(at('2025-06-05T08:10:00Z'), 2) })];
	const [hour] = orderPace(orders, testCatalogue, 'Asia/Kolkata');
	assert.equal(hour?.t, at('2025-06-05T07:30:00Z'));
});

test('what was given without having been ordered is no order', () => {
	const given = { ...line(5, 0), dis: { q2: 2, t: 5, par } };
	assert.deepEqual(orderPace([order({ [ORANGES]: given })], testCatalogue, ZONE), []);
});

test('every order and every cent is in one hour, whoever orders when', () => {
	const lines = fc.dictionary(
		fc.constantFrom(COFFEE, JAM, ORANGES),
		fc.record({ t1: fc.integer({ min: 0, max: 4e12 }), q2: fc.integer({ min: 1, max: 9 }) }),
		{ minKeys: 1 },
	);
	fc.assert(
		fc.property(fc.array(lines, { maxLength: 6 }), (all) => {
			const orders = all.map((one) =>
				order(Object.fromEntries(Object.entries(one).map(([c, { t1, q2 }]) => [c, line(t1, q2)]))),
			);
			const hours = orderPace(orders, testCatalogue, ZONE);
			const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
			assert.equal(sum(hours.map(({ n }) => n)), orders.length);
			assert.equal(sum(hours.map(({ px }) => px)), sum(orders.map(({ tot }) => tot.px)));
			assert.deepEqual(
				hours.map(({ t }) => t),
				[...new Set(hours.map(({ t }) => t))].toSorted((a, b) => a - b),
			);
		}),
	);
});
