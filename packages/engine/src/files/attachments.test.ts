import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Failure, Result } from '@navette/core';
import type { Key } from '@navette/model';
import { blobPathOf } from '@navette/storage';
import { checkFiles, checkFilesAfterADay } from '../conformance/file-checks.ts';
import {
	BEA,
	BOX,
	contentOf,
	createShelves,
	GUS,
	MIA,
	ORG,
	openShelf,
	type Shelf,
} from '../testing/shelf.ts';
import type { Attachment } from './attachment.ts';

const DAY_MS = 86_400_000;
const OTHER: Key = { shelf: 's1', n: '2' };

const shelfWithBox = async (): Promise<Shelf> => {
	const shelf = openShelf(createShelves());
	await shelf.engine.putOrganisation(ORG, 'open', { label: ORG, clockOffset: 0 });
	await shelf.run(async (c) => {
		for (const type of ['BOX', 'LOG', 'LONE']) await c.write(type, BOX, 'box');
		await c.write('SEAL', BOX, Uint8Array.of(1));
		await c.write('BOX', OTHER, 'box');
	});
	return shelf;
};

const codeOf = (outcome: Result<unknown, Failure>): string =>
	outcome.ok ? 'ok' : outcome.error.code;

const sent = async (shelf: Shelf, name: string, size = 10, type = 'BOX'): Promise<Attachment> => {
	const uploaded = await shelf.upload(contentOf(size, name.length), name, { type });
	assert.ok(uploaded.ok);
	return uploaded.value;
};

const attach = async (shelf: Shelf, type: string, file: Attachment, key = BOX) =>
	codeOf(await shelf.run((c) => c.attach(type, key, file)));

const namesOf = async (shelf: Shelf, type = 'BOX', key = BOX) => {
	const found = await shelf.engine.read(ORG, MIA, async (source) => ({
		ok: true as const,
		value: (await source.files(type, key)).map((file) => file.clear?.name ?? file.fid),
	}));
	return found.ok ? found.value : [];
};

const open = async (shelf: Shelf, fid: string, caller = MIA, type = 'BOX', id = 's1.1') =>
	shelf.files.open(ORG, caller, { type, id, fid });

test('an operation that attaches sees its files at once, moves its document, and is done once', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a.txt');
	let seen: readonly unknown[] = [];
	const done = await shelf.run(async (c) => {
		await c.attach('BOX', BOX, file);
		seen = (await c.files('BOX', BOX)).map((one) => one.clear?.name);
	});
	assert.ok(done.ok);
	assert.deepEqual(seen, ['a.txt']);
	assert.deepEqual(
		done.value.commit.threads.map(({ path, version }) => [path, version]),
		[['SHELF/s1', 2]],
	);
	assert.equal(await attach(shelf, 'BOX', file), 'E-FILE');
	assert.deepEqual(await namesOf(shelf), ['a.txt']);
});

test('what is attached must be what was sent: id, size, digest, type and place', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a');
	const { digest: _, ...withoutDigest } = file;
	const refusals: readonly [Attachment, string][] = [
		[{ ...file, fid: 'f'.repeat(22) }, 'E-FILE'],
		[{ ...file, size: 11 }, 'E-FILE'],
		[{ ...file, digest: 'A'.repeat(43) }, 'E-FILE'],
		[{ ...file, fid: '../x' }, 'E-INPUT'],
		[{ ...file, name: '../a' }, 'E-INPUT'],
		[{ ...file, name: 'CON' }, 'E-INPUT'],
		[{ ...file, type: 'text/html\r\nx: y' }, 'E-INPUT'],
		[withoutDigest, 'E-INPUT'],
		[{ ...file, size: 20_000 }, 'E-SIZE'],
	];
	for (const [wrong, code] of refusals) assert.equal(await attach(shelf, 'BOX', wrong), code);
	assert.equal(await attach(shelf, 'LOG', file), 'E-FILE', 'another folder than announced');
	assert.equal(await attach(shelf, 'BOX', file), 'ok', 'a refusal leaves the content as it was');
});

test('a content whose bytes vanished is not attached', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a');
	await shelf.blobs.remove(blobPathOf(ORG, 's1', file.fid));
	assert.equal(await attach(shelf, 'BOX', file), 'E-FILE');
	assert.deepEqual(await namesOf(shelf), []);
});

test('a refused operation attaches and detaches nothing', async () => {
	const shelf = await shelfWithBox();
	const kept = await sent(shelf, 'kept');
	await attach(shelf, 'BOX', kept);
	const file = await sent(shelf, 'a');
	const refused = await shelf.engine.run({
		org: ORG,
		caller: MIA,
		async work(c) {
			await c.attach('BOX', BOX, file);
			await c.detach('BOX', BOX, kept.fid);
			return { ok: false, error: { code: 'E-RIGHT' } };
		},
	});
	assert.equal(codeOf(refused), 'E-RIGHT');
	assert.deepEqual(await namesOf(shelf), ['kept']);
	await checkFiles(shelf);
	assert.equal(await attach(shelf, 'BOX', file), 'ok');
});

