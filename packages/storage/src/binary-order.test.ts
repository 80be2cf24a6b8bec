import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareText, compareValue } from './binary-order.ts';

test('texts compare as their UTF-8 bytes do', () => {
	const unit = fc.oneof(
		fc.constantFrom('a', '\ud7ff', '\ue000', '\uffff', '\u{10000}'),
		fc.string({ unit: 'binary' }),
	);
	const text = fc.array(unit, { maxLength: 5 }).map((parts) => parts.join(''));
	fc.assert(
		fc.property(text, text, (a, b) => {
			const expected = Buffer.compare(Buffer.from(a), Buffer.from(b));
			assert.equal(Math.sign(compareText(a, b)), expected);
		}),
	);
});

test('numbers come before texts', () => {
	const sorted = [-1, 0, 2.5, 10, '', '10', '9'];
	assert.deepEqual([...sorted].reverse().sort(compareValue), sorted);
});
