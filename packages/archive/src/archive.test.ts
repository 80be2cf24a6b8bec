import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '@navette/core';
import { generateSealingKey } from '@navette/crypto';
import { blobPathOf } from '@navette/storage';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import fc from 'fast-check';
import type { ArchiveSource } from './archive-file.ts';
import { exportOrganisation } from './export-organisation.ts';
import { type ImportWish, importOrganisation } from './import-organisation.ts';
import { rowsOf } from './rows-of.ts';
import { emptyDisk, openDisk } from './testing/memory-archive.ts';
import {
	catalogue,
	type Deed,
	memoryPlace,
	ORG,
	openBooks,
	type Place,
	START,
} from './testing/shelves.ts';
import { verifyArchive } from './verify-archive.ts';

const random = createSeededRandom(3);
const clock = createTestClock(START);
const pair = generateSealingKey({ random: systemRandom });

const shelf = fc.constantFrom('a', 'b', 'é');
const n = fc.constantFrom('1', '2', '3');
const deed: fc.Arbitrary<Deed> = fc.oneof(
	fc.record({ kind: fc.constant('book' as const), shelf, n, pages: fc.nat(900) }),
	fc.record({ kind: fc.constant('file' as const), shelf, n, size: fc.nat(3_000) }),
	fc.record({ kind: fc.constant('burn' as const), shelf, n }),
	fc.record({ kind: fc.constant('note' as const), n, size: fc.nat(400) }),
	fc.record({ kind: fc.constant('loose' as const), size: fc.nat(500) }),
);

const placeWith = async (deeds: readonly Deed[]): Promise<Place> => {
	const place = memoryPlace();
	const books = await openBooks(place);
	for (const one of deeds) await books.do(one);
	await books.engine.files?.idle();
	return place;
};

const exportFrom = async (
	place: Place,
	disk = emptyDisk(),
	to = undefined as typeof pair | undefined,
) => {
	const opened = openDisk(disk);
	const outcome = await exportOrganisation(
		{ ...place, ...opened, catalogue, random, clock, to: to?.publicKey },
		ORG,
	);
	assert.ok(outcome.ok, JSON.stringify(outcome));
	return { ...outcome.value, disk };
};

const sourceOf = (bytes: Uint8Array): ArchiveSource => openDisk({ bytes, key: undefined }).file;

const importInto = (place: Place, bytes: Uint8Array, wish: ImportWish = {}, key?: typeof pair) =>
	importOrganisation({ ...place, catalogue, random, file: sourceOf(bytes), key }, wish);

/** Everything of an organisation, rows and bytes. */
const wholeOf = async ({ store, blobs }: Place, org: string) => {
	const rows = await store.snapshot(org, async (reader) => {
		const all: unknown[] = [];
		for await (const { record } of rowsOf(catalogue, reader)) all.push(record);
		return all;
	});
	const contents: Record<string, string> = {};
	for (const row of rows as [string, ...unknown[]][]) {
		if (row[0] !== 'loose') continue;
		contents[String(row[1])] = await bytesOf({ blobs }, org, String(row[2]), String(row[1]));
	}
	for await (const { path } of blobs.list(org)) {
		const [, folder = '', fid = ''] = path.split('/');
		contents[fid] = await bytesOf({ blobs }, org, folder, fid);
	}
	return { rows, contents };
};

const bytesOf = async (
	{ blobs }: Pick<Place, 'blobs'>,
	org: string,
	folder: string,
	fid: string,
) => {
	const parts: Uint8Array[] = [];
	for await (const part of (await blobs.read(blobPathOf(org, folder, fid))) ?? []) parts.push(part);
	return Buffer.concat(parts).toString('hex');
};

