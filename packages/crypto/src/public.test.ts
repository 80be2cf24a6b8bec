import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToHex, systemRandom } from '@navette/core';
import fc from 'fast-check';
import { fromHex } from './conformance/bytes-of-hex.ts';
import { bytesToCrockford, crockfordToBytes } from './crockford.ts';
import { deriveKey } from './derive-key.ts';
import { hash } from './hash.ts';
import {
	deriveWithNode,
	hashWithNode,
	openSealedWithNode,
	safetyNumberWithNode,
	signatureWithNode,
} from './oracle/node-public.ts';
import vectors from './public.vectors.json' with { type: 'json' };
import { safetyNumber } from './safety-number.ts';
import { generateSealingKey, openSealed, sealingKeyFromSeed, sealTo } from './sealing.ts';
import { sign, signingKeyFromSeed, verify } from './signing.ts';
import { stretch } from './stretch.ts';
import { blind, evaluate, finalize, voprfKeyFromSeed } from './voprf.ts';

test('frozen: hashes, keys, safety numbers', () => {
	for (const { value, hash: known } of vectors.hashes)
		assert.equal(bytesToHex(hash('nv/user', value)), known);
	for (const { secret, length, key } of vectors.keys)
		assert.equal(bytesToHex(deriveKey(fromHex(secret), 'nv/key/login', length, 'orga', 3)), key);
	assert.equal(safetyNumber(vectors.safety.ids.map(fromHex)), vectors.safety.digits);
});

test('frozen: signatures', async () => {
	for (const { seed, value, signature } of vectors.signatures) {
		const key = await signingKeyFromSeed(fromHex(seed));
		assert.equal(bytesToHex(await sign(key, 'nv/req', value)), signature);
		assert.equal(await verify(key.publicKey, 'nv/req', value, fromHex(signature)), true);
	}
});

test('frozen: what the VOPRF gives, and codes', () => {
	const deps = { random: systemRandom };
	for (const { seed, publicKey, input, output } of vectors.voprf) {
		const key = voprfKeyFromSeed(fromHex(seed));
		assert.equal(bytesToHex(key.publicKey), publicKey);
		const asked = blind(fromHex(input), deps);
		const answer = evaluate(key, asked.blinded, deps);
		assert.ok(answer.ok);
		const given = finalize(key.publicKey, fromHex(input), asked, answer.value);
		assert.equal(given.ok && bytesToHex(given.value), output);
	}
	for (const { code, text } of vectors.codes) {
		assert.equal(bytesToCrockford(fromHex(code)), text);
		assert.deepEqual(crockfordToBytes(text), fromHex(code));
	}
});

test('frozen: stretched phrases', async () => {
	for (const { secret, stretched } of vectors.phrases)
		assert.equal(bytesToHex(await stretch(secret, ['orga'], 'nv/alias')), stretched);
});

test('frozen: what was sealed to somebody once opens, and is sealed the same', async () => {
	for (const vector of vectors.sealed) {
		const key = sealingKeyFromSeed(fromHex(vector.seed));
		const draws = fromHex(vector.draws);
		let at = 0;
		const random = {
			bytes(count: number) {
				at += count;
				return draws.slice(at - count, at);
			},
		};
		const sealed = await sealTo(key.publicKey, vector.context, fromHex(vector.data), { random });
		assert.equal(bytesToHex(sealed), vector.sealed);
		const opened = await openSealed(key, vector.context, fromHex(vector.sealed));
		assert.equal(opened.ok && bytesToHex(opened.value), vector.data);
	}
});

const part = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.maxSafeInteger(),
	fc.uint8Array({ maxLength: 300 }),
);
const value = fc.oneof(part, fc.array(part, { maxLength: 5 }));

test('the second implementation: hashes, keys, signatures, safety numbers', async () => {
	const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
	await fc.assert(
		fc.asyncProperty(bytes32, value, fc.array(bytes32), async (seed, any, ids) => {
			assert.equal(bytesToHex(hash('nv/user', any)), hashWithNode('nv/user', any).toString('hex'));
			const [ours, theirs] = [deriveKey, deriveWithNode].map((derive) =>
				derive(seed, 'nv/key/wrap', 40, any),
			);
			assert.equal(bytesToHex(ours ?? seed), bytesToHex(theirs ?? seed));
			const signed = await sign(await signingKeyFromSeed(seed), 'nv/entry', any);
			assert.equal(bytesToHex(signed), signatureWithNode(seed, 'nv/entry', any).toString('hex'));
			assert.equal(safetyNumber(ids), safetyNumberWithNode(ids));
		}),
	);
});

test('the second implementation opens what we seal', async () => {
	const deps = { random: systemRandom };
	for (let round = 0; round < 20; round++) {
		const key = generateSealingKey(deps);
		const data = systemRandom.bytes(round * 30);
		const sealed = await sealTo(key.publicKey, ['o', round], data, deps);
		const opened = openSealedWithNode(key.seed, key.publicKey, ['o', round], sealed);
		assert.deepEqual(new Uint8Array(opened), data);
	}
});
