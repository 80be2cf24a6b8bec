import type { Random } from '@navette/core';
import type { ArchiveTarget } from './archive-file.ts';
import { type ChunkKind, KIND, sealChunk } from './chunk.ts';
import { type ArchiveRecord, recordToBytes } from './record.ts';

/** Bytes of records that are gathered in one chunk, and of a content. */
const GATHERED = 256 * 1_024;

/** Writes an archive, chunk after chunk. */
export interface ArchiveWriter {
	/** Adds a record to the chunk under way; answers its bytes as they stand. */
	record(record: ArchiveRecord): Promise<Uint8Array>;
	/** Writes the chunk of records under way. */
	flush(): Promise<void>;
	/** Writes some bytes of a content as a chunk. */
	bytes(part: Uint8Array): Promise<void>;
	/** Writes the last chunk, and waits for the disk. */
	end(manifest: Uint8Array): Promise<void>;
}

/** Goes on from chunk `number`, at the end of the file. */
export const createArchiveWriter = (
	file: ArchiveTarget,
	key: Uint8Array,
	random: Random,
	from: number,
): ArchiveWriter => {
	let number = from;
	let gathered: Uint8Array[] = [];
	let length = 0;
	const write = (kind: ChunkKind, payload: Uint8Array, isLast = false): Promise<void> =>
		file.append(sealChunk(key, { number: number++, isLast }, kind, payload, random));
	const flush = async (): Promise<void> => {
		if (length === 0) return;
		const payload = Buffer.concat(gathered);
		gathered = [];
		length = 0;
		await write(KIND.records, payload);
	};
	return {
		async record(record) {
			const bytes = recordToBytes(record);
			gathered.push(bytes);
			length += bytes.length;
			if (length >= GATHERED) await flush();
			return bytes;
		},
		flush,
		async bytes(part) {
			for (let at = 0; at < part.length; at += GATHERED)
				await write(KIND.bytes, part.subarray(at, at + GATHERED));
		},
		async end(manifest) {
			await flush();
			await write(KIND.manifest, manifest, true);
			await file.sync();
		},
	};
};
