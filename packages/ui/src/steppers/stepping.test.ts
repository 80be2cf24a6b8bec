import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { quantityFault, stepQuantity, stepWeight, toggleHalf, weightFault } from './stepping.ts';

const whole = { half: false };
const halved = { half: true };

test('a step keeps the half there is and never goes below nothing', () => {
	assert.equal(stepQuantity(3, 1, halved), 5);
	assert.equal(stepQuantity(3, -1, halved), 1);
	assert.equal(stepQuantity(1, -1, halved), 0);
	assert.equal(stepQuantity(4, 1, { half: true, max: 5 }), 5);
});

test('the half key adds a half, then takes it off; it does nothing where halves are not sold', () => {
	assert.equal(toggleHalf(2, halved), 3);
	assert.equal(toggleHalf(3, halved), 2);
	assert.equal(toggleHalf(2, whole), 2);
	assert.equal(toggleHalf(4, { half: true, max: 4 }), 4);
});

test('a typed quantity is refused with its reason', () => {
	assert.equal(quantityFault(3, whole), 'no-half');
	assert.equal(quantityFault(undefined, halved), 'not-a-quantity');
	assert.equal(quantityFault(9, { half: true, max: 8 }), 'too-much');
	assert.equal(quantityFault(3, halved), undefined);
});

test('a weight moves to the next multiple of its step', () => {
	assert.equal(stepWeight(700, 1, 500), 1000);
	assert.equal(stepWeight(700, -1, 500), 500);
	assert.equal(stepWeight(0, -1, 500), 0);
	assert.equal(weightFault(700, 500), 'not-a-step');
	assert.equal(weightFault(1500, 500, 1000), 'too-much');
	assert.equal(weightFault(undefined, 500), 'not-a-weight');
});

test('what steppers give is always accepted', () => {
	const direction = fc.constantFrom(1 as const, -1 as const);
	const step = fc.integer({ min: 1, max: 900 });
	fc.assert(
		fc.property(fc.nat(10_000), direction, step, (grams, way, by) => {
			assert.equal(weightFault(stepWeight(grams, way, by), by), undefined);
		}),
	);
	fc.assert(
		fc.property(fc.nat(100), fc.boolean(), (count, half) => {
			const halves = half ? count : count * 2;
			assert.equal(quantityFault(toggleHalf(halves, { half }), { half }), undefined);
			assert.equal(quantityFault(stepQuantity(halves, -1, { half }), { half }), undefined);
		}),
	);
});