test('a random organisation imported elsewhere, under another code, reads the same whole', () =>
	fc.assert(
		fc.asyncProperty(fc.array(deed, { maxLength: 25 }), fc.boolean(), async (deeds, isSealed) => {
			const from = await placeWith(deeds);
			const to = memoryPlace();
			const key = isSealed ? pair : undefined;
			const { disk, manifest } = await exportFrom(from, emptyDisk(), key);
			const imported = await importInto(to, disk.bytes, { org: 'south' }, key);
			assert.ok(imported.ok, JSON.stringify(imported));
			assert.deepEqual(imported.value.manifest, manifest);
			assert.deepEqual(await wholeOf(to, 'south'), await wholeOf(from, ORG));
			assert.deepEqual(await to.store.organisations(), ['south']);
		}),
		{ numRuns: 60 },
	));

const small: readonly Deed[] = [
	{ kind: 'book', shelf: 'a', n: '1', pages: 12 },
	{ kind: 'file', shelf: 'a', n: '2', size: 60 },
	{ kind: 'note', n: '1', size: 5 },
	{ kind: 'burn', shelf: 'a', n: '1' },
	{ kind: 'loose', size: 9 },
];

test('every single bit that flips in a small archive refuses it whole', async () => {
	const { disk } = await exportFrom(await placeWith(small));
	for (let bit = 0; bit < disk.bytes.length * 8; bit++) {
		const altered = Uint8Array.from(disk.bytes);
		altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		const verified = await verifyArchive(sourceOf(altered), undefined);
		assert.equal(verified.ok, false, `bit ${bit}`);
	}
	const place = memoryPlace();
	const altered = Uint8Array.from(disk.bytes);
	altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
	assert.equal((await importInto(place, altered)).ok, false);
	assert.deepEqual(await place.store.organisations(), [], 'nothing was begun');
});

test('cut anywhere, longer, or with chunks dropped, doubled, exchanged or of another archive: refused', async () => {
	const { disk } = await exportFrom(await placeWith(small));
	const refused = async (bytes: Uint8Array, why: string) => {
		const verified = await verifyArchive(sourceOf(bytes), undefined);
		assert.equal(verified.ok, false, why);
		return verified.ok ? '' : verified.error.code;
	};
	for (let length = 0; length < disk.bytes.length; length++)
		await refused(disk.bytes.slice(0, length), `cut at ${length}`);
	await refused(Buffer.concat([disk.bytes, Buffer.of(0)]), 'longer');
	const chunks = chunksOf(disk.bytes);
	assert.ok(chunks.length > 5);
	const joined = (list: readonly Uint8Array[]) => Buffer.concat([...list]);
	for (let at = 1; at < chunks.length; at++) {
		await refused(joined(chunks.toSpliced(at, 1)), `dropped ${at}`);
		await refused(joined(chunks.toSpliced(at, 0, chunks[at] ?? assert.fail())), `doubled ${at}`);
		const exchanged = [...chunks];
		[exchanged[at], exchanged[at - 1]] = [exchanged[at - 1], exchanged[at]] as [Buffer, Buffer];
		await refused(joined(exchanged), `exchanged ${at}`);
	}
	const other = chunksOf((await exportFrom(await placeWith(small))).disk.bytes);
	await refused(joined(chunks.with(2, other[2] ?? assert.fail())), 'mixed');
	assert.equal(await refused(joined(chunks.slice(0, -1)), 'not finished'), 'unfinished');
	assert.equal(
		await refused(Buffer.from('PK\u0003\u0004 a zip file of other things'), 'zip'),
		'foreign',
	);
	assert.equal(await refused(disk.bytes.with(8, 2), 'version'), 'version');
});

/** The header, then each chunk with its length. */
const chunksOf = (bytes: Uint8Array): readonly Uint8Array[] => {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	let at = 30 + view.getUint32(26);
	const parts: Uint8Array[] = [bytes.slice(0, at)];
	while (at < bytes.length) {
		const end = at + 4 + view.getUint32(at);
		parts.push(bytes.slice(at, end));
		at = end;
	}
	return parts;
};

