import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToBase64Url } from '@navette/core';
import { createSeededRandom } from '@navette/testkit';
import * as fc from 'fast-check';
import { NEWS_LIMITS } from './limits.ts';
import { decodePayload, encodePayload, type NewsPayload } from './payload.ts';

const referenceOf = (seed: number) => bytesToBase64Url(createSeededRandom(seed).bytes(16));

const payloads = fc.record({
	f: fc.constant(1 as const),
	org: fc.stringMatching(/^[a-z0-9-]{4,16}$/),
	n: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
	threads: fc.array(
		fc.tuple(
			fc.nat().map(referenceOf),
			fc.array(fc.stringMatching(/^[A-Z][A-Z0-9]{0,31}$/), { maxLength: 8 }),
			fc.boolean(),
		),
		{ minLength: 1, maxLength: NEWS_LIMITS.threadsPerPush },
	),
});

test('every message is as long as any other, and says what was said, or the beginning of it', () => {
	fc.assert(
		fc.property(payloads, (payload: NewsPayload) => {
			const bytes = encodePayload(payload);
			assert.equal(bytes.length, NEWS_LIMITS.payloadBytes);
			const read = decodePayload(bytes);
			assert.ok(read);
			assert.ok(read.threads.length >= 1);
			assert.deepEqual(read, {
				...payload,
				threads: payload.threads.slice(0, read.threads.length),
			});
		}),
	);
});

test('eight threads of ordinary types fit in one message', () => {
	const threads = Array.from(
		{ length: NEWS_LIMITS.threadsPerPush },
		(_, at): [string, string[], boolean] => [referenceOf(at), ['BCC', 'CHCO'], false],
	);
	const bytes = encodePayload({ f: 1, org: 'circuit-du-bocag', n: 1_000_000, threads });
	assert.equal(decodePayload(bytes)?.threads.length, NEWS_LIMITS.threadsPerPush);
});

test('anything else is no message', () => {
	const good = encodePayload({ f: 1, org: 'north', n: 1, threads: [[referenceOf(1), [], true]] });
	for (const bytes of [
		new Uint8Array(),
		new Uint8Array(NEWS_LIMITS.payloadBytes),
		good.subarray(0, -1),
		good.map((byte, at) => (at === good.length - 1 ? 1 : byte)),
		good.map((byte, at) => (at === 0 ? 255 : byte)),
		good.map((byte, at) => (at === 2 ? 255 : byte)),
	])
		assert.equal(decodePayload(bytes), undefined);
	fc.assert(
		fc.property(
			fc.uint8Array({ minLength: NEWS_LIMITS.payloadBytes, maxLength: NEWS_LIMITS.payloadBytes }),
			(bytes) => {
				decodePayload(bytes);
			},
		),
	);
});
