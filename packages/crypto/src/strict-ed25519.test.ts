import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { fromHex } from './conformance/bytes-of-hex.ts';
import { isStrict, isStrictPublicKey } from './strict-ed25519.ts';

const FIELD = 2n ** 255n - 19n;

const encoded = (y: bigint, sign: boolean): Uint8Array => {
	const bytes = fromHex(y.toString(16).padStart(64, '0')).reverse();
	if (sign) bytes[31] = (bytes[31] ?? 0) | 128;
	return bytes;
};

test('a second encoding of a point is refused: y from the modulus of the field up', () => {
	for (let more = 0n; more < 19n; more++)
		for (const sign of [false, true])
			assert.equal(isStrictPublicKey(encoded(FIELD + more, sign)), false, `p + ${more}`);
	assert.equal(isStrictPublicKey(encoded(FIELD - 2n, false)), true);
	assert.equal(isStrictPublicKey(encoded(3n, true)), true);
});

test('each of the eight points of small order is refused, with either sign', () => {
	for (const hex of ED25519_TORSION_SUBGROUP)
		for (const sign of [0, 128]) {
			const point = fromHex(hex);
			point[31] = ((point[31] ?? 0) & 127) | sign;
			assert.equal(isStrictPublicKey(point), false, hex);
			const honest = encoded(3n, false);
			assert.equal(isStrict(honest, new Uint8Array([...point, ...new Uint8Array(32)])), false);
		}
});

test('S from the order up is refused', () => {
	const key = encoded(3n, false);
	const order = 2n ** 252n + 27742317777372353535851937790883648493n;
	const signature = (s: bigint) => new Uint8Array([...key, ...encoded(s, false)]);
	assert.equal(isStrict(key, signature(order - 1n)), true);
	assert.equal(isStrict(key, signature(order)), false);
	assert.equal(isStrict(key, signature(order + 1n)), false);
});
