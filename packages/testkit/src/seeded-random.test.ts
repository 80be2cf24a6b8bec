import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToHex } from '@navette/core';
import { createSeededRandom } from './seeded-random.ts';

test('the same seed gives the same bytes, another seed others', () => {
	const hex = (seed: number) => bytesToHex(createSeededRandom(seed).bytes(32));
	assert.equal(hex(7), hex(7));
	assert.notEqual(hex(7), hex(8));
});

test('the sequence is fixed for ever, so that an old seed replays', () => {
	assert.equal(bytesToHex(createSeededRandom(1).bytes(12)), '72172d5ef098e414fda10ed2');
});

test('bytes that follow each other differ, and every value appears', () => {
	const random = createSeededRandom(42);
	assert.notDeepEqual(random.bytes(16), random.bytes(16));
	assert.equal(new Set(random.bytes(8192)).size, 256);
	assert.equal(random.bytes(0).length, 0);
});
