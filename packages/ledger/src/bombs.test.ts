import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCbor } from '@navette/codec';
import { systemRandom } from '@navette/core';
import { fuzz } from '@navette/testkit';
import fc from 'fast-check';
import { MAX_ENTRY } from './entry.ts';
import { foundGroup, parseEntry, parseIdentity } from './index.ts';
import { createCast } from './testing/cast.ts';

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);
const BOMBS: readonly Uint8Array[] = [
	new Uint8Array(200_000).fill(0x81),
	new Uint8Array(MAX_ENTRY + 1),
	Uint8Array.of(0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
	Uint8Array.of(0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
	Uint8Array.of(0xbf, 0x61, 0x61, 1, 0xff),
	encodeCbor([encodeCbor(nested(30)), new Uint8Array(64)]),
	encodeCbor([new Uint8Array(100_000).fill(0x81), new Uint8Array(64)]),
];

test('M34: bombs are refused at once', () => {
	for (const bomb of BOMBS) {
		assert.deepEqual(parseEntry(bomb), { ok: false, error: 'malformed' });
		const identity = parseIdentity(bomb, { type: 'avatar', tenant: 'orga' });
		assert.deepEqual(identity, { ok: false, error: 'malformed' });
	}
});

test('entries and identities, searched by coverage: refused or whole, never thrown', async (t) => {
	const [me] = await createCast(1, { random: systemRandom });
	assert.ok(me);
	const choice = { mode: 'simple', isOpen: true, at: 1 } as const;
	const { bytes } = await foundGroup(me, choice, { random: systemRandom });
	const outcome = fuzz({
		target(input) {
			const entry = parseEntry(input);
			if (entry.ok) assert.deepEqual(entry.value.bytes, input);
			const identity = parseIdentity(input, { type: 'avatar', tenant: 'orga' });
			if (identity.ok) assert.deepEqual(identity.value.genesis, input);
		},
		seeds: [bytes, me.genesis],
		modules: ['/ledger/src/entry.ts', '/ledger/src/identity.ts', '/codec/src/cbor-nesting.ts'],
		...{ ms: Number(process.env.FUZZ_MS ?? 1_500), time: () => performance.now() },
		random: systemRandom,
	});
	t.diagnostic(JSON.stringify(outcome));
	assert.ok(outcome.runs > 20);
});

test('any bytes are refused, never thrown', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			assert.equal(parseEntry(bytes).ok, false);
			assert.equal(parseEntry(encodeCbor([bytes, new Uint8Array(64)])).ok, false);
		}),
		{ numRuns: 500 },
	);
});