test('sealed to a public key, it opens with its private key alone and shows nothing', async () => {
	const { disk } = await exportFrom(await placeWith(small), emptyDisk(), pair);
	const other = generateSealingKey({ random: systemRandom });
	const code = async (key: typeof pair | undefined) => {
		const verified = await verifyArchive(sourceOf(disk.bytes), key);
		return verified.ok ? '' : verified.error.code;
	};
	assert.deepEqual(
		[await code(undefined), await code(other), await code(pair)],
		['key-missing', 'key-wrong', ''],
	);
	for (const shown of ['Books of the north', 'keeper', 'SHELF', ORG])
		assert.ok(!Buffer.from(disk.bytes).includes(shown), shown);
});

test('a code that is taken, another archive half imported, a type that is not declared: refused, nothing changed', async () => {
	const from = await placeWith(small);
	const { disk } = await exportFrom(from);
	const code = async (outcome: ReturnType<typeof importInto>) => {
		const done = await outcome;
		return done.ok ? '' : done.error.code;
	};
	const before = await wholeOf(from, ORG);
	assert.equal(await code(importInto(from, disk.bytes)), 'taken');
	assert.deepEqual(await wholeOf(from, ORG), before);
	const place = memoryPlace();
	const poorer = { ...catalogue, documents: new Map([...catalogue.documents].slice(0, 1)) };
	const file = sourceOf(disk.bytes);
	const undeclared = importOrganisation({ ...place, catalogue: poorer, random, file }, {});
	assert.equal(await code(undeclared), 'undeclared');
	assert.deepEqual(await place.store.organisations(), []);
	const refused = await exportOrganisation(
		{ ...from, ...openDisk(emptyDisk()), catalogue: poorer, random, clock },
		ORG,
	);
	assert.deepEqual(refused, { ok: false, error: { code: 'undeclared', type: 'NOTE' } });
	const absent = await exportOrganisation(
		{ ...from, ...openDisk(emptyDisk()), catalogue, random, clock },
		'nowhere',
	);
	assert.deepEqual(absent, { ok: false, error: { code: 'absent' } });
});

test('the imported organisation is as it was, with a history of its own, and works', async () => {
	const from = await placeWith(small);
	const to = memoryPlace();
	const { disk } = await exportFrom(from);
	const imported = await importInto(to, disk.bytes, { status: 'frozen' });
	assert.ok(imported.ok);
	const { engine } = await openBooks(memoryPlace());
	await engine.close();
	const books = await openBooks(to);
	const about = await books.engine.describe(ORG);
	assert.ok(about.ok);
	assert.match(about.value.epoch, new RegExp(`^${to.store.epoch}-[0-9a-f]{32}$`));
	await books.do({ kind: 'book', shelf: 'a', n: '9', pages: 3 });
	const again = await books.engine.run({
		org: ORG,
		caller: () => ({ id: 'keeper', rights: [] }),
		identity: { operation: 'op1', fingerprintFor: () => new Uint8Array(16) },
		work: () => assert.fail('an operation done before runs no second time'),
	});
	assert.ok(again.ok && again.value.repeated);
});

test('documents of a type that is never copied stay out of an archive', async () => {
	const { store } = await placeWith([
		{ kind: 'note', n: '1', size: 10 },
		{ kind: 'book', shelf: 'a', n: '1', pages: 3 },
	]);
	const typesIn = (by: typeof catalogue) =>
		store.snapshot(ORG, async (reader) => {
			const types = new Set<unknown>();
			for await (const { record } of rowsOf(by, reader))
				if (record[0] === 'document') types.add(record[1]);
			return types;
		});
	const documents = new Map(
		[...catalogue.documents].map(([name, type]) => [name, { ...type, neverCopied: true as const }]),
	);
	assert.ok((await typesIn(catalogue)).size > 0);
	assert.equal((await typesIn({ ...catalogue, documents })).size, 0);
});
