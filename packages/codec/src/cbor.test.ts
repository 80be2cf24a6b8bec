import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeCanonicalCbor, decodeCbor, encodeCbor, MAX_DEPTH } from './index.ts';
import { decodeJson } from './json.ts';

const plain = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		fc.maxSafeInteger(),
		fc.string({ unit: 'grapheme' }),
		fc.boolean(),
		fc.constant(null),
		fc.uint8Array(),
		fc.array(tie('value')),
		fc.dictionary(fc.string(), tie('value')),
	),
})).value;

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

test('what is encoded is decoded, and is canonical', () => {
	fc.assert(
		fc.property(plain, (value) => {
			const bytes = encodeCbor(value);
			const decoded = decodeCanonicalCbor(bytes);
			assert.ok(decoded.ok);
			assert.deepEqual(encodeCbor(decoded.value), bytes);
		}),
	);
});

test('bytes of every length are plain arrays, whose slices are copies', () => {
	for (let length = 0; length < 400; length++) {
		const bytes = encodeCbor(new Uint8Array(length));
		assert.equal(Object.getPrototypeOf(bytes), Uint8Array.prototype, `${length}`);
	}
});

test('any bytes are a value or an error, never an exception', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			const decoded = decodeCbor(bytes);
			if (decoded.ok) encodeCbor(decoded.value);
		}),
		{ numRuns: 2_000 },
	);
});

test('nesting is bounded before the decoder recurses', () => {
	assert.ok(decodeCbor(encodeCbor(nested(MAX_DEPTH - 1))).ok);
	assert.deepEqual(decodeCbor(new Uint8Array(200_000).fill(0x81)), {
		ok: false,
		error: 'too-deep',
	});
	const deepJson = new TextEncoder().encode('['.repeat(200_000));
	assert.deepEqual(decodeJson(deepJson), { ok: false, error: 'too-deep' });
});

test('forms that could be written otherwise are not canonical', () => {
	const unsorted = Uint8Array.of(0xa2, 0x61, 0x62, 1, 0x61, 0x61, 2);
	const longInteger = Uint8Array.of(0x19, 0, 1);
	const invalidText = Uint8Array.of(0x61, 0xff);
	for (const bytes of [unsorted, longInteger, invalidText])
		assert.equal(decodeCanonicalCbor(bytes).ok, false);
});

test('tags, indefinite lengths, cut and trailing bytes are malformed', () => {
	for (const bytes of [
		Uint8Array.of(0xc0, 0x60),
		Uint8Array.of(0x9f, 0xff),
		Uint8Array.of(0x82, 1),
		Uint8Array.of(1, 1),
		Uint8Array.of(0x5a, 0xff, 0xff, 0xff, 0xff),
	])
		assert.deepEqual(decodeCbor(bytes), { ok: false, error: 'malformed' });
});

test('a hostile key does not reach a prototype', () => {
	const decoded = decodeJson(new TextEncoder().encode('{"__proto__":{"admin":true}}'));
	assert.ok(decoded.ok);
	assert.equal((decoded.value as { admin?: boolean }).admin, undefined);
	const bytes = Uint8Array.of(
		0xa1,
		0x69,
		...new TextEncoder().encode('__proto__'),
		0xa1,
		0x61,
		97,
		1,
	);
	const value = decodeCbor(bytes);
	if (value.ok) assert.equal((value.value as { a?: number }).a, undefined);
});
