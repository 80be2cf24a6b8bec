import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CARROTS, CHICKEN, COFFEE, ORANGES, testCatalogue } from './test-catalogue.ts';
import { type WeighedWrite, writeWeighed } from './weighed-write.ts';

const write = (code: string, rest: Partial<WeighedWrite>, current?: { q2?: number; g?: number }) =>
	writeWeighed(
		current && { ...current, t: 1, par: 'GC/dupleix Zoe' },
		{ code, quantity: null, author: 'GC/dupleix', now: 2, ...rest },
		testCatalogue.lignes[code],
	);
const codeOf = (...args: Parameters<typeof write>): string => {
	const written = write(...args);
	return written.ok ? 'ok' : written.error.code;
};

test('each mode is declared in its own unit; a weight that scales show has no step', () => {
	assert.equal(codeOf(CARROTS, { quantity: { g: 1_037 } }), 'ok');
	assert.equal(codeOf(CARROTS, { quantity: { q2: 2 } }), 'E-PAS');
	assert.equal(codeOf(ORANGES, { quantity: { q2: 3 } }), 'ok');
	assert.equal(codeOf(ORANGES, { quantity: { g: 10_000 } }), 'E-PAS');
	assert.equal(codeOf(COFFEE, { quantity: { q2: 3 } }), 'E-DEMI');
	assert.equal(codeOf(CHICKEN, { quantity: { q2: 8, g: 7_245 } }), 'ok');
	assert.equal(codeOf(CHICKEN, { quantity: { q2: 7 } }), 'E-DEMI');
	assert.equal(codeOf('9.9', { quantity: { q2: 2 } }), 'E-PROD');
});

test('a stale view is refused with both values; asking for what is there is not stale', () => {
	const stale = write(CARROTS, { quantity: { g: 900 }, seen: null }, { g: 800 });
	assert.ok(!stale.ok);
	assert.deepEqual(stale.error, {
		code: 'E-VU',
		detail: {
			...{ code: CARROTS, current: 800, wanted: 900, currentG: 800 },
			...{ par: 'GC/dupleix Zoe', t: 1 },
		},
	});
	assert.equal(codeOf(CARROTS, { quantity: { g: 800 }, seen: null }, { g: 800 }), 'ok');
	assert.equal(codeOf(CARROTS, { quantity: { g: 900 }, seen: { g: 800 } }, { g: 800 }), 'ok');
	const pieces = { quantity: { q2: 8, g: 7_000 }, seen: { q2: 8 } };
	assert.equal(codeOf(CHICKEN, pieces, { q2: 8, g: 7_200 }), 'E-VU', 'the weight counts too');
});

test('null takes back what was declared; nothing declared is not zero declared', () => {
	assert.deepEqual(write(CARROTS, { seen: { g: 800 } }, { g: 800 }), { ok: true, value: null });
	assert.equal(codeOf(CARROTS, { quantity: { g: 0 }, seen: null }), 'ok');
	assert.equal(codeOf(CARROTS, { quantity: { g: 5 }, seen: null }, { g: 0 }), 'E-VU');
});
