import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesToCrockford, crockfordToBytes } from './crockford.ts';
import { normalisePhrase } from './phrase-text.ts';
import { fingerprint, safetyNumber } from './safety-number.ts';

test('Crockford: what is written is read, as people type it', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
			const text = bytesToCrockford(bytes);
			assert.deepEqual(crockfordToBytes(text), bytes);
			const typed = text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
			assert.deepEqual(crockfordToBytes(typed.replace(/.{4}/g, '$& - ')), bytes);
		}),
	);
	for (const bad of ['U', '0', '000', 'ZZ', 'A*']) assert.equal(crockfordToBytes(bad), undefined);
});

test('a safety number: sixty digits, the same from both sides, another for another key', () => {
	const [a, b, c] = [1, 2, 3].map((fill) => new Uint8Array(20).fill(fill));
	assert.ok(a && b && c);
	assert.match(safetyNumber([a, b]), /^(\d{5} ){11}\d{5}$/);
	assert.equal(safetyNumber([a, b]), safetyNumber([b, a]));
	assert.notEqual(safetyNumber([a, b]), safetyNumber([a, c]));
	assert.notEqual(fingerprint(a), fingerprint(b));
});

test('a phrase is read the same from another keyboard', () => {
	assert.equal(normalisePhrase('  l’été\u00a0\t vient\n'), 'l’été vient');
	assert.equal(normalisePhrase('e\u0301te\u0301 ﬁn'), 'été fin');
	assert.notEqual(normalisePhrase('Été'), normalisePhrase('été'));
});
