/** The same bytes from libraries that share no code with ours. */
import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { XWing } from '@hpke/hybridkem-x-wing';
import { bytesToHex, systemRandom } from '@navette/core';
import { argon2id } from '@noble/hashes/argon2.js';
import sodium from 'libsodium-wrappers-sumo';
import { javascript } from '../backend/javascript.ts';
import { primitives } from '../backend/select.ts';
import { evaluateWithSodium } from '../oracle/sodium-oprf.ts';
import { blind, evaluate, finalize, generateVoprfKey } from '../voprf.ts';
import { xWingDecapsulate, xWingEncapsulate, xWingPublicKey } from '../x-wing.ts';
import { fromHex } from './bytes-of-hex.ts';

const ROUNDS = 20;
const random = (length: number) => systemRandom.bytes(length);

test('libsodium: Ed25519, X25519, SHA-256, Argon2id', async () => {
	await sodium.ready;
	for (let round = 0; round < ROUNDS; round++) {
		const [seed, message] = [random(32), random(round * 10)];
		const theirs = sodium.crypto_sign_seed_keypair(seed);
		for (const backend of [primitives, javascript]) {
			const signer = await backend.ed25519Signer(seed);
			assert.deepEqual(signer.publicKey, new Uint8Array(theirs.publicKey));
			const signed = await signer.sign(message);
			assert.deepEqual(signed, sodium.crypto_sign_detached(message, theirs.privateKey));
			const publicX = sodium.crypto_scalarmult_base(random(32));
			const shared = sodium.crypto_scalarmult(seed, publicX);
			assert.deepEqual(await backend.x25519(seed, publicX), shared);
		}
		assert.deepEqual(javascript.sha256(message), sodium.crypto_hash_sha256(message));
	}
	const [password, salt] = [random(20), random(16)];
	const costs = { memoryKiB: 1024, passes: 3, lanes: 1 };
	const id = sodium.crypto_pwhash_ALG_ARGON2ID13;
	const expected = sodium.crypto_pwhash(32, password, salt, 3, 1024 * 1024, id);
	assert.deepEqual(await primitives.argon2id(password, salt, costs, 32), expected);
	assert.deepEqual(await javascript.argon2id(password, salt, costs, 32), expected);
	assert.deepEqual(argon2id(password, salt, { t: 3, m: 1024, p: 1, dkLen: 32 }), expected);
});

test('libsodium signs, we verify', async () => {
	await sodium.ready;
	for (let round = 0; round < ROUNDS; round++) {
		const key = sodium.crypto_sign_keypair();
		const message = random(10);
		const signature = sodium.crypto_sign_detached(message, key.privateKey);
		for (const backend of [primitives, javascript])
			assert.equal(await backend.ed25519Verify(key.publicKey, message, signature), true);
	}
});

test('libsodium: the VOPRF, computed at once by who has the key', async () => {
	const deps = { random: systemRandom };
	for (let round = 0; round < 5; round++) {
		const key = generateVoprfKey(deps);
		const input = random(round * 20);
		const asked = blind(input, deps);
		const answer = evaluate(key, asked.blinded, deps);
		assert.ok(answer.ok);
		const given = finalize(key.publicKey, input, asked, answer.value);
		const theirs = await evaluateWithSodium(key.secretKey, input);
		assert.deepEqual(given, { ok: true, value: new Uint8Array(theirs) });
	}
});

test('hpke-js: X-Wing in both directions', async () => {
	const theirs = new XWing();
	for (let round = 0; round < ROUNDS; round++) {
		const seed = random(32);
		const publicKey = xWingPublicKey(seed);
		const ours = await theirs.importKey('raw', new Uint8Array(seed).buffer, false);
		const hers = await theirs.importKey('raw', new Uint8Array(publicKey).buffer, true);
		const made = xWingEncapsulate(publicKey, random(64));
		const enc = new Uint8Array(made.ciphertext).buffer;
		const opened = await theirs.decap({ recipientKey: ours, enc });
		assert.deepEqual(new Uint8Array(opened), made.secret);
		const sent = await theirs.encap({ recipientPublicKey: hers });
		const ciphertext = new Uint8Array(sent.enc);
		for (const backend of [primitives, javascript]) {
			const secret = await xWingDecapsulate(backend, seed, publicKey, ciphertext);
			assert.deepEqual(secret, new Uint8Array(sent.sharedSecret));
		}
	}
});

test('Argon2id of the platform, test vector of RFC 9106 §5.3', () => {
	const tag = argon2Sync('argon2id', {
		message: Buffer.alloc(32, 1),
		nonce: Buffer.alloc(16, 2),
		secret: Buffer.alloc(8, 3),
		associatedData: Buffer.alloc(12, 4),
		...{ parallelism: 4, tagLength: 32, memory: 32, passes: 3 },
	});
	const known = '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659';
	assert.equal(tag.toString('hex'), known);
	assert.equal(fromHex(known).length, tag.length);
	assert.equal(bytesToHex(tag), known);
});
