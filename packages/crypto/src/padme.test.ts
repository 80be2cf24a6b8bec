import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MIN_PADDED, padmeLength } from './padme.ts';

test('known lengths', () => {
	const known: readonly (readonly [number, number])[] = [
		[0, 256],
		[256, 256],
		[257, 272],
		[304, 304],
		[305, 320],
		[1000, 1024],
		[4097, 4352],
		[1_000_001, 1_015_808],
	];
	for (const [length, padded] of known) assert.equal(padmeLength(length), padded, `${length}`);
});

test('never shorter, never 12 % longer above the smallest, stable, growing', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (length) => {
			const padded = padmeLength(length);
			assert.ok(padded >= length && padded >= MIN_PADDED);
			assert.ok(length <= MIN_PADDED || padded <= length * 1.12);
			assert.equal(padmeLength(padded), padded);
			assert.ok(padmeLength(length + 1) >= padded);
		}),
	);
});
