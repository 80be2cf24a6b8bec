import { err, ok, type Result } from '@navette/core';
import type { ArchiveFault } from './archive-fault.ts';
import type { ArchiveSource } from './archive-file.ts';
import { CHUNK_OVERHEAD, type ChunkKind, LONGEST_CHUNK, openChunk } from './chunk.ts';

/** A chunk that opened in its place. */
export interface Chunk {
	readonly number: number;
	readonly kind: ChunkKind;
	readonly payload: Uint8Array;
	readonly isLast: boolean;
	/** Where it begins, and where the next one does. */
	readonly from: number;
	readonly to: number;
}

/** Reads the chunks of an archive, one after the other. */
export interface ChunkReader {
	/** The next chunk; `undefined` after the last one. */
	next(): Promise<Result<Chunk | undefined, ArchiveFault>>;
}

/**
 * Chunks from the beginning. Every one of them must open in its place, the one that ends the file as
 * the last. With `partial`, the file is one that is still being written: none is the last.
 */
export const createChunkReader = (
	file: ArchiveSource,
	key: Uint8Array,
	begin: number,
	options: { readonly partial?: boolean } = {},
): ChunkReader => {
	let number = 0;
	let from = begin;
	let isOver = false;
	return {
		async next() {
			if (isOver) return ok(undefined);
			if (from >= file.size) return err({ code: 'unfinished' });
			const head = await file.read(from, 4);
			if (head.length < 4) return err({ code: 'unfinished' });
			const length = new DataView(head.buffer, head.byteOffset).getUint32(0);
			if (length > LONGEST_CHUNK || length < CHUNK_OVERHEAD - 4)
				return err({ code: 'damaged', at: from, why: 'the length of a chunk' });
			const to = from + 4 + length;
			if (to > file.size) return err({ code: 'unfinished' });
			const isLast = to === file.size && options.partial !== true;
			const sealed = await file.read(from + 4, length);
			const opened = openChunk(key, { number, isLast }, sealed);
			if (!opened) {
				const cut = isLast && openChunk(key, { number, isLast: false }, sealed) !== undefined;
				return err(
					cut
						? { code: 'unfinished' }
						: { code: 'damaged', at: from, why: 'a chunk does not open' },
				);
			}
			const chunk = { ...opened, number, isLast, from, to };
			number++;
			from = to;
			isOver = isLast;
			return ok(chunk);
		},
	};
};
