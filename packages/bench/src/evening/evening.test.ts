import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './differences.ts';
import { eveningOf } from './organisation.ts';
import { concerns, type Order, ordersOf, screensOf, totalsOf } from './plan.ts';

const NOW = Date.UTC(2026, 5, 11, 16);
const ORDERS: readonly Order[] = [
	{ gc: 'g1', co: '2', prod: '3.1', q2: 2 },
	{ gc: 'g1', co: '3', prod: '3.1', q2: 4 },
	{ gc: 'g1', co: '2', prod: '3.1', q2: 6 },
	{ gc: 'g2', co: '2', prod: '4.2', q2: 8 },
];

test('the last quantity of a line counts, in the form, the group and the carton', () => {
	assert.deepEqual(totalsOf(ORDERS), {
		'BCC/g1.2': { '3.1': 6 },
		'BCC/g1.3': { '3.1': 4 },
		'BCG/g1': { '3.1': 10 },
		'CART/3.g1': { 1: 10 },
		'BCC/g2.2': { '4.2': 8 },
		'BCG/g2': { '4.2': 8 },
		'CART/4.g2': { 2: 8 },
	});
});

test('what a screen does not show, shows wrongly, or should not show is said', () => {
	const all = totalsOf(ORDERS);
	const animator = { role: 'animator', gc: 'g1' } as const;
	const ofGroup = Object.fromEntries(Object.entries(all).filter(([name]) => /g1/.test(name)));
	assert.deepEqual(differences(animator, ofGroup, all), []);
	const { 'BCC/g1.3': _, ...less } = ofGroup;
	assert.equal(differences(animator, less, all).length, 1);
	assert.equal(differences(animator, { ...ofGroup, 'BCG/g1': { '3.1': 8 } }, all).length, 1);
	assert.equal(differences(animator, { ...ofGroup, 'BCC/g9.2': { '3.1': 2 } }, all).length, 1);
	const producer = { role: 'producer', pr: '3' } as const;
	assert.deepEqual(differences(producer, { 'CART/3.g1': { 1: 10 } }, all), []);
	const consumer = { role: 'consumer', gc: 'g1', co: '3' } as const;
	const own = { 'BCC/g1.3': { '3.1': 4 }, 'BCG/g1': { '3.1': 10 } };
	assert.deepEqual(differences(consumer, own, all), []);
	assert.equal(differences(consumer, {}, all).length, 2);
});

test('a crowd of any size has one open tour; every order concerns some screen of each role', () => {
	const evening = eveningOf({ groups: 7, consumers: 20 }, NOW);
	assert.equal(evening.documents.filter(({ type }) => type === 'FCO').length, 140);
	assert.equal(evening.documents.filter(({ type }) => type === 'LIVRG').length, 1);
	assert.ok(evening.products.length >= 10, `${evening.products.length} products`);
	const orders = ordersOf(evening, 70);
	assert.equal(new Set(orders.map(({ gc, co }) => `${gc}.${co}`)).size, 70);
	const screens = screensOf(evening, 100);
	for (const order of orders)
		assert.ok(screens.some((screen) => screen.role === 'groupement' && concerns(screen, order)));
	const roles = Map.groupBy(screens, ({ role }) => role);
	assert.deepEqual(
		[...roles].map(([role, all]) => `${role} ${all.length}`),
		['groupement 2', 'producer 2', 'animator 36', 'consumer 60'],
	);
});
