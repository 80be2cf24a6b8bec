import { concatBytes } from '@navette/core';
import { type BlobPath, blobPathParts, isInBranch } from '../blob-path.ts';
import type { BlobEntry, BlobStore, ByteStream } from '../blob-store.ts';
import { StorageFault } from '../storage-fault.ts';

const PART = 65_536;

const collect = async (content: ByteStream, size: number): Promise<Uint8Array> => {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of content) {
		length += part.length;
		if (length > size) break;
		parts.push(part);
	}
	if (length !== size) throw new StorageFault('io', 'the content has not the size announced');
	return concatBytes(...parts);
};

async function* partsOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += PART) yield bytes.slice(at, at + PART);
}

/** Contents in memory, for tests and demonstrations. Nothing outlives it. */
export const createMemoryBlobStore = (
	options: { readonly segmentBytes?: number } = {},
): BlobStore => {
	const contents = new Map<BlobPath, Uint8Array>();
	const uploads = new Map<BlobPath, Map<number, Uint8Array>>();
	let isClosed = false;
	const check = (path: BlobPath): void => {
		if (isClosed) throw new StorageFault('closed', 'the store is closed');
		blobPathParts(path);
	};
	const segmentsOf = (path: BlobPath): Map<number, Uint8Array> => {
		check(path);
		const segments = uploads.get(path);
		if (!segments) throw new StorageFault('io', 'no such upload');
		return segments;
	};

	return {
		segmentBytes: options.segmentBytes ?? 8 * 2 ** 20,
		async put(path, content, size) {
			check(path);
			contents.set(path, await collect(content, size));
		},
		async openUpload(path) {
			check(path);
			uploads.set(path, uploads.get(path) ?? new Map());
			return 'memory';
		},
		async putSegment(path, _upload, number, content, size) {
			const segments = segmentsOf(path);
			segments.set(number, await collect(content, size));
			return String(size);
		},
		async closeUpload(path, _upload, marks) {
			check(path);
			if (!uploads.has(path) && contents.has(path)) return;
			const segments = segmentsOf(path);
			const parts = marks.map((_, at) => segments.get(at + 1));
			if (parts.includes(undefined)) throw new StorageFault('io', 'a segment is missing');
			contents.set(path, concatBytes(...parts.filter((part) => part !== undefined)));
			uploads.delete(path);
		},
		async stat(path) {
			check(path);
			return contents.get(path)?.length;
		},
		async read(path, range) {
			check(path);
			const bytes = contents.get(path);
			return bytes && partsOf(range ? bytes.subarray(range.start, range.end) : bytes);
		},
		async remove(path) {
			check(path);
			contents.delete(path);
			uploads.delete(path);
		},
		async *list(org, branch): AsyncGenerator<BlobEntry> {
			if (isClosed) throw new StorageFault('closed', 'the store is closed');
			for (const [path, bytes] of [...contents]) {
				const parts = blobPathParts(path);
				if (parts.org !== org || (branch !== undefined && !isInBranch(parts.folder, branch)))
					continue;
				yield { path, size: bytes.length };
			}
		},
		async close() {
			isClosed = true;
		},
	};
};
