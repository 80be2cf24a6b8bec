/** Bytes to be sent, read a part at a time: no more than a segment of them is in memory. */
export interface FileSource {
	/** Bytes. */
	readonly size: number;
	/** Bytes from `start` up to but without `end`; rejects when they can no longer be read. */
	read(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes in memory as a source. */
export const bytesToSource = (bytes: Uint8Array): FileSource => ({
	size: bytes.length,
	read: async (start, end) => bytes.subarray(start, end),
});

/** A file that a person chose, a photo that was taken. */
export const blobToSource = (blob: Blob): FileSource => ({
	size: blob.size,
	read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
});
