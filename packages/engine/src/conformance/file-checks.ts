import assert from 'node:assert/strict';
import { blobPathParts } from '@navette/storage';
import type { FileDescriptor } from '../files/descriptor.ts';
import { digestOf, MIA, ORG, type Shelf } from '../testing/shelf.ts';

const DAY_MS = 86_400_000;
const TYPES = ['BOX', 'LOG', 'SEAL'];

/** Files of living documents, with the document that names each. */
const namedIn = async (shelf: Shelf) => {
	const named: { type: string; id: string; file: FileDescriptor }[] = [];
	for (const type of TYPES) {
		const found = await shelf.engine.read(ORG, MIA, async (source) => {
			const documents = await source.list(type);
			const files = documents.map(async ({ key }) => ({ key, all: await source.files(type, key) }));
			return { ok: true, value: await Promise.all(files) };
		});
		assert.ok(found.ok);
		for (const { key, all } of found.value)
			for (const file of all) named.push({ type, id: `${key.shelf}.${key.n}`, file });
	}
	return named;
};

const looseIn = (shelf: Shelf) =>
	shelf.store.snapshot(ORG, (reader) => reader.looseBlobs(Number.MAX_SAFE_INTEGER, 10_000));

const listedIn = async (shelf: Shelf): Promise<string[]> => {
	const fids: string[] = [];
	for await (const { path } of shelf.blobs.list(ORG)) fids.push(blobPathParts(path).fid);
	return fids;
};

/** Invariant 6: each file named by a living document can be read and has its digest. */
const checkReadable = async (shelf: Shelf, named: Awaited<ReturnType<typeof namedIn>>) => {
	for (const { type, id, file } of named) {
		const opened = await shelf.files.open(ORG, MIA, { type, id, fid: file.fid });
		assert.ok(opened.ok, `invariant 6: ${file.clear?.name} can be read`);
		const parts: Uint8Array[] = [];
		for await (const part of opened.value.bytes) parts.push(part);
		const bytes = Buffer.concat(parts);
		assert.equal(bytes.length, file.size, 'invariant 6: it has its size');
		if (file.clear) assert.equal(digestOf(bytes), file.clear.digest, 'invariant 6: and its digest');
	}
};

/** What holds at every instant, whatever was killed: nothing named is absent, nothing else unnoted. */
export const checkFiles = async (shelf: Shelf): Promise<void> => {
	const named = await namedIn(shelf);
	await checkReadable(shelf, named);
	const loose = new Set((await looseIn(shelf)).map((row) => row.fid));
	const fids = new Set(named.map(({ file }) => file.fid));
	for (const fid of fids) assert.ok(!loose.has(fid), 'a content is named or loose, never both');
	for (const fid of await listedIn(shelf))
		assert.ok(fids.has(fid) || loose.has(fid), 'no content is neither named nor loose');
};

/** What holds a day later: nothing stays but what is named. */
export const checkFilesAfterADay = async (
	shelf: Shelf & { readonly clock: { advance(ms: number): void } },
): Promise<void> => {
	shelf.clock.advance(DAY_MS + 1);
	assert.ok((await shelf.engine.maintain(ORG)).ok);
	const fids = (await namedIn(shelf)).map(({ file }) => file.fid);
	assert.deepEqual((await listedIn(shelf)).sort(), [...fids].sort(), 'only what is named stays');
	assert.deepEqual(await looseIn(shelf), []);
	await checkFiles(shelf);
};
