import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concatBytes, systemRandom } from '@navette/core';
import { squeeze, unsqueeze } from './squeeze.ts';

const noise = (length: number) =>
	concatBytes(
		...Array.from({ length: Math.ceil(length / 1_000) }, () => systemRandom.bytes(1_000)),
	).subarray(0, length);
const words = (length: number) => new Uint8Array(length).map((_, at) => 97 + (at % 13));

test('what is squeezed comes back, whatever it is made of', async () => {
	for (const length of [0, 1, 1_023, 1_024, 65_535, 65_536, 200_000])
		for (const bytes of [words(length), noise(length)])
			assert.deepEqual(await unsqueeze(await squeeze(bytes)), bytes, `${length} bytes`);
});

test('long text gets shorter, and what cannot costs one byte', async () => {
	assert.ok((await squeeze(words(200_000))).length < 20_000);
	assert.equal((await squeeze(noise(200_000))).length, 200_001);
	const half = new Uint8Array(200_000);
	half.set(noise(100_000));
	assert.ok((await squeeze(half)).length < 110_000, 'half of it is enough');
});
