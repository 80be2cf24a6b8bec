import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Failure, Result } from '@navette/core';
import { blobPathOf } from '@navette/storage';
import { checkFiles, checkFilesAfterADay } from '../conformance/file-checks.ts';
import { uploadInSegments } from '../conformance/file-steps.ts';
import {
	BOX,
	contentOf,
	createShelves,
	digestOf,
	GUS,
	MIA,
	ORG,
	openShelf,
	type Shelf,
	streamOf,
} from '../testing/shelf.ts';
import type { PreloadRequest } from './contract.ts';

const shelfWithBox = async (): Promise<Shelf> => {
	const shelf = openShelf(createShelves());
	await shelf.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	await shelf.run((c) => c.write('BOX', BOX, 'box'));
	return shelf;
};

const codeOf = (outcome: Result<unknown, Failure>): string =>
	outcome.ok ? 'ok' : outcome.error.code;

const BYTES = contentOf(2_500);
const wish = (parts: Partial<PreloadRequest> = {}): PreloadRequest => ({
	type: 'BOX',
	key: BOX,
	size: BYTES.length,
	digest: digestOf(BYTES),
	way: 'whole',
	...parts,
});

const preload = async (shelf: Shelf, parts: Partial<PreloadRequest> = {}): Promise<string> => {
	const preloaded = await shelf.files.preload(ORG, MIA, wish(parts));
	assert.ok(preloaded.ok);
	return preloaded.value.fid;
};

test('a preload that no document of the type could hold is refused', async () => {
	const shelf = await shelfWithBox();
	const refusals: readonly [Partial<PreloadRequest>, string][] = [
		[{ type: 'NONE' }, 'E-INPUT'],
		[{ key: { shelf: 's1' } }, 'E-INPUT'],
		[{ digest: 'x' }, 'E-INPUT'],
		[{ size: -1 }, 'E-INPUT'],
		[{ size: 0.5 }, 'E-INPUT'],
		[{ fid: '../../../../etc/passwd' }, 'E-INPUT'],
		[{ size: 10_001 }, 'E-SIZE'],
		[{ type: 'BARE' }, 'E-SIZE'],
	];
	for (const [parts, code] of refusals)
		assert.equal(codeOf(await shelf.files.preload(ORG, MIA, wish(parts))), code);
});

test('other bytes than announced are refused, and leave nothing to read or attach', async () => {
	const shelf = await shelfWithBox();
	const others = [contentOf(2_500, 2), contentOf(2_499), contentOf(2_501)];
	for (const bytes of others) {
		const fid = await preload(shelf);
		assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(bytes))), 'E-DIGEST');
		const file = { fid, name: 'a', size: BYTES.length, digest: digestOf(BYTES) };
		assert.equal(codeOf(await shelf.run((c) => c.attach('BOX', BOX, file))), 'E-FILE');
	}
	await checkFilesAfterADay(shelf);
});

test('a sender that breaks off may send again', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf);
	const breaking = async function* () {
		yield BYTES.subarray(0, 10);
		throw new Error('reset');
	};
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, breaking())), 'E-SLOW');
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(BYTES))), 'ok');
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(BYTES))), 'ok');
});

test('a content is its announcer own: nobody else sends, sees, ends or attaches it', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf);
	assert.equal(codeOf(await shelf.files.put(ORG, GUS, fid, streamOf(BYTES))), 'E-FILE');
	assert.equal(codeOf(await shelf.files.state(ORG, GUS, fid)), 'E-FILE');
	assert.equal(codeOf(await shelf.files.complete(ORG, GUS, fid)), 'E-FILE');
	assert.equal(codeOf(await shelf.files.cancel(ORG, GUS, fid)), 'E-FILE');
	assert.equal(codeOf(await shelf.files.preload(ORG, GUS, wish({ fid }))), 'E-FILE-TAKEN');
	await shelf.files.put(ORG, MIA, fid, streamOf(BYTES));
	const file = { fid, name: 'a', size: BYTES.length, digest: digestOf(BYTES) };
	assert.equal(codeOf(await shelf.run((c) => c.attach('BOX', BOX, file), GUS)), 'E-FILE');
	assert.equal(codeOf(await shelf.run((c) => c.attach('BOX', BOX, file))), 'ok');
});