test('where names are unique a new file takes the place of the old; else they are revisions', async () => {
	const shelf = await shelfWithBox();
	for (const type of ['BOX', 'LOG'])
		for (const size of [10, 20])
			await attach(shelf, type, await sent(shelf, 'e\u0301', size, type));
	assert.deepEqual(await namesOf(shelf, 'BOX'), ['é']);
	assert.deepEqual(await namesOf(shelf, 'LOG'), ['é', 'é']);
	const [first, second] = [await sent(shelf, 'twin', 1), await sent(shelf, 'twin', 2)];
	await shelf.run(async (c) => {
		await c.attach('BOX', BOX, first);
		await c.attach('BOX', BOX, second);
	});
	assert.deepEqual(await namesOf(shelf, 'BOX'), ['é', 'twin']);
	assert.equal(codeOf(await open(shelf, second.fid)), 'ok');
	assert.equal(codeOf(await open(shelf, first.fid)), 'E-FILE');
	await checkFilesAfterADay(shelf);
});

test('files stay when a document is written, and go when it is deleted', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a');
	await attach(shelf, 'BOX', file);
	await shelf.run((c) => c.write('BOX', BOX, 'again'));
	assert.deepEqual(await namesOf(shelf), ['a']);
	await shelf.run((c) => c.remove('BOX', BOX));
	assert.equal(codeOf(await open(shelf, file.fid)), 'E-FILE');
	await shelf.files.idle();
	assert.equal(await shelf.blobs.stat(blobPathOf(ORG, 's1', file.fid)), undefined);
	await shelf.run((c) => c.write('BOX', BOX, 'reborn'));
	assert.deepEqual(await namesOf(shelf), []);
	await checkFilesAfterADay(shelf);
});

test('a document deleted and written again in one operation has the files attached since', async () => {
	const shelf = await shelfWithBox();
	await attach(shelf, 'BOX', await sent(shelf, 'old'));
	const file = await sent(shelf, 'new');
	await shelf.run(async (c) => {
		await c.remove('BOX', BOX);
		await c.write('BOX', BOX, 'reborn');
		await c.attach('BOX', BOX, file);
	});
	assert.deepEqual(await namesOf(shelf), ['new']);
	await checkFilesAfterADay(shelf);
});

test('once a file attached for a day is detached, nothing of it stays, not even its note', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a');
	await attach(shelf, 'BOX', file);
	shelf.clock.advance(DAY_MS);
	const { fid } = file;
	assert.equal(codeOf(await shelf.run((c) => c.detach('BOX', BOX, fid))), 'ok');
	await shelf.files.idle();
	assert.equal(await shelf.blobs.stat(blobPathOf(ORG, 's1', fid)), undefined);
	assert.equal(await shelf.store.snapshot(ORG, (reader) => reader.looseBlob(fid)), undefined);
	const nothing = await shelf.run((c) => c.detach('BOX', BOX, fid));
	assert.ok(nothing.ok && nothing.value.commit.threads.length === 0, 'detached once');
});

test('a file is read by those who may read its document whole, and looks absent to others', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a');
	const second = await sent(shelf, 'b');
	await attach(shelf, 'BOX', file);
	await attach(shelf, 'BOX', second, OTHER);
	assert.equal(codeOf(await open(shelf, file.fid, GUS)), 'ok');
	assert.equal(codeOf(await open(shelf, second.fid, GUS, 'BOX', 's1.2')), 'E-FILE');
	assert.equal(codeOf(await open(shelf, file.fid, BEA)), 'E-FILE', 'a projection is not whole');
	assert.equal(codeOf(await open(shelf, file.fid, () => ({ id: 'x', rights: [] }))), 'E-FILE');
	assert.equal(codeOf(await open(shelf, file.fid, () => undefined)), 'E-TOKEN');
	assert.equal(codeOf(await open(shelf, file.fid, MIA, 'BOX', 's1.2')), 'E-FILE');
	assert.equal(codeOf(await open(shelf, file.fid, MIA, 'LOG')), 'E-FILE');
	assert.equal(codeOf(await open(shelf, file.fid, MIA, 'NONE', 'x')), 'E-FILE');
	const other = await shelf.files.open('south', MIA, { type: 'BOX', id: 's1.1', fid: file.fid });
	assert.equal(codeOf(other), 'E-ORG');
	const lone = await sent(shelf, 'lone', 10, 'LONE');
	await attach(shelf, 'LONE', lone);
	assert.equal(codeOf(await open(shelf, lone.fid, MIA, 'LONE')), 'E-FILE', 'no thread, no reader');
});

