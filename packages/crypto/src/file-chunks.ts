import { bytesToHex, concatBytes, err, ok, type Random, type Result } from '@navette/core';
import { symmetric } from './backend/select-symmetric.ts';
import { equalConstantTime } from './constant-time.ts';
import { openEnvelopes, sealEnvelopes } from './envelope-batch.ts';
import type { EnvelopeKey } from './envelope-key.ts';

/** What the sealed document that owns a file says of it. */
export interface FileDescriptor {
	/** 16 random bytes. */
	readonly id: Uint8Array;
	/** Bytes of the content. */
	readonly size: number;
	readonly chunks: number;
	/** SHA-256 of the content; inside what is sealed only, or it would tell who has the same file. */
	readonly sha256: Uint8Array;
}

/** Bytes of content in each chunk but the last. */
export const CHUNK_SIZE = 1 << 20;

/** A chunk is bound to its file, its place, and how many there are: none can be moved, lost or added. */
const contextOf = (id: Uint8Array, index: number, chunks: number) => [
	...['FILE', bytesToHex(id), index, chunks],
];

/** Seals a content in chunks, under a key of its own. An empty content has one chunk. */
export const sealFile = async (
	key: EnvelopeKey,
	content: Uint8Array,
	deps: { readonly random: Random },
	chunkSize: number = CHUNK_SIZE,
): Promise<{ readonly descriptor: FileDescriptor; readonly chunks: readonly Uint8Array[] }> => {
	const id = deps.random.bytes(16);
	const count = Math.max(1, Math.ceil(content.length / chunkSize));
	const items = Array.from({ length: count }, (_, index) => ({
		context: contextOf(id, index, count),
		data: content.subarray(index * chunkSize, (index + 1) * chunkSize),
	}));
	const chunks = await sealEnvelopes(key, items, deps);
	const sha256 = symmetric.sha256(content);
	return { descriptor: { id, size: content.length, chunks: count, sha256 }, chunks };
};

/** The content of the chunks that a server gives, when they are all of it, in order, and no other. */
export const openFile = async (
	key: EnvelopeKey,
	descriptor: FileDescriptor,
	chunks: readonly Uint8Array[],
): Promise<Result<Uint8Array, 'refused'>> => {
	const { id, size, chunks: count, sha256 } = descriptor;
	if (chunks.length !== count) return err('refused');
	const items = chunks.map((bytes, index) => ({ context: contextOf(id, index, count), bytes }));
	const parts: Uint8Array[] = [];
	for (const opened of await openEnvelopes(key, items)) {
		if (!opened.ok) return err('refused');
		parts.push(opened.value);
	}
	const content = concatBytes(...parts);
	const isWhole = content.length === size && equalConstantTime(symmetric.sha256(content), sha256);
	return isWhole ? ok(content) : err('refused');
};
