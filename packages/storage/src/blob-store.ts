import type { BlobPath } from './blob-path.ts';

/** Bytes that come one part after the other, never whole in memory. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** Bytes from `start` up to but without `end`. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/** A content that can be read. */
export interface BlobEntry {
	readonly path: BlobPath;
	/** Bytes. */
	readonly size: number;
}

/** A request that its holder may make, without any other right, until it expires. */
export interface SignedRequest {
	readonly method: 'GET' | 'PUT';
	readonly url: string;
	/** Headers to be sent as they are. */
	readonly headers: Readonly<Record<string, string>>;
}

/** How a content is presented to whoever follows a signed address. */
export interface Presentation {
	/** `Content-Type` of the answer. */
	readonly type: string;
	/** `Content-Disposition` of the answer. */
	readonly disposition: string;
}

/** Addresses that lead straight to the store; none for what the store itself could not hand out. */
export interface BlobSigner {
	/**
	 * Lets its holder write the content of a path once: the store refuses another size, and a path that
	 * already has a content. `digest` = SHA-256 in hexadecimal; a store that can refuses other bytes.
	 */
	put(
		path: BlobPath,
		content: { size: number; digest: string },
		seconds: number,
	): Promise<SignedRequest | undefined>;
	/** Lets its holder read the content of a path. */
	get(
		path: BlobPath,
		presentation: Presentation,
		seconds: number,
	): Promise<SignedRequest | undefined>;
}

/**
 * Where the contents of files live. A content is immutable: whoever writes a path twice writes the
 * same bytes. Every guarantee here is checked by the conformance suite. Its own failures are
 * `StorageFault`s; an error of a stream it is given is thrown on.
 */
export interface BlobStore {
	/** Bytes of each segment of an upload but the last, which may be shorter. */
	readonly segmentBytes: number;
	/**
	 * Writes a content of `size` bytes. It can be read, durably, once the promise resolves; it is never
	 * seen in part, and nothing of it stays when the stream throws or has another size.
	 */
	put(path: BlobPath, content: ByteStream, size: number): Promise<void>;
	/**
	 * Begins an upload in segments of a content of `size` bytes. Answers its name; it outlives the
	 * store's closing.
	 */
	openUpload(path: BlobPath, size: number): Promise<string>;
	/**
	 * Writes a segment (from 1), durable once the promise resolves. Segments come in any order; one that
	 * comes again replaces the one before. Answers its mark.
	 */
	putSegment(
		path: BlobPath,
		upload: string,
		number: number,
		content: ByteStream,
		size: number,
	): Promise<string>;
	/**
	 * Makes the segments, given by their marks in order, the content of the path: all at once and
	 * durably. Closing an upload that was already closed does nothing.
	 */
	closeUpload(path: BlobPath, upload: string, marks: readonly string[]): Promise<void>;
	/** Size of a content, `undefined` when there is none. */
	stat(path: BlobPath): Promise<number | undefined>;
	/**
	 * Bytes of a content, or of a range within it; `undefined` when there is none. Whoever asks reads to
	 * the end, or calls `return`.
	 */
	read(
		path: BlobPath,
		range?: ByteRange,
	): Promise<(AsyncIterator<Uint8Array> & ByteStream) | undefined>;
	/** Removes all there is of a path, unfinished uploads included, durably. Nothing there is no fault. */
	remove(path: BlobPath): Promise<void>;
	/** Contents of an organisation, or of a branch of its folders, in no promised order. */
	list(org: string, branch?: string): AsyncIterable<BlobEntry>;
	/** Present when the store itself answers signed requests. */
	readonly sign?: BlobSigner;
	/** Ends it: later work rejects with a `StorageFault`. */
	close(): Promise<void>;
}
