import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import type { DocumentRow, RowContext } from '@navette/storage';
import { createMemoryDocumentStore, DamagedRow, sealDocumentStore } from '@navette/storage';
import { documentStoreConformance } from '@navette/storage/conformance';
import { createSeededRandom } from '@navette/testkit';
import fc from 'fast-check';
import {
	addToKeyRing,
	newKeyRing,
	retireFromKeyRing,
	rotateKeyRing,
	siteKeyToText,
} from './key-ring.ts';
import { completeKeyRings, keyRingsToText, textToKeyRings } from './key-rings.ts';
import { createSiteCipher } from './site-cipher.ts';
import { createSiteKeys } from './site-keys.ts';

const random = createSeededRandom(7);
const ring = newKeyRing(random);
const cipher = createSiteCipher(() => ring, random);
const retired = (outcome: { ok: boolean; error?: string }): string => outcome.error ?? '';
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

test('what was opened lately is no answer for the same bytes in another organisation', async () => {
	const inner = createMemoryDocumentStore({ random: systemRandom });
	const store = sealDocumentStore(inner, cipher);
	const id = 'a.1' as DocumentRow['id'];
	const row: DocumentRow = {
		...{ type: 'NOTE', id, version: 1, del: 0, files: null, groupings: {}, properties: {} },
		data: Buffer.from('a secret'),
	};
	await store.transaction((transaction) => transaction.in('north').putDocument(row, undefined, []));
	const read = (org: string) => store.snapshot(org, (reader) => reader.document('NOTE', id));
	for (let time = 0; time < 2; time++)
		assert.deepEqual((await read('north'))?.data, Uint8Array.from(Buffer.from('a secret')));
	const stolen = await inner.snapshot('north', (reader) => reader.document('NOTE', id));
	await inner.transaction((transaction) =>
		transaction.in('south').putDocument({ ...row, data: stolen?.data ?? null }, undefined, []),
	);
	await assert.rejects(read('south'), DamagedRow);
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

test('a key that was added opens at once, seals after the rotation, and the old one retires', () => {
	const added = addToKeyRing(ring, random);
	assert.deepEqual(
		added.keys.map((key) => key.id),
		[2, 1],
	);
	const rotated = rotateKeyRing(added, random);
	assert.deepEqual(rotated.keys, [ring.keys[0], added.keys[0]]);
	const sealed = createSiteCipher(() => rotated, random).seal(place, Buffer.from('new'));
	assert.ok(createSiteCipher(() => added, random).open(place, sealed), 'known before it seals');
	assert.deepEqual(retireFromKeyRing(rotated, 1), { ok: true, value: { keys: [added.keys[0]] } });
	assert.match(retired(retireFromKeyRing(rotated, 2)), /seals/);
	assert.match(retired(retireFromKeyRing(rotated, 3)), /no key 3/);
});

test('rings are read as they were written; what is wrong is said with its line, without a secret', () => {
	const rings = completeKeyRings({ data: rotateKeyRing(ring, random) }, random);
	const text = keyRingsToText(rings);
	assert.deepEqual(textToKeyRings(`# of this site\n\n${text}`), { ok: true, value: rings });
	assert.deepEqual(textToKeyRings(text.trim().replaceAll('\n', ',')), { ok: true, value: rings });
	const refused = (given: string) => retired(textToKeyRings(given));
	const good = siteKeyToText(ring.keys[0] ?? assert.fail());
	assert.deepEqual(textToKeyRings(good), { ok: true, value: { data: ring } }, 'no purpose: data');
	assert.match(refused(''), /no key for data/);
	assert.match(refused(`pin ${good}`), /no key for data/);
	assert.match(refused('secret'), /line 1/);
	assert.match(refused(`${good}\nfrobnicate ${good}`), /line 2 names no known purpose/);
	assert.match(refused('1:c2hvcnQ'), /has 5 bytes/);
	assert.match(refused(`1:${'A'.repeat(43)}`), /not random/);
	assert.match(refused(`0:${good.split(':')[1]}`), /line 1/);
	assert.match(refused(`${good}\n${good}`), /twice/);
	assert.doesNotMatch(refused(`1:c2hvcnQ`), /c2hvcnQ/, 'a secret is not shown');
});

test('what one purpose seals no other opens, nor another context; what is derived is found again', () => {
	const keys = createSiteKeys(() => rings, random);
	const rings = completeKeyRings({}, random);
	const bytes = Uint8Array.from(Buffer.from('k'));
	const sealed = keys.for('pin').seal(['profile', 'p1', 3], bytes);
	assert.deepEqual(keys.for('pin').open(['profile', 'p1', 3], sealed), bytes);
	assert.equal(keys.for('pin').open(['profile', 'p1', 4], sealed), undefined);
	assert.equal(keys.for('pin').open(['profile', '["p1",3]'], sealed), undefined);
	assert.equal(keys.for('capabilities').open(['profile', 'p1', 3], sealed), undefined);
	const one = createSiteKeys(() => ({ pin: ring, data: ring }), random);
	const same = one.for('pin').seal(['a'], bytes);
	assert.equal(one.for('data').open(['a'], same), undefined, 'even under one secret');
	const decoy = keys.for('decoys').derive(['user', 'u1'], 48);
	assert.equal(decoy.length, 48);
	assert.deepEqual(keys.for('decoys').derive(['user', 'u1'], 48, 1), decoy);
	assert.notDeepEqual(keys.for('decoys').derive(['user', 'u2'], 48), decoy);
	assert.notDeepEqual(keys.for('push').derive(['user', 'u1'], 48), decoy);
	assert.throws(() => keys.for('decoys').derive(['user'], 16, 9), /no key 9/);
	assert.throws(
		() =>
			createSiteKeys(() => ({}), random)
				.for('pin')
				.current(),
		/no key for pin/,
	);
});
