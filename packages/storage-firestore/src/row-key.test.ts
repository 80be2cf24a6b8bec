import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareValue } from '@navette/storage';
import fc from 'fast-check';
import { below, belowAfter, belowBetween, type KeyRange, rowKey } from './row-key.ts';

const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 5 }),
	fc.string({ unit: fc.constantFrom('a', '/', '.', '!', '~', ' ', '\u{10000}', '\uffff') }),
);
const part = fc.oneof(text, fc.double({ noNaN: true }), fc.integer());
const isIn = (key: string, { low, high }: KeyRange) => key >= low && key < high;

test('keys are ordered as their parts are, one after the other', () => {
	fc.assert(
		fc.property(part, part, part, part, (a, b, c, d) => {
			const expected = compareValue(a, c) || compareValue(b, d);
			const [left, right] = [rowKey(a, b), rowKey(c, d)];
			assert.equal(Math.sign(expected), left < right ? -1 : Number(left > right));
		}),
	);
});

test('a key is a name that Firestore takes', () => {
	fc.assert(fc.property(part, part, (a, b) => assert.match(rowKey(a, b), /^[ -.0-~]+$/)));
	assert.throws(() => rowKey(...'xyz'.split('').map((c) => c.repeat(600))), /1480 at most/);
});

test('long texts are told apart, found under their beginning, and never taken for a short one', () => {
	const long = '\u6f22'.repeat(384);
	const keys = [long, `${long}a`, `${long}b`].map((id) => rowKey('d', long, id));
	assert.equal(new Set(keys).size, 3);
	for (const key of keys) {
		assert.ok(key.length <= 1_480 && isIn(key, below(rowKey('d', long))));
		assert.ok(isIn(key, belowBetween(rowKey('d', long), '\u6f22', '\u6f23')));
	}
	const forged = rowKey(long).slice(1);
	assert.notEqual(rowKey(forged), rowKey(long));
});

test('a range holds what continues a key, and nothing else', () => {
	fc.assert(
		fc.property(text, text, part, part, (a, b, c, d) => {
			assert.equal(isIn(rowKey(a, c), below(rowKey(b))), a === b);
			assert.ok(isIn(rowKey(a, b, c), below(rowKey(a))));
			const isAfter = typeof c === 'string' && compareValue(c, b) > 0;
			if (typeof c === 'string')
				assert.equal(isIn(rowKey(a, c, d), belowAfter(rowKey(a), b)), isAfter);
		}),
	);
});

test('bounds are inclusive, and of one kind', () => {
	fc.assert(
		fc.property(part, part, part, text, (value, min, max, id) => {
			const key = rowKey('p', value, id);
			const isSame = typeof value === typeof min;
			const isAbove = isSame && compareValue(value, min) >= 0;
			assert.equal(isIn(key, belowBetween(rowKey('p'), min, undefined)), isAbove);
			const isUnder = typeof value === typeof max && compareValue(value, max) <= 0;
			assert.equal(isIn(key, belowBetween(rowKey('p'), undefined, max)), isUnder);
			assert.ok(isIn(key, belowBetween(rowKey('p'), undefined, undefined)));
		}),
	);
});
