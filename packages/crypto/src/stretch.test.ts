import assert from 'node:assert/strict';
import { argon2Sync, createHash } from 'node:crypto';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import fc from 'fast-check';
import { stretch } from './stretch.ts';
import type { StretchProfile } from './stretch-profile.ts';
import { CHEAP_STRETCH } from './testing/index.ts';

test('64 MiB, 3 passes, 1 lane over what is documented', async () => {
	const expected = argon2Sync('argon2id', {
		message: encodeCbor(['nv/alias', 'le chat', 'dort']),
		nonce: createHash('sha256')
			.update(encodeCbor(['nv/alias', 'orga']))
			.digest(),
		...{ parallelism: 1, tagLength: 32, memory: 65_536, passes: 3 },
	});
	const stretched = await stretch([' le  chat', 'dort\n'], ['orga'], 'nv/alias');
	assert.deepEqual(stretched, new Uint8Array(expected));
});

test('another purpose, salt, or cut between two phrases: another result', async () => {
	const cheap = (secret: string[], salt: string, purpose: 'nv/alias' | 'nv/pin') =>
		stretch(secret, [salt], purpose, CHEAP_STRETCH);
	const one = await cheap(['ab', 'c'], 'o', 'nv/alias');
	assert.deepEqual(one, await cheap(['ab', 'c '], 'o', 'nv/alias'));
	for (const other of [
		await cheap(['a', 'bc'], 'o', 'nv/alias'),
		await cheap(['ab', 'c'], 'p', 'nv/alias'),
		await cheap(['ab', 'c'], 'o', 'nv/pin'),
	])
		assert.notDeepEqual(other, one);
});

test('M07: no value that a server can send makes a phrase cheap', async () => {
	for (const sent of [{}, { memoryKiB: 8, passes: 1, lanes: 1 }, structuredClone(CHEAP_STRETCH)])
		await assert.rejects(stretch(['a'], [], 'nv/alias', sent as unknown as StretchProfile));
});

test('M07: nor does anything that a message can hold, whatever its shape', async () => {
	const costs = fc.record({ memoryKiB: fc.nat(), passes: fc.nat(9), lanes: fc.nat(9) });
	await fc.assert(
		fc.asyncProperty(fc.oneof(costs, fc.jsonValue()), async (sent) => {
			const asked = stretch(['a'], [], 'nv/alias', sent as unknown as StretchProfile);
			await assert.rejects(asked, /not a stretch profile/);
		}),
	);
});
