import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareValue } from '@navette/storage';
import fc from 'fast-check';
import { boundsOf, valueToBytes } from './entry-value.ts';

const value = fc.oneof(
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.constantFrom(0, -0, -1, 2 ** 53, 1e300, '', '7', '\uff5e', '\u{1f600}'),
	fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
);

test('bytes of values are in the order of values', () => {
	fc.assert(
		fc.property(value, value, (a, b) => {
			const order = Buffer.compare(valueToBytes(a), valueToBytes(b));
			// Adding zero: the sign of -0 is -0, which is no other order.
			assert.equal(order, Math.sign(compareValue(a, b)) + 0);
		}),
	);
});

test('bounds admit what lies between, of their own kind', () => {
	const bound = fc.option(value, { nil: undefined });
	fc.assert(
		fc.property(value, bound, bound, (one, min, max) => {
			const query = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
			if (min !== undefined && max !== undefined && typeof min !== typeof max) return;
			const kind = min ?? max;
			const isIn =
				(kind === undefined || typeof one === typeof kind) &&
				(min === undefined || compareValue(one, min) >= 0) &&
				(max === undefined || compareValue(one, max) <= 0);
			const [low, high] = boundsOf(query).map((bytes) => Buffer.from(bytes));
			const bytes = valueToBytes(one);
			assert.ok(low && high);
			assert.equal(Buffer.compare(bytes, low) >= 0 && Buffer.compare(bytes, high) <= 0, isIn);
		}),
	);
});
