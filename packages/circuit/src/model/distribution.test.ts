import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distribute, type Remainder } from './distribution.ts';
import { writeAttributed, writeOrdered } from './order-lines.ts';
import type { ConsumerOrder } from './orders.ts';
import { CARROTS, COFFEE, ORANGES, testCatalogue } from './test-catalogue.ts';

const context = { gc: 'dupleix', catalogue: testCatalogue };
const productOf = (code: string) => {
	const product = testCatalogue.lignes[code];
	if (!product) throw new Error(code);
	return product;
};
const ordered = (code: string, amount: number, now: number): ConsumerOrder => {
	const written = writeOrdered(null, { code, amount, author: 'CO/dupleix.2', now }, context);
	if (!written.ok || !written.value.order) throw new Error('not ordered');
	return written.value.order;
};

test('what was received is always given or left, and nobody gets more than he wanted', () => {
	const wanted = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 });
	const codes = fc.constantFrom(ORANGES, CARROTS, COFFEE);
	const strategies = fc.constantFrom('rata' as const, 'premier' as const);
	const remainders = fc.constantFrom<Remainder>('frustres', 'groupe', 'laisser');
	fc.assert(
		fc.property(
			codes,
			wanted,
			fc.nat(120),
			strategies,
			remainders,
			(code, units, n, strategy, r) => {
				const step = { [ORANGES]: 1, [COFFEE]: 2, [CARROTS]: 500 }[code] ?? 1;
				const orders = Object.fromEntries(
					units.map((unit, index) => [String(index + 2), ordered(code, unit * step, index)]),
				);
				const available = n * (code === COFFEE ? 2 : 1);
				const how = { available, strategy, remainder: r };
				const { given, left } = distribute(orders, code, productOf(code), how);
				const total = [...given.values()].reduce((sum, one) => sum + one, 0);
				assert.equal(total + left, available);
				if (r !== 'laisser') assert.equal(left, 0);
				units.forEach((unit, index) => {
					assert.ok((given.get(String(index + 2)) ?? 0) <= unit * step);
				});
				if (code === COFFEE) for (const amount of given.values()) assert.equal(amount % 2, 0);
			},
		),
	);
});

test('what is over goes first to who lacks something, then to the group itself', () => {
	const lacking = writeAttributed(
		ordered(COFFEE, 4, 1),
		'att',
		{ code: COFFEE, amount: 0, author: 'GC/dupleix', now: 9 },
		context,
	);
	assert.ok(lacking.ok && lacking.value.order);
	const orders = { 2: ordered(ORANGES, 2, 2), 3: lacking.value.order };
	const give = (remainder: Remainder) =>
		Object.fromEntries(
			distribute(orders, ORANGES, productOf(ORANGES), {
				...{ available: 5, strategy: 'rata', remainder },
			}).given,
		);
	assert.deepEqual(give('frustres'), { 2: 2, 3: 1, 1: 2 });
	assert.deepEqual(give('groupe'), { 2: 2, 1: 3 });
	assert.deepEqual(give('laisser'), { 2: 2 });
});
