import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSeededRandom, createTestClock } from '@navette/testkit';
import { exportOrganisation } from './export-organisation.ts';
import { importOrganisation } from './import-organisation.ts';
import { createFuse, type Disk, emptyDisk, Killed, openDisk } from './testing/memory-archive.ts';
import {
	catalogue,
	type Deed,
	fusedPlace,
	memoryPlace,
	ORG,
	openBooks,
	type Place,
	START,
} from './testing/shelves.ts';
import { verifyArchive } from './verify-archive.ts';

const random = createSeededRandom(5);
const clock = createTestClock(START);

const place = memoryPlace();
const deeds: readonly Deed[] = [
	...Array.from({ length: 12 }, (_, at) => ({
		...{ kind: 'file' as const, shelf: 'a', n: String(at), size: 100 + at },
	})),
	{ kind: 'loose', size: 7 },
	...Array.from({ length: 700 }, (_, at) => ({
		...{ kind: 'note' as const, n: String(at), size: 400 },
	})),
];
const books = await openBooks(place);
for (const deed of deeds) await books.do(deed);

const exportTo = (disk: Disk, fuse = createFuse(), from: Place = place) =>
	exportOrganisation({ ...from, ...openDisk(disk, fuse), catalogue, random, clock }, ORG);

test('an export killed at any write goes on, or begins anew, and ends whole', async () => {
	let kills = 0;
	let resumed = 0;
	for (; ; kills++) {
		const disk = emptyDisk();
		const fuse = createFuse(kills);
		const first = await exportTo(disk, fuse).catch((error: unknown) => {
			assert.ok(error instanceof Killed);
			return undefined;
		});
		if (!fuse.isBurnt()) {
			assert.ok(first?.ok);
			break;
		}
		// Only the note was left to erase when the last write was cut.
		const early = await verifyArchive(openDisk(disk).file, undefined);
		if (early.ok) assert.ok(disk.key !== undefined, `whole before its end, at ${kills}`);
		const again = await exportTo(disk);
		assert.ok(again.ok, `killed at ${kills}`);
		if (again.value.isResumed) resumed++;
		const verified = await verifyArchive(openDisk(disk).file, undefined);
		assert.ok(verified.ok, `killed at ${kills}`);
		assert.equal(verified.value.manifest.counts.contents, 13);
	}
	assert.ok(kills > 40, `${kills} writes`);
	assert.ok(resumed > 30, `${resumed} went on`);
});

test('an import killed at any write shows nothing, goes on, and ends equal', async () => {
	const disk = emptyDisk();
	assert.ok((await exportTo(disk)).ok);
	const { file } = openDisk(disk);
	let kills = 0;
	let resumed = 0;
	for (; ; kills++) {
		const to = memoryPlace();
		const fuse = createFuse(kills);
		const first = await importOrganisation(
			{ ...fusedPlace(to, fuse), catalogue, random, file },
			{},
		).catch((error: unknown) => {
			assert.ok(error instanceof Killed);
			return undefined;
		});
		if (!fuse.isBurnt()) {
			assert.ok(first?.ok);
			break;
		}
		const row = await to.store.snapshot(ORG, (reader) => reader.organisation());
		assert.ok(row === undefined || row.status === 'importing', `seen at ${kills}`);
		const again = await importOrganisation({ ...to, catalogue, random, file }, {});
		assert.ok(again.ok, `killed at ${kills}: ${JSON.stringify(again)}`);
		if (again.value.isResumed) resumed++;
	}
	assert.ok(kills > 15, `${kills} writes`);
	assert.ok(resumed > 10, `${resumed} went on`);
});

test('another archive does not go on with what the first began', async () => {
	const [one, two] = [emptyDisk(), emptyDisk()];
	assert.ok((await exportTo(one)).ok && (await exportTo(two)).ok);
	const to = memoryPlace();
	const begun = importOrganisation(
		{ ...fusedPlace(to, createFuse(2)), catalogue, random, file: openDisk(one).file },
		{},
	);
	await assert.rejects(begun, Killed);
	const other = await importOrganisation({ ...to, catalogue, random, file: openDisk(two).file });
	assert.equal(other.ok ? '' : other.error.code, 'other-import');
	const rest = await importOrganisation({ ...to, catalogue, random, file: openDisk(one).file });
	assert.ok(rest.ok && rest.value.isResumed);
});

test('an export whose file goes away meanwhile says that the organisation moved, and begins anew', async () => {
	const moving = memoryPlace();
	const shelf = await openBooks(moving);
	await shelf.do({ kind: 'file', shelf: 'a', n: '1', size: 50 });
	const disk = emptyDisk();
	const blobs = { ...moving.blobs, read: async () => undefined };
	const moved = await exportTo(disk, createFuse(), { ...moving, blobs });
	assert.deepEqual(moved, { ok: false, error: { code: 'moved' } });
	const again = await exportTo(disk, createFuse(), moving);
	assert.ok(again.ok && !again.value.isResumed);
});
