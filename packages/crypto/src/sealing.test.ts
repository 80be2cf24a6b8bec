import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { javascript } from './backend/javascript.ts';
import {
	generateSealingKey,
	openAsking,
	openSealed,
	parseSealingPublicKey,
	sealAsking,
	sealTo,
} from './sealing.ts';
import { xWingDecapsulate, xWingEncapsulate } from './x-wing.ts';

const deps = { random: systemRandom };
const CONTEXT = ['orga', 'epoch', 'g1', 3];
const data = Uint8Array.of(1, 2, 3);

test('what is sealed to a key opens with it, for that context only', async () => {
	const key = generateSealingKey(deps);
	const parsed = parseSealingPublicKey(key.publicKey);
	assert.ok(parsed.ok);
	const sealed = await sealTo(parsed.value, CONTEXT, data, deps);
	assert.equal(sealed.length, 2 + 1120 + 58 + 256 + 16);
	const opened = await openSealed(key, CONTEXT, sealed);
	assert.deepEqual(opened, { ok: true, value: data });
	const refused = { ok: false, error: 'refused' };
	assert.deepEqual(await openSealed(key, ['orga', 'epoch', 'g1', 4], sealed), refused);
	assert.deepEqual(await openSealed(generateSealingKey(deps), CONTEXT, sealed), refused);
});

test('an answer opens for who asked, as the answer to that asking and to no other', async () => {
	const key = generateSealingKey(deps);
	const asking = await sealAsking(key.publicKey, CONTEXT, data, deps);
	const other = await sealAsking(key.publicKey, CONTEXT, data, deps);
	const opened = await openAsking(key, CONTEXT, asking.bytes);
	assert.ok(opened.ok);
	assert.deepEqual(opened.value.data, data);
	const answer = await opened.value.sealAnswer(['answer'], Uint8Array.of(9), deps);
	assert.deepEqual(await asking.openAnswer(['answer'], answer), {
		ok: true,
		value: Uint8Array.of(9),
	});
	const refused = { ok: false, error: 'refused' };
	assert.deepEqual(await other.openAnswer(['answer'], answer), refused);
	assert.deepEqual(await asking.openAnswer(['asked'], answer), refused);
	const echoed = asking.bytes.slice(1122);
	assert.deepEqual(
		await asking.openAnswer(CONTEXT, echoed),
		refused,
		'what was asked is no answer',
	);
});

test('any changed part, any cut: not opened', async () => {
	const key = generateSealingKey(deps);
	const sealed = await sealTo(key.publicKey, CONTEXT, data, deps);
	for (let at = 0; at < sealed.length; at += at < 3 || at > 1080 ? 7 : 97) {
		const bad = sealed.slice();
		bad[at] = (bad[at] ?? 0) ^ 1;
		assert.equal((await openSealed(key, CONTEXT, bad)).ok, false, `byte ${at}`);
		assert.equal((await openSealed(key, CONTEXT, sealed.subarray(0, at))).ok, false);
	}
});

test('a key that is not one is refused at the door', () => {
	const { publicKey } = generateSealingKey(deps);
	const malformed = { ok: false, error: 'malformed' };
	assert.deepEqual(parseSealingPublicKey(publicKey.subarray(1)), malformed);
	const outOfRange = publicKey.slice();
	outOfRange.fill(255, 0, 32);
	assert.deepEqual(parseSealingPublicKey(outOfRange), malformed);
	const smallOrder = publicKey.slice();
	smallOrder.fill(0, 1184);
	assert.deepEqual(parseSealingPublicKey(smallOrder), malformed);
});

test('a ciphertext whose curve point is of small order is refused', async () => {
	const key = generateSealingKey(deps);
	const sealed = await sealTo(key.publicKey, CONTEXT, data, deps);
	sealed.fill(0, 2 + 1088, 2 + 1120);
	assert.deepEqual(await openSealed(key, CONTEXT, sealed), { ok: false, error: 'refused' });
});

test('a ciphertext whose curve point is written in a second way is refused before it is used', async () => {
	const key = generateSealingKey(deps);
	const { ciphertext } = xWingEncapsulate(key.publicKey, systemRandom.bytes(64));
	let asked = 0;
	const counting = {
		...javascript,
		x25519(secret: Uint8Array, publicKey: Uint8Array) {
			asked++;
			return javascript.x25519(secret, publicKey);
		},
	};
	ciphertext[1119] = (ciphertext[1119] ?? 0) | 128;
	const secret = await xWingDecapsulate(counting, key.seed, key.publicKey, ciphertext);
	assert.deepEqual([secret, asked], [undefined, 0]);
});
