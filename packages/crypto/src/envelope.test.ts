import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesToHex, systemRandom } from '@navette/core';
import fc from 'fast-check';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { envelopeKeyFromBytes, envelopeKeyFromCryptoKey } from './envelope-key.ts';
import type { EnvelopeContext } from './layout.ts';
import { openWithNode, sealUnpaddedWithNode, sealWithNode } from './oracle/node-envelope.ts';

interface Vector {
	readonly key: string;
	readonly context: EnvelopeContext;
	readonly nonce: string;
	readonly data: string;
	readonly envelope: string;
}

const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const vectors: readonly Vector[] = JSON.parse(
	readFileSync(new URL('./envelope.vectors.json', import.meta.url), 'utf8'),
);
const fixed = (bytes: Uint8Array) => ({ random: { bytes: () => bytes } });
const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const nonce24 = fc.uint8Array({ minLength: 24, maxLength: 24 });
const context = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger()), {
	maxLength: 8,
});
const deps = { random: systemRandom };
const CONTEXT = ['orga', 'NOTE', 'n1', 'text', 3, 1] as const;

test('frozen vectors: what was sealed once can be opened, and is sealed the same', async () => {
	assert.ok(vectors.length >= 6);
	for (const vector of vectors) {
		const key = await envelopeKeyFromBytes(fromHex(vector.key));
		const nonce = fromHex(vector.nonce);
		const sealed = await sealEnvelope(key, vector.context, fromHex(vector.data), fixed(nonce));
		assert.equal(bytesToHex(sealed), vector.envelope);
		const opened = await openEnvelope(key, vector.context, fromHex(vector.envelope));
		assert.equal(opened.ok && bytesToHex(opened.value), vector.data);
	}
});

test('the second implementation writes the same bytes and reads ours', async () => {
	await fc.assert(
		fc.asyncProperty(
			key32,
			context,
			fc.uint8Array({ maxLength: 3000 }),
			nonce24,
			async (raw, ctx, data, nonce) => {
				const key = await envelopeKeyFromBytes(raw);
				const sealed = await sealEnvelope(key, ctx, data, fixed(nonce));
				assert.equal(bytesToHex(sealed), bytesToHex(sealWithNode(raw, ctx, data, nonce)));
				assert.deepEqual(new Uint8Array(openWithNode(raw, ctx, sealed)), data);
			},
		),
	);
});

test('a 300-byte note is an envelope of 378 bytes', async () => {
	const key = await envelopeKeyFromBytes(new Uint8Array(32));
	assert.equal((await sealEnvelope(key, CONTEXT, new Uint8Array(300), deps)).length, 378);
});

test('any flipped bit, any cut: not opened', async () => {
	const key = await envelopeKeyFromBytes(systemRandom.bytes(32));
	const sealed = await sealEnvelope(key, CONTEXT, new Uint8Array(40), deps);
	for (let at = 0; at < sealed.length; at++) {
		const bad = sealed.slice();
		bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
		assert.equal((await openEnvelope(key, CONTEXT, bad)).ok, false, `byte ${at}`);
		assert.equal((await openEnvelope(key, CONTEXT, sealed.subarray(0, at))).ok, false);
	}
	assert.equal((await openEnvelope(key, CONTEXT, new Uint8Array([...sealed, 0]))).ok, false);
});

test('another context or another key: refused', async () => {
	const key = await envelopeKeyFromBytes(systemRandom.bytes(32));
	const sealed = await sealEnvelope(key, CONTEXT, new Uint8Array(40), deps);
	const others: readonly EnvelopeContext[] = [
		['orgb', 'NOTE', 'n1', 'text', 3, 1],
		['orga', 'NOTE', 'n2', 'text', 3, 1],
		['orga', 'NOTE', 'n1', 'text', 3, 2],
		['orga', 'NOTE', 'n1', 'text', '3', 1],
		['orga', 'NOTE', 'n1', 'text', 3],
		[],
	];
	for (const other of others)
		assert.deepEqual(await openEnvelope(key, other, sealed), { ok: false, error: 'refused' });
	const stranger = await envelopeKeyFromBytes(systemRandom.bytes(32));
	assert.deepEqual(await openEnvelope(stranger, CONTEXT, sealed), { ok: false, error: 'refused' });
	assert.equal((await openEnvelope(key, CONTEXT, sealed)).ok, true);
});

test('a false commitment is refused, even under a tag made with the key', async () => {
	const raw = systemRandom.bytes(32);
	const key = await envelopeKeyFromBytes(raw);
	const nonce = new Uint8Array(24);
	const forged = sealUnpaddedWithNode(raw, CONTEXT, Buffer.alloc(256), nonce, new Uint8Array(32));
	assert.deepEqual(await openEnvelope(key, CONTEXT, forged), { ok: false, error: 'refused' });
	const honest = sealUnpaddedWithNode(raw, CONTEXT, Buffer.alloc(256), nonce);
	assert.equal((await openEnvelope(key, CONTEXT, honest)).ok, true);
});

test('a suite that is not allowed here is not tried', async () => {
	const key = await envelopeKeyFromBytes(new Uint8Array(32));
	const sealed = await sealEnvelope(key, CONTEXT, new Uint8Array(4), deps);
	assert.deepEqual(await openEnvelope(key, CONTEXT, sealed, []), { ok: false, error: 'suite' });
	const other = sealed.slice();
	other[1] = 2;
	assert.deepEqual(await openEnvelope(key, CONTEXT, other, [1, 2]), { ok: false, error: 'suite' });
});

test('a padding that we do not make is refused, even sealed by the key', async () => {
	const raw = new Uint8Array(32).fill(9);
	const key = await envelopeKeyFromBytes(raw);
	const nonce = new Uint8Array(24);
	const plain = (length: number, claimed: number, dirt?: number) => {
		const bytes = Buffer.alloc(length);
		bytes.writeUInt32BE(claimed);
		if (dirt !== undefined) bytes[dirt] = 1;
		return bytes;
	};
	const bads = [plain(300, 296), plain(256, 10, 255), plain(256, 253), plain(512, 10), plain(4, 0)];
	for (const bad of [...bads, new Uint8Array(2)]) {
		const sealed = sealUnpaddedWithNode(raw, CONTEXT, bad, nonce);
		const opened = await openEnvelope(key, CONTEXT, sealed);
		assert.deepEqual(opened, { ok: false, error: 'padding' });
	}
	const good = sealUnpaddedWithNode(raw, CONTEXT, plain(304, 299), nonce);
	assert.equal((await openEnvelope(key, CONTEXT, good)).ok, true);
});

test('a key kept by the platform cannot be read back, and opens the same', async () => {
	const raw = systemRandom.bytes(32);
	const ours = await envelopeKeyFromBytes(raw);
	await assert.rejects(crypto.subtle.exportKey('raw', ours.secret));
	const again = envelopeKeyFromCryptoKey(structuredClone(ours.secret));
	const sealed = await sealEnvelope(ours, CONTEXT, new Uint8Array([1, 2]), deps);
	const opened = await openEnvelope(again, CONTEXT, sealed);
	assert.deepEqual(opened.ok && [...opened.value], [1, 2]);
});

test('a key of another kind or length is a defect', async () => {
	await assert.rejects(envelopeKeyFromBytes(new Uint8Array(31)));
	const raw = new Uint8Array(32);
	const aes = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
	assert.throws(() => envelopeKeyFromCryptoKey(aes));
});
