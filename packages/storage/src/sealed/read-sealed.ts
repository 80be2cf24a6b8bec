import { type BlobPath, blobPathParts } from '../blob-path.ts';
import type { BlobStore, ByteRange, ByteStream } from '../blob-store.ts';
import type { ContentCipher } from './content-cipher.ts';
import { type Cutting, countParts, partsOf, plainSize, SEALED_PART } from './parts.ts';
import { DamagedRow } from './row-cipher.ts';

type Bytes = AsyncIterator<Uint8Array> & ByteStream;

/** Hands out a first value that was already asked for, then the others. */
const withFirst = (first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): Bytes => {
	let waiting: IteratorResult<Uint8Array> | undefined = first;
	const all: Bytes = {
		next() {
			const next = waiting ? Promise.resolve(waiting) : rest.next();
			waiting = undefined;
			return next;
		},
		async return() {
			await rest.return(undefined);
			return { done: true, value: undefined };
		},
		[Symbol.asyncIterator]: () => all,
	};
	return all;
};

/**
 * Reads a range of a sealed content. The first part opens before anything is handed out; a part that
 * does not open throws `DamagedRow`, there or on the way.
 */
export const readSealed = async (
	inner: BlobStore,
	cipher: ContentCipher,
	cutting: Cutting,
	path: BlobPath,
	range: ByteRange | undefined,
): Promise<Bytes | undefined> => {
	const stored = await inner.stat(path);
	if (stored === undefined) return undefined;
	const { org, fid } = blobPathParts(path);
	const damaged = () => new DamagedRow({ table: 'content', org, row: [fid], version: 0 });
	if (stored < cutting.overhead) throw damaged();
	const size = plainSize(cutting, stored);
	const { start, end } = range ?? { start: 0, end: size };
	const count = countParts(cutting, size);
	const first = Math.min(count - 1, Math.floor(start / cutting.plain));
	const last = Math.min(count - 1, Math.max(first, Math.ceil(end / cutting.plain) - 1));
	const wanted = { start: first * SEALED_PART, end: Math.min(stored, (last + 1) * SEALED_PART) };
	const sealed = await inner.read(path, wanted);
	if (!sealed) return undefined;
	async function* opened(bytes: ByteStream): AsyncGenerator<Uint8Array> {
		let index = first;
		for await (const part of partsOf(bytes, SEALED_PART)) {
			const plain = cipher.open({ org, fid, index, isLast: index === count - 1 }, part);
			if (!plain) throw damaged();
			const from = index * cutting.plain;
			const some = plain.subarray(Math.max(0, start - from), Math.max(0, end - from));
			if (some.length > 0) yield some;
			index++;
		}
		if (index !== last + 1) throw damaged();
	}
	const stream = opened(sealed);
	return withFirst(await stream.next(), stream);
};
