import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import fc from 'fast-check';
import {
	decodeCanonicalCbor,
	decodeCbor,
	decodeCborInPlace,
	encodeCbor,
	MAX_DEPTH,
} from './index.ts';
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

const ENCODING = { ...rfc8949EncodeOptions, ignoreUndefinedProperties: true };
const DECODING = {
	...{ strict: true, allowIndefinite: false, allowUndefined: false, rejectDuplicateMapKeys: true },
	...{ allowNaN: false, allowInfinity: false, allowBigInt: false },
} as const;

const any = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5 },
		...[
			fc.maxSafeInteger(),
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			fc.string({ unit: 'binary' }),
			fc.string(),
			fc.boolean(),
		],
		...[fc.constant(null), fc.uint8Array({ maxLength: 70 }), fc.array(tie('value'))],
		...[fc.dictionary(fc.string({ unit: 'binary' }), tie('value')), fc.string({ minLength: 40 })],
		fc.constantFrom(-0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, -(2 ** 32) - 1),
	),
})).value;

test('the same bytes as another implementation', () => {
	fc.assert(
		fc.property(any, (value) => {
			assert.deepEqual(Buffer.from(encodeCbor(value)), Buffer.from(encode(value, ENCODING)));
		}),
		{ numRuns: 2_000 },
	);
});

const expected = (bytes: Uint8Array): { readonly value: unknown } | undefined => {
	try {
		return { value: decode(bytes, DECODING) };
	} catch {
		return undefined;
	}
};

/** Bytes that are nearly an encoding. */
const nearly = fc
	.tuple(any, fc.nat(), fc.nat({ max: 255 }), fc.boolean())
	.map(([value, at, byte, cut]) => {
		const bytes = Uint8Array.from(encode(value, ENCODING));
		const place = at % bytes.length;
		if (cut) return bytes.slice(0, place);
		bytes[place] = byte;
		return bytes;
	});

test('the same values as another implementation, and nothing where it refuses', () => {
	const check = (bytes: Uint8Array) => {
		const [decoded, other] = [decodeCbor(bytes), expected(bytes)];
		const isDeeper = !decoded.ok && decoded.error === 'too-deep';
		if (isDeeper || JSON.stringify(other?.value)?.includes('\ufeff')) return;
		assert.equal(decoded.ok, other !== undefined, Buffer.from(bytes).toString('hex'));
		if (decoded.ok) assert.deepEqual(decoded.value, other?.value);
	};
	fc.assert(fc.property(nearly, check), { numRuns: 3_000 });
	fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), check), { numRuns: 3_000 });
});

test('floats of 16, 32 and 64 bits are numbers; what is none is refused', () => {
	const numberOf = (...bytes: readonly number[]) => {
		const decoded = decodeCbor(Uint8Array.from(bytes));
		return decoded.ok ? decoded.value : decoded.error;
	};
	assert.equal(numberOf(0xf9, 0x3e, 0), 1.5);
	assert.equal(numberOf(0xf9, 0x80, 1), -(2 ** -24));
	assert.equal(numberOf(0xfa, 0x3f, 0xc0, 0, 0), 1.5);
	assert.equal(numberOf(0xfb, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0), 1.5);
	for (const bytes of [
		[0xf9, 0x7e, 0],
		[0xf9, 0x7c, 0],
		[0xfa, 0x7f, 0x80, 0, 0],
	])
		assert.equal(numberOf(...bytes), 'malformed');
});

test('a text that begins with a byte order mark keeps it', () => {
	const text = `\ufeff${'a'.repeat(60)}`;
	assert.deepEqual(decodeCanonicalCbor(encodeCbor(text)), { ok: true, value: text });
});

test('what has no encoding throws, and the next encoding is whole', () => {
	const endless: unknown[] = [];
	endless.push(endless);
	for (const value of [
		endless,
		1n,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		() => 1,
		new Map(),
		new Date(0),
		new Float32Array(1),
		Symbol('s'),
	])
		assert.throws(() => encodeCbor([1, value]), TypeError);
	assert.deepEqual([...encodeCbor([1, 'a'])], [0x82, 1, 0x61, 97]);
});

test('in place, byte strings are views; otherwise they are copies, of a Buffer too', () => {
	const bytes = Buffer.from(encodeCbor([new Uint8Array(3)]));
	const first = (decoded: ReturnType<typeof decodeCbor>) =>
		(decoded.ok ? (decoded.value as Uint8Array[])[0] : undefined) ?? assert.fail();
	const [view, copy] = [first(decodeCborInPlace(bytes)), first(decodeCbor(bytes))];
	bytes.fill(7);
	assert.deepEqual(
		[[...view], [...copy]],
		[
			[7, 7, 7],
			[0, 0, 0],
		],
	);
});

test('what was encoded does not stay in the room that is used again', (t) => {
	const rooms: Uint8Array[] = [];
	const slice = Uint8Array.prototype.slice;
	t.mock.method(
		Uint8Array.prototype,
		'slice',
		function (this: Uint8Array, ...given: [number, number]) {
			rooms.push(this);
			return slice.apply(this, given);
		},
	);
	const bytes = encodeCbor(['a secret', new Uint8Array(8).fill(7)]);
	t.mock.restoreAll();
	assert.ok(bytes.length > 16 && rooms.length === 1);
	assert.ok(rooms[0]?.every((byte) => byte === 0));
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
