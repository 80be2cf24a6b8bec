import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concatBytes, systemRandom } from '@navette/core';
import { fromHex } from './conformance/bytes-of-hex.ts';
import overflowing from './conformance/vectors/wycheproof-ml-kem-768-keys.json' with {
	type: 'json',
};
import points from './conformance/vectors/wycheproof-x25519.json' with { type: 'json' };
import { xWingEncapsulate, xWingPublicKey } from './x-wing.ts';
import { isXWingPublicKey } from './x-wing-public-key.ts';

const good = xWingPublicKey(systemRandom.bytes(32));
const [kem, point] = [good.subarray(0, 1184), good.subarray(1184)];
const canSeal = (key: Uint8Array): boolean => {
	try {
		xWingEncapsulate(key, new Uint8Array(64).fill(3));
		return true;
	} catch {
		return false;
	}
};

test('Wycheproof: coefficients above the modulus are refused', () => {
	for (const { ek } of overflowing)
		assert.equal(isXWingPublicKey(concatBytes(fromHex(ek), point)), false);
});

test('Wycheproof: points of small order or with a second encoding are refused, and only they', () => {
	for (const vector of points) {
		const key = concatBytes(kem, fromHex(vector.public));
		assert.equal(isXWingPublicKey(key), vector.strict, `vector ${vector.id}`);
		if (vector.strict) assert.ok(canSeal(key), `vector ${vector.id}`);
	}
});

test('a key is accepted when, and only when, the library can seal to it', () => {
	for (let round = 0; round < 60; round++) {
		const key = good.slice();
		const [high = 0, low = 0, value = 0] = systemRandom.bytes(3);
		key[(high * 256 + low) % (key.length - 1)] = value;
		assert.equal(isXWingPublicKey(key), canSeal(key));
	}
	assert.equal(isXWingPublicKey(good.subarray(1)), false);
});
