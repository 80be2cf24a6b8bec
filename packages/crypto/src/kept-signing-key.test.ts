import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { keepSigningKey, signingKeyFromKept } from './kept-signing-key.ts';
import { sign, signingKeyFromSeed } from './signing.ts';

test('a kept key signs the same, and cannot be read back', async () => {
	const seed = systemRandom.bytes(32);
	const kept = await keepSigningKey(seed);
	assert.ok(kept);
	const stored = structuredClone(kept);
	await assert.rejects(crypto.subtle.exportKey('pkcs8', stored.privateKey));
	const ours = await sign(await signingKeyFromSeed(seed), 'nv/device', 'x');
	assert.deepEqual(await sign(signingKeyFromKept(stored), 'nv/device', 'x'), ours);
});
