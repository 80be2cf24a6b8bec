import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesToHex, systemRandom } from '@navette/core';
import fc from 'fast-check';
import type { Aead } from './aead.ts';
import { defaultAead } from './default-aead.ts';
import { sealEnvelope } from './envelope.ts';
import { openEnvelopes } from './envelope-batch.ts';
import { envelopeKeyFromBytes } from './envelope-key.ts';
import type { EnvelopeContext } from './layout.ts';
import { sealInSeriesWithNode } from './oracle/node-envelope.ts';
import { sealSeries } from './seal-series.ts';
import { webAead } from './web-aead.ts';

const AEADS: Readonly<Record<string, Aead>> = { web: webAead, node: defaultAead };
const fixed = (bytes: Uint8Array) => ({ random: { bytes: () => bytes } });
const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const salt20 = fc.uint8Array({ minLength: 20, maxLength: 20 });
const context = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger()), {
	maxLength: 8,
});
const items = fc.array(fc.record({ context, data: fc.uint8Array({ maxLength: 700 }) }), {
	maxLength: 6,
});
const CONTEXTS: readonly EnvelopeContext[] = [
	['orga', 'NOTE', 'n1'],
	['orga', 'NOTE', 'n2'],
	['orga', 'NOTE', 'n3'],
];
const three = CONTEXTS.map((one, at) => ({ context: one, data: new Uint8Array(40).fill(at) }));
const anyKey = () => envelopeKeyFromBytes(systemRandom.bytes(32));

interface Vector {
	readonly key: string;
	readonly salt: string;
	readonly items: readonly { readonly context: EnvelopeContext; readonly data: string }[];
	readonly envelopes: readonly string[];
}

const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

for (const [name, aead] of Object.entries(AEADS)) {
	test(`a series (${name}): frozen vectors`, async () => {
		const file = new URL('./series.vectors.json', import.meta.url);
		const vector: Vector = JSON.parse(readFileSync(file, 'utf8'));
		const key = await envelopeKeyFromBytes(fromHex(vector.key));
		const all = vector.items.map((one) => ({ context: one.context, data: fromHex(one.data) }));
		const sealed = await sealSeries(key, all, { ...fixed(fromHex(vector.salt)), aead });
		assert.deepEqual(sealed.map(bytesToHex), vector.envelopes);
	});

	test(`a series (${name}): the second implementation writes the same bytes; all of it opens`, async () => {
		await fc.assert(
			fc.asyncProperty(key32, salt20, items, async (raw, salt, all) => {
				const key = await envelopeKeyFromBytes(raw);
				const sealed = await sealSeries(key, all, { ...fixed(salt), aead });
				const expected = all.map((one, place) =>
					bytesToHex(sealInSeriesWithNode(raw, one.context, one.data, salt, place)),
				);
				assert.deepEqual(sealed.map(bytesToHex), expected);
				const wanted = all.map((one, at) => ({
					context: one.context,
					bytes: sealed[at] ?? new Uint8Array(),
				}));
				const opened = await openEnvelopes(key, wanted, { aead });
				opened.forEach((one, at) => {
					assert.ok(one.ok);
					assert.deepEqual(new Uint8Array(one.value), all[at]?.data);
				});
			}),
			{ numRuns: 60 },
		);
	});

	test(`a series (${name}): any flipped bit or cut, and that envelope alone does not open`, async () => {
		const key = await anyKey();
		const sealed = await sealSeries(key, three, { random: systemRandom, aead });
		const bytes = sealed[1] ?? new Uint8Array();
		for (let at = 0; at < bytes.length; at++) {
			const bad = bytes.slice();
			bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
			const wanted = [sealed[0], bad, sealed[2]].map((one, n) => ({
				context: CONTEXTS[n] ?? [],
				bytes: one ?? new Uint8Array(),
			}));
			const opened = await openEnvelopes(key, wanted, { aead });
			assert.deepEqual(
				opened.map((one) => one.ok),
				[true, false, true],
				`byte ${at}`,
			);
			const cut = [{ context: CONTEXTS[1] ?? [], bytes: bytes.subarray(0, at) }];
			assert.equal((await openEnvelopes(key, cut, { aead }))[0]?.ok, false);
		}
	});

	test(`a series (${name}): another context, another key, another place: refused`, async () => {
		const key = await anyKey();
		const sealed = await sealSeries(key, three, { random: systemRandom, aead });
		const moved = CONTEXTS.map((one, at) => ({
			context: one,
			bytes: sealed[(at + 1) % 3] ?? new Uint8Array(),
		}));
		const right = CONTEXTS.map((one, at) => ({
			context: one,
			bytes: sealed[at] ?? new Uint8Array(),
		}));
		for (const opened of [
			await openEnvelopes(key, moved, { aead }),
			await openEnvelopes(await anyKey(), right, { aead }),
		])
			for (const one of opened) assert.deepEqual(one, { ok: false, error: 'refused' });
	});
}

test('a false commitment is refused, even under a tag made with the key', async () => {
	const raw = systemRandom.bytes(32);
	const key = await envelopeKeyFromBytes(raw);
	const sealWith = (commitment?: Uint8Array) =>
		sealInSeriesWithNode(raw, ['x'], new Uint8Array(4), new Uint8Array(20), 0, commitment);
	const opened = await openEnvelopes(key, [
		{ context: ['x'], bytes: sealWith(new Uint8Array(32)) },
		{ context: ['x'], bytes: sealWith() },
	]);
	assert.deepEqual(
		opened.map((one) => one.ok),
		[false, true],
	);
});

test('no two series have a key in common, no two envelopes of one a vector', async () => {
	const key = await anyKey();
	const one = await sealSeries(key, three, { random: systemRandom });
	const two = await sealSeries(key, three, { random: systemRandom });
	const nonces = [...one, ...two].map((bytes) => bytesToHex(bytes.subarray(2, 26)));
	assert.equal(new Set(nonces).size, 6);
	const commitments = new Set([...one, ...two].map((bytes) => bytesToHex(bytes.subarray(26, 58))));
	assert.equal(commitments.size, 2);
});

test('single envelopes and those of several series are opened in one call, in their order', async () => {
	const key = await anyKey();
	const alone = await sealEnvelope(key, ['x'], new Uint8Array([7]), { random: systemRandom });
	const [a] = await sealSeries(key, three, { random: systemRandom });
	const [b] = await sealSeries(key, three, { random: systemRandom });
	const opened = await openEnvelopes(key, [
		{ context: CONTEXTS[0] ?? [], bytes: a ?? new Uint8Array() },
		{ context: ['x'], bytes: alone },
		{ context: ['x'], bytes: new Uint8Array(3) },
		{ context: CONTEXTS[0] ?? [], bytes: b ?? new Uint8Array() },
	]);
	assert.deepEqual(
		opened.map((one) => (one.ok ? one.value.length : one.error)),
		[40, 1, 'malformed', 40],
	);
});
