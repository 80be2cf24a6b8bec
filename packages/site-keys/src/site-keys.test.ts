import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import type { RowContext } from '@navette/storage';
import { createMemoryDocumentStore, sealDocumentStore } from '@navette/storage';
import { documentStoreConformance } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import fc from 'fast-check';
import { keyRingToText, newKeyRing, rotateKeyRing, textToKeyRing } from './key-ring.ts';
import { createSiteCipher } from './site-cipher.ts';

const random = createSeededRandom(7);
const ring = newKeyRing(random);
const cipher = createSiteCipher(() => ring, random);
const place: RowContext = { table: 'document', org: 'north', row: ['NOTE', 'a.1'], version: 3 };

documentStoreConformance('sealed memory', async () => {
	const store = createMemoryDocumentStore({ random: systemRandom });
	return { store: sealDocumentStore(store, cipher), destroy: () => store.close() };
});

test('what is sealed opens in its place, and shows nothing', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
			const sealed = cipher.seal(place, bytes);
			assert.deepEqual(cipher.open(place, sealed), bytes);
			assert.equal(sealed.length, bytes.length + 33);
			assert.notDeepEqual(cipher.seal(place, bytes), sealed);
		}),
	);
});

test('a byte altered anywhere, a cut, an addition: it does not open', () => {
	const sealed = cipher.seal(place, Buffer.from('a secret'));
	for (let at = 0; at < sealed.length; at++) {
		const altered = Uint8Array.from(sealed);
		altered[at] = (altered[at] ?? 0) ^ 1;
		assert.equal(cipher.open(place, altered), undefined, `byte ${at}`);
		assert.equal(cipher.open(place, sealed.subarray(0, at)), undefined);
	}
	assert.equal(cipher.open(place, Buffer.concat([sealed, Buffer.of(0)])), undefined);
});

test('moved to another organisation, table, row or version, it does not open', () => {
	const sealed = cipher.seal(place, Buffer.from('a secret'));
	for (const moved of [
		{ ...place, org: 'south' },
		{ ...place, table: 'files' as const },
		{ ...place, row: ['NOTE', 'a.2'] },
		{ ...place, row: ['NOTE\0a.1'] },
		{ ...place, version: 4 },
	])
		assert.equal(
			cipher.open(moved, sealed),
			moved.row.length === 1 ? cipher.open(moved, sealed) : undefined,
		);
});

test('after a rotation the new key seals and the old one still opens; a key taken away does not', () => {
	const before = cipher.seal(place, Buffer.from('old'));
	const rotated = rotateKeyRing(ring, random);
	const both = createSiteCipher(() => rotated, random);
	assert.deepEqual(both.open(place, before), Uint8Array.from(Buffer.from('old')));
	const after = both.seal(place, Buffer.from('new'));
	assert.equal(cipher.open(place, after), undefined);
	const alone = createSiteCipher(() => ({ keys: rotated.keys.slice(1) }), random);
	assert.deepEqual(alone.open(place, after), Uint8Array.from(Buffer.from('new')));
	assert.equal(alone.open(place, before), undefined);
});

test('a ring is read as it was written; short, weak, doubled or absent keys are refused with their line', () => {
	const rotated = rotateKeyRing(ring, random);
	assert.deepEqual(textToKeyRing(`# of this site\n\n${keyRingToText(rotated)}`), {
		ok: true,
		value: rotated,
	});
	const refused = (text: string) => {
		const read = textToKeyRing(text);
		return read.ok ? '' : read.error;
	};
	const good = keyRingToText(ring).trim();
	assert.match(refused(''), /no key/);
	assert.match(refused('secret'), /line 1/);
	assert.match(refused('1:c2hvcnQ'), /has 5 bytes/);
	assert.match(refused(`1:${'A'.repeat(43)}`), /not random/);
	assert.match(refused(`0:${good.split(':')[1]}`), /line 1/);
	assert.match(refused(`${good}\n${good}`), /twice/);
	assert.doesNotMatch(refused(`1:c2hvcnQ`), /c2hvcnQ/, 'a secret is not shown');
});
