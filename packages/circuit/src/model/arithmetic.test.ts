import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBeyondTolerance, prixP, prixU } from './arithmetic.ts';

const q2 = fc.integer({ min: 0, max: 20_000 });
const pu = fc.integer({ min: 0, max: 1_000_000 });
const grams = fc.integer({ min: 0, max: 4_000_000_000 });

test('prixU is the half-up price of half units', () => {
	fc.assert(
		fc.property(q2, pu, (halves, price) => {
			const oracle = (BigInt(halves) * BigInt(price) + 1n) / 2n;
			assert.equal(BigInt(prixU(halves, price)), oracle);
		}),
	);
});

test('prixP is the half-up price of grams, up to the heaviest line', () => {
	fc.assert(
		fc.property(grams, pu, (g, price) => {
			const oracle = (2n * BigInt(g) * BigInt(price) + 1_000n) / 2_000n;
			assert.equal(BigInt(prixP(g, price)), oracle);
		}),
	);
	assert.equal(prixP(4_000_000_000, 1_000_000), 4_000_000_000_000);
});

test('amounts that cannot be exact are refused', () => {
	const wrong = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53];
	for (const value of wrong) {
		assert.throws(() => prixU(value, 1), RangeError);
		assert.throws(() => prixU(1, value), RangeError);
		assert.throws(() => prixP(value, 1), RangeError);
		assert.throws(() => prixP(1, value), RangeError);
	}
	assert.throws(() => prixU(2 ** 40, 2 ** 40), RangeError);
	assert.throws(() => prixP(2 ** 40, 2 ** 40), RangeError);
});

test('rounding is up at half a cent', () => {
	assert.equal(prixU(1, 5), 3);
	assert.equal(prixU(1, 4), 2);
	assert.equal(prixP(1, 500), 1);
	assert.equal(prixP(1, 499), 0);
});

test('S1 prices of the four chickens', () => {
	assert.deepEqual(
		[1_720, 1_850, 1_910, 1_765].map((g) => prixP(g, 1_190)),
		[2_047, 2_202, 2_273, 2_100],
	);
	assert.equal(prixP(1_800, 1_190) * 4, 8_568);
});

test('S5 weighed carrots, and the tolerance', () => {
	assert.deepEqual(
		[1_040, 480, 430].map((g) => prixP(g, 220)),
		[229, 106, 95],
	);
	assert.equal(isBeyondTolerance(150, 2_100, { tolG: 50, tolPct: 5 }), true);
	assert.equal(isBeyondTolerance(105, 2_100, { tolG: 50, tolPct: 5 }), false);
	assert.equal(isBeyondTolerance(-50, 10, { tolG: 50, tolPct: 5 }), false);
});
