import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { fuzz } from '@navette/testkit';
import { decodeCanonicalCbor, encodeCbor } from './index.ts';
import { isCanonical } from './oracle/is-canonical.ts';

const MS = Number(process.env.FUZZ_MS ?? 2_500);

test('canonical decoding accepts what a second implementation accepts, and nothing else', (t) => {
	const outcome = fuzz({
		target(bytes) {
			const decoded = decodeCanonicalCbor(bytes);
			const expected = isCanonical(bytes);
			if (expected !== undefined) assert.equal(decoded.ok, expected);
			if (decoded.ok) assert.deepEqual([...encodeCbor(decoded.value)], [...bytes]);
		},
		seeds: [
			encodeCbor({ a: 1, bb: [true, null, -7], c: new Uint8Array(3) }),
			encodeCbor([255, 65_536, 2 ** 40, 'é日本', { '': 0 }]),
			encodeCbor(['nv/entry', { __proto__x: 1, constructor: 2 }]),
		],
		modules: ['/codec/src/canonical-cbor.ts', '/codec/src/decode-cbor.ts'],
		...{ ms: MS, time: () => performance.now(), random: systemRandom },
	});
	t.diagnostic(JSON.stringify(outcome));
	assert.ok(outcome.runs > 20 && outcome.corpus > 3);
});