test('ranges are cut to the file, and refused outside of it', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a', 10);
	await attach(shelf, 'BOX', file);
	const request = { type: 'BOX', id: 's1.1', fid: file.fid };
	const read = async (wanted: Parameters<typeof shelf.files.open>[3]) => {
		const opened = await shelf.files.open(ORG, MIA, request, wanted);
		if (!opened.ok) return opened.error.code;
		const parts: Uint8Array[] = [];
		for await (const part of opened.value.bytes) parts.push(part);
		return [opened.value.range.start, Buffer.concat(parts).length];
	};
	assert.deepEqual(await read(undefined), [0, 10]);
	assert.deepEqual(await read({ from: 3 }), [3, 7]);
	assert.deepEqual(await read({ from: 3, to: 4 }), [3, 2]);
	assert.deepEqual(await read({ from: 3, to: 400 }), [3, 7]);
	assert.deepEqual(await read({ last: 4 }), [6, 4]);
	assert.deepEqual(await read({ last: 40 }), [0, 10]);
	for (const wanted of [{ from: 10 }, { from: 5, to: 4 }, { last: 0 }])
		assert.equal(await read(wanted), 'E-RANGE');
});

test('of a sealed document the server knows ids and sizes only, and sends no descriptor', async () => {
	const shelf = await shelfWithBox();
	const { fid, size } = await sent(shelf, 'secret-name', 10, 'SEAL');
	await shelf.run(async (c) => {
		await c.attach('SEAL', BOX, { fid, size, name: 'secret-name', type: 'text/x-secret' });
	});
	const row = await shelf.store.snapshot(ORG, async (reader) => {
		const [first] = await reader.documentsOfType('SEAL');
		return first;
	});
	assert.equal(Buffer.from(row?.files ?? []).includes('secret'), false);
	assert.deepEqual(await namesOf(shelf, 'SEAL'), [fid]);
	assert.equal(codeOf(await open(shelf, fid, MIA, 'SEAL')), 'ok');
});

test('a clear document travels with its files, to those who see it whole', async () => {
	const shelf = await shelfWithBox();
	await attach(shelf, 'BOX', await sent(shelf, 'a'));
	const filesFor = async (caller: typeof MIA) => {
		const opened = await shelf.engine.open(ORG, caller, ['SHELF/s1']);
		const outcome = opened.ok ? opened.value.threads[0]?.outcome : undefined;
		assert.ok(outcome?.ok);
		const wish = { reference: outcome.value, since: 0, types: ['BOX'] };
		const pulled = await shelf.engine.pull(ORG, caller, [wish], 10);
		const page = pulled.ok ? pulled.value.threads[0]?.outcome : undefined;
		assert.ok(page?.ok);
		return page.value.page.documents.map((document) => document[5]?.map((file) => file.name));
	};
	assert.deepEqual(await filesFor(MIA), [undefined, ['a']]);
	assert.deepEqual(await filesFor(BEA), [undefined, undefined]);
});

test('a branch is purged of what no living document names', async () => {
	const shelf = await shelfWithBox();
	const named = await sent(shelf, 'named');
	await attach(shelf, 'BOX', named);
	const ready = await sent(shelf, 'ready');
	const orphan = blobPathOf(ORG, 's1.deep', 'o'.repeat(22));
	const elsewhere = blobPathOf(ORG, 's2', 'o'.repeat(22));
	for (const path of [orphan, elsewhere]) await shelf.blobs.put(path, emptyStream(), 0);
	const purged = await shelf.files.purgeBranch(ORG, ['s1']);
	assert.deepEqual(purged, { ok: true, value: { removed: 2, kept: 1 } });
	assert.equal(await shelf.blobs.stat(orphan), undefined);
	assert.equal(await shelf.blobs.stat(elsewhere), 0);
	assert.equal(await attach(shelf, 'BOX', ready), 'E-FILE');
	assert.equal(codeOf(await shelf.files.purgeBranch(ORG, ['x'.repeat(201)])), 'E-INPUT');
	assert.deepEqual(await shelf.files.purgeBranch(ORG, []), {
		ok: true,
		value: { removed: 1, kept: 1 },
	});
	await checkFilesAfterADay(shelf);
});

async function* emptyStream(): AsyncGenerator<Uint8Array> {}

test('a file of a document that does not live, or of a type without files, is a defect', async () => {
	const shelf = await shelfWithBox();
	const file = await sent(shelf, 'a');
	assert.equal(await attach(shelf, 'BOX', file, { shelf: 's1', n: '9' }), 'E-DEFECT');
});
