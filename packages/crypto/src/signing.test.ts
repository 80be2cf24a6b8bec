import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { bytesToHex, systemRandom } from '@navette/core';
import { generateSigningKey, sign, signingKeyFromSeed, verify } from './signing.ts';

const deps = { random: systemRandom };

test('what is signed is verified, for that key, label and value only', async () => {
	const key = await generateSigningKey(deps);
	const other = await generateSigningKey(deps);
	const value = { operation: 'add', seq: 3, member: Uint8Array.of(1, 2) };
	const signature = await sign(key, 'nv/entry', value);
	assert.equal(signature.length, 64);
	assert.equal(await verify(key.publicKey, 'nv/entry', value, signature), true);
	assert.equal(await verify(other.publicKey, 'nv/entry', value, signature), false);
	assert.equal(await verify(key.publicKey, 'nv/req', value, signature), false);
	assert.equal(await verify(key.publicKey, 'nv/entry', { ...value, seq: 4 }, signature), false);
});

test('what strangers send is refused, never thrown', async () => {
	const key = await generateSigningKey(deps);
	const signature = await sign(key, 'nv/req', 'a');
	for (const bad of [
		signature.subarray(1),
		new Uint8Array(0),
		new Uint8Array(65),
		signature.map((b) => b ^ 1),
	])
		assert.equal(await verify(key.publicKey, 'nv/req', 'a', bad), false);
	for (const bad of [new Uint8Array(31), new Uint8Array(32), new Uint8Array(32).fill(255)])
		assert.equal(await verify(bad, 'nv/req', 'a', signature), false);
});

test('the message is deterministic CBOR of the label and the value', async () => {
	const key = await signingKeyFromSeed(new Uint8Array(32).fill(7));
	const message = encodeCbor(['nv/req', ['POST', '/x', 4]]);
	assert.deepEqual(await sign(key, 'nv/req', ['POST', '/x', 4]), await key.signer.sign(message));
	assert.equal(bytesToHex(message), '82666e762f726571' + '8364504f5354622f7804');
});

test('a value with two encodings cannot be signed', async () => {
	const key = await generateSigningKey(deps);
	for (const bad of [1.5, Number.NaN, -0, 2 ** 53, '\ud800'])
		await assert.rejects(sign(key, 'nv/req', { bad }));
});