test('the id of a content that is there is taken, so nobody writes over it', async () => {
	const shelf = await shelfWithBox();
	const file = await shelf.upload(BYTES, 'a');
	assert.ok(file.ok);
	await shelf.run((c) => c.attach('BOX', BOX, file.value));
	const { fid } = file.value;
	assert.equal(codeOf(await shelf.files.preload(ORG, MIA, wish({ fid }))), 'E-FILE-TAKEN');
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(BYTES))), 'E-FILE');
	assert.equal(codeOf(await shelf.files.cancel(ORG, MIA, fid)), 'E-FILE');
	await checkFiles(shelf);
});

test('a content announced again in the same words is as it was', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf, { way: 'segments' });
	await shelf.files.putSegment(ORG, MIA, fid, 2, streamOf(BYTES.subarray(1_000, 2_000)));
	assert.equal(await preload(shelf, { fid, way: 'segments' }), fid);
	const state = await shelf.files.state(ORG, MIA, fid);
	assert.deepEqual(state.ok && state.value.missing, [1, 3]);
	const other = wish({ fid, way: 'segments', size: 2_400 });
	assert.equal(codeOf(await shelf.files.preload(ORG, MIA, other)), 'E-FILE-TAKEN');
});

test('an upload in segments resumes where it stopped, after a restart too', async () => {
	const shelves = createShelves();
	const before = openShelf(shelves);
	await before.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	await before.run((c) => c.write('BOX', BOX, 'box'));
	const fid = await preload(before, { way: 'segments' });
	await before.files.putSegment(ORG, MIA, fid, 1, streamOf(BYTES.subarray(0, 1_000)));
	const { files, run } = openShelf(shelves);
	const state = await files.state(ORG, MIA, fid);
	assert.deepEqual(state.ok && [state.value.segmentBytes, state.value.missing], [1_000, [2, 3]]);
	assert.equal(codeOf(await files.complete(ORG, MIA, fid)), 'E-FILE-PARTS');
	const put = (number: number, bytes: Uint8Array) =>
		files.putSegment(ORG, MIA, fid, number, streamOf(bytes));
	assert.equal(codeOf(await put(2, BYTES.subarray(1_000, 1_999))), 'E-DIGEST');
	assert.equal(codeOf(await put(4, BYTES.subarray(0, 500))), 'E-INPUT');
	assert.equal(codeOf(await put(2, BYTES.subarray(1_000, 2_000))), 'ok');
	assert.equal(codeOf(await put(3, BYTES.subarray(2_000))), 'ok');
	const done = await files.complete(ORG, MIA, fid);
	assert.ok(done.ok && done.value.ready);
	const file = { fid, name: 'a', size: BYTES.length, digest: digestOf(BYTES) };
	assert.equal(codeOf(await run((c) => c.attach('BOX', BOX, file))), 'ok');
	await checkFiles(openShelf(shelves));
});

test('segments that are not the content announced are abandoned at the end', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf, { way: 'segments', digest: digestOf(contentOf(1)) });
	for (const number of [1, 2, 3]) {
		const segment = BYTES.subarray((number - 1) * 1_000, number * 1_000);
		await shelf.files.putSegment(ORG, MIA, fid, number, streamOf(segment));
	}
	assert.equal(codeOf(await shelf.files.complete(ORG, MIA, fid)), 'E-DIGEST');
	assert.equal(codeOf(await shelf.files.state(ORG, MIA, fid)), 'E-FILE');
	await checkFilesAfterADay(shelf);
});

test('a content is abandoned on request, and what comes late for it goes too', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf);
	const gate = Promise.withResolvers<void>();
	const slow = async function* () {
		yield* streamOf(BYTES.subarray(0, 1_000));
		await gate.promise;
		yield* streamOf(BYTES.subarray(1_000));
	};
	const sending = shelf.files.put(ORG, MIA, fid, slow());
	await new Promise((resolve) => setImmediate(resolve));
	assert.equal(codeOf(await shelf.files.cancel(ORG, MIA, fid)), 'ok');
	gate.resolve();
	assert.equal(codeOf(await sending), 'E-FILE');
	assert.equal(await shelf.blobs.stat(blobPathOf(ORG, 's1', fid)), undefined);
	await checkFiles(shelf);
	await checkFilesAfterADay(shelf);
});

