import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prixU } from './arithmetic.ts';
import { shareOut } from './sharing-out.ts';

test('S4 shortage: one crate for A ½, B 1, C ½ gives A ½, B ½, C nothing', () => {
	const claims = [
		{ co: '2', wanted: 1, t1: 1 },
		{ co: '3', wanted: 2, t1: 2 },
		{ co: '4', wanted: 1, t1: 3 },
	];
	const given = shareOut(2, claims, 'rata');
	assert.deepEqual(
		['2', '3', '4'].map((co) => given.get(co)),
		[1, 1, 0],
	);
	assert.equal(prixU(given.get('2') ?? 0, 2_100), 1_050);
	const first = shareOut(2, claims, 'premier');
	assert.deepEqual(
		['2', '3', '4'].map((co) => first.get(co)),
		[1, 1, 0],
	);
});

const claims = fc
	.array(fc.record({ wanted: fc.integer({ min: 0, max: 20_000 }), t1: fc.nat(50) }), {
		maxLength: 12,
	})
	.map((list) => list.map((claim, i) => ({ ...claim, co: String(i + 1) })));

test('a sharing gives all there is, never more than wanted, in whole steps', () => {
	fc.assert(
		fc.property(
			claims,
			fc.integer({ min: 0, max: 100_000 }),
			fc.constantFrom('rata' as const, 'premier' as const),
			fc.constantFrom(1 as const, 2 as const),
			(list, available, strategy, step) => {
				const rounded = list.map((one) => ({ ...one, wanted: one.wanted - (one.wanted % step) }));
				const given = shareOut(available, rounded, strategy, step);
				const sum = [...given.values()].reduce((a, b) => a + b, 0);
				const total = rounded.reduce((a, one) => a + one.wanted, 0);
				assert.equal(sum, Math.min(available - (available % step), total));
				for (const one of rounded) {
					const share = given.get(one.co) ?? 0;
					assert.ok(share <= one.wanted && share >= 0 && share % step === 0);
				}
			},
		),
	);
});
