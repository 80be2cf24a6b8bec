import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BlobPath, blobPathOf } from '../blob-path.ts';
import type { BlobStore, ByteRange, ByteStream } from '../blob-store.ts';

/** A store of contents under test, empty. */
export interface OpenedBlobs {
	readonly store: BlobStore;
	/** Closes the store and opens the same content again; absent when nothing outlives a close. */
	readonly reopen?: () => Promise<BlobStore>;
	/** The same content through a store whose clock is some seconds late; absent without a signer. */
	readonly late?: (seconds: number) => BlobStore;
	/** Closes what is open and removes the content. */
	readonly destroy: () => Promise<void>;
}

export type OpenBlobs = () => Promise<OpenedBlobs>;

/** Declares a test that has a store for itself. */
export type BlobTest = (
	title: string,
	work: (store: BlobStore, opened: OpenedBlobs) => Promise<void>,
) => void;

/** Tests of a provider, each on a new store that is destroyed afterwards. */
export const blobTests =
	(name: string, open: OpenBlobs): BlobTest =>
	(title, work) => {
		test(`${name}: ${title}`, async () => {
			const opened = await open();
			try {
				await work(opened.store, opened);
			} finally {
				await opened.destroy();
			}
		});
	};

export const BLOB_ORG = 'acme';

/** A path of an organisation; the id is padded to the length of one. */
export const pathOf = (fid: string, folder = 'a.b', org = BLOB_ORG): BlobPath =>
	blobPathOf(org, folder, fid.padEnd(22, '-'));

/** Bytes that differ at every place where parts could be swapped. */
export const sampleBytes = (size: number, seed = 1): Uint8Array => {
	const bytes = new Uint8Array(size);
	let state = seed * 2_654_435_761;
	for (let at = 0; at < size; at++) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		bytes[at] = state >>> 24;
	}
	return bytes;
};

/** A stream of bytes in parts of uneven length. */
export async function* streamOf(bytes: Uint8Array, part = 70_001): ByteStream & AsyncGenerator {
	for (let at = 0; at < bytes.length; at += part) yield bytes.slice(at, at + part);
}

/** Everything an asynchronous source gives, in order. */
export const collectAll = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
	const all: T[] = [];
	for await (const one of source) all.push(one);
	return all;
};

/** All the bytes of a path, or of a range of it. */
export const readAll = async (
	store: BlobStore,
	path: BlobPath,
	range?: ByteRange,
): Promise<Buffer | undefined> => {
	const stream = await store.read(path, range);
	return stream && Buffer.concat(await collectAll(stream));
};

/** Writes a sample under a path and answers it. */
export const putSample = async (store: BlobStore, path: BlobPath, size = 10, seed = 1) => {
	const bytes = sampleBytes(size, seed);
	await store.put(path, streamOf(bytes), size);
	return bytes;
};

/** Paths listed, sorted. */
export const pathsIn = async (store: BlobStore, org = BLOB_ORG, branch?: string) =>
	(await collectAll(store.list(org, branch))).map((entry) => entry.path).sort();

/** Fails unless nothing can be seen of a path. */
export const assertAbsent = async (store: BlobStore, path: BlobPath): Promise<void> => {
	assert.equal(await store.stat(path), undefined);
	assert.equal(await store.read(path), undefined);
	assert.equal((await pathsIn(store)).includes(path), false);
};