test('a slow second sender of a content that is attached meanwhile harms nothing', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf);
	const gate = Promise.withResolvers<void>();
	const slow = async function* () {
		yield* streamOf(BYTES.subarray(0, 1_000));
		await gate.promise;
		yield* streamOf(BYTES.subarray(1_000));
	};
	const sending = shelf.files.put(ORG, MIA, fid, slow());
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(BYTES))), 'ok');
	const file = { fid, name: 'a', size: BYTES.length, digest: digestOf(BYTES) };
	assert.equal(codeOf(await shelf.run((c) => c.attach('BOX', BOX, file))), 'ok');
	gate.resolve();
	assert.equal(codeOf(await sending), 'E-FILE');
	await checkFiles(shelf);
});

test('a content attached and dropped while a second sender is slow is gone a day later', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf);
	const gate = Promise.withResolvers<void>();
	const slow = async function* () {
		await gate.promise;
		yield* streamOf(BYTES);
	};
	const sending = shelf.files.put(ORG, MIA, fid, slow());
	await shelf.files.put(ORG, MIA, fid, streamOf(BYTES));
	const file = { fid, name: 'a', size: BYTES.length, digest: digestOf(BYTES) };
	await shelf.run((c) => c.attach('BOX', BOX, file));
	await shelf.run((c) => c.detach('BOX', BOX, fid));
	await shelf.files.idle();
	gate.resolve();
	assert.equal(codeOf(await sending), 'E-FILE');
	await checkFiles(shelf);
	await checkFilesAfterADay(shelf);
});

test('an upload that lasts is not forgotten under its sender, one left alone is', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf, { way: 'segments' });
	const left = await preload(shelf);
	for (const number of [1, 2]) {
		shelf.clock.advance(20 * 3_600_000);
		await shelf.engine.maintain(ORG);
		const segment = BYTES.subarray((number - 1) * 1_000, number * 1_000);
		const sent = await shelf.files.putSegment(ORG, MIA, fid, number, streamOf(segment));
		assert.equal(codeOf(sent), 'ok');
	}
	assert.equal(codeOf(await shelf.files.state(ORG, MIA, left)), 'E-FILE');
	await checkFilesAfterADay(shelf);
	assert.equal(codeOf(await shelf.files.state(ORG, MIA, fid)), 'E-FILE');
});

test('a content that comes too slowly is given up', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf);
	const endless = async function* () {
		yield BYTES.subarray(0, 10);
		shelf.clock.advance(13 * 3_600_000);
		yield BYTES.subarray(10, 20);
	};
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, endless())), 'E-SLOW');
});

test('nothing is announced or sent in an organisation that is frozen', async () => {
	const shelf = await shelfWithBox();
	const fid = await preload(shelf);
	await shelf.engine.putOrganisation(ORG, 'frozen', { label: ORG, clockOffset: 0 });
	assert.equal(codeOf(await shelf.files.preload(ORG, MIA, wish())), 'E-FROZEN');
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(BYTES))), 'E-FROZEN');
});

test('a store of contents that fails is E-STORE, and the file may come later', async () => {
	const shelves = createShelves();
	const { blobs } = shelves;
	let isDown = true;
	const put: typeof blobs.put = (...given) =>
		isDown ? blobs.closeUpload(given[0], 'none', []) : blobs.put(...given);
	const shelf = openShelf({ ...shelves, blobs: { ...blobs, put } });
	await shelf.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	const fid = await preload(shelf);
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(BYTES))), 'E-STORE');
	isDown = false;
	assert.equal(codeOf(await shelf.files.put(ORG, MIA, fid, streamOf(BYTES))), 'ok');
});

test('an empty content comes whole or in its one segment', async () => {
	const shelf = await shelfWithBox();
	const whole = await shelf.upload(contentOf(0), 'whole');
	assert.ok(whole.ok);
	const announced = { size: 0, digest: digestOf(contentOf(0)) };
	const fid = await preload(shelf, { ...announced, way: 'segments' });
	assert.equal(
		codeOf(await shelf.files.putSegment(ORG, MIA, fid, 1, streamOf(contentOf(0)))),
		'ok',
	);
	assert.equal(codeOf(await shelf.files.complete(ORG, MIA, fid)), 'ok');
	const more = await uploadInSegments(shelf, contentOf(1_000), 'exact');
	assert.ok(more.ok);
});
