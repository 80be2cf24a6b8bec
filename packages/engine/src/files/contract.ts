import type { Failure, Result } from '@navette/core';
import type { Key } from '@navette/model';
import type { ByteRange, ByteStream, Presentation, SignedRequest } from '@navette/storage';
import type { Caller } from '../contract.ts';
import type { FileDescriptor } from './descriptor.ts';
import type { AnnouncedContent } from './loose-note.ts';

/** A content that somebody is going to send, for a document of a type. */
export interface PreloadRequest extends AnnouncedContent {
	readonly type: string;
	/** Key of the document that will name it. */
	readonly key: Key;
	/** Id chosen by the caller, who sealed the content under it; absent = the engine chooses. */
	readonly fid?: string;
	/** How the bytes come: whole, in segments that can resume, or straight to the store. */
	readonly way: 'whole' | 'segments' | 'signed';
}

/** What a preload answers. */
export interface Preloaded {
	readonly fid: string;
	/** Bytes of each segment but the last; 0 when the content comes whole. */
	readonly segmentBytes: number;
	/** For the way `signed`: the request that brings the bytes to the store. */
	readonly request?: SignedRequest;
	/** Until when the request may be made, ms of the machine's clock. */
	readonly expires?: number;
}

/** What is known of a content on its way in. */
export interface UploadState extends AnnouncedContent {
	readonly fid: string;
	/** Whether it is there and verified: it may be attached. */
	readonly ready: boolean;
	readonly segmentBytes: number;
	/** Numbers, from 1, of the segments that are still to come. */
	readonly missing: readonly number[];
}

/** A file as the one who reads names it. */
export interface FileRequest {
	readonly type: string;
	/** Canonical text of the document's key. */
	readonly id: string;
	readonly fid: string;
}

/** A file that may be read. */
export interface ReadableFile {
	readonly file: FileDescriptor;
	/** Bytes, from `range.start` up to `range.end`. Read to the end, or call `return`. */
	readonly bytes: AsyncIterator<Uint8Array> & ByteStream;
	readonly range: ByteRange;
}

/** A file's address for a limited time. */
export interface FileLink {
	readonly url: string;
	/** ms of the machine's clock. */
	readonly expires: number;
}

/** What is wanted of a file: the whole, a range (its end may be beyond the end), its last bytes. */
export type WantedRange =
	| { readonly from: number; readonly to?: number | undefined }
	| { readonly last: number };

/** What a purge of a branch did. */
export interface BranchPurge {
	/** Contents removed. */
	readonly removed: number;
	/** Contents kept, because a living document names them. */
	readonly kept: number;
}

/**
 * Contents of files, in two phases. First a content is announced, sent and verified; then an operation
 * attaches it (`context.attach`). Until then, and from the moment no living document names it, its
 * note says so (`LooseBlob`), and what is noted for a day is removed. So at every instant a file named
 * by a living document can be read and has its digest, and nothing else stays more than a day.
 */
export interface Files {
	/**
	 * Announces a content: `E-INPUT` for a type without files or a malformed value, `E-SIZE` over the
	 * type's limit, `E-FILE-TAKEN` when the id is known.
	 */
	preload(
		org: string,
		caller: Caller,
		request: PreloadRequest,
	): Promise<Result<Preloaded, Failure>>;
	/**
	 * Takes the bytes of a content whole, in a stream of `length` bytes if that is known; once it resolves they are durable and verified.
	 * `E-FILE` when the caller announced no such content, `E-SIZE` at once for another length, `E-DIGEST`
	 * for other bytes than announced.
	 */
	put(
		org: string,
		caller: Caller,
		fid: string,
		content: ByteStream,
		length?: number,
	): Promise<Result<UploadState, Failure>>;
	/** Takes one segment, from 1; durable once it resolves. It may come again. */
	putSegment(
		org: string,
		caller: Caller,
		fid: string,
		number: number,
		content: ByteStream,
		length?: number,
	): Promise<Result<UploadState, Failure>>;
	/** Where an upload stands, so that it resumes. */
	state(org: string, caller: Caller, fid: string): Promise<Result<UploadState, Failure>>;
	/**
	 * Ends an upload in segments or by a signed request: the bytes are read back and verified.
	 * `E-DIGEST` when they are not those announced, and the content is then abandoned.
	 */
	complete(org: string, caller: Caller, fid: string): Promise<Result<UploadState, Failure>>;
	/** Abandons a content that is not attached. */
	cancel(org: string, caller: Caller, fid: string): Promise<Result<void, Failure>>;
	/**
	 * Opens a file for whoever may read, whole, the living document that names it in one of its threads.
	 * `E-FILE` otherwise, `E-RANGE` for a range outside of it.
	 */
	open(
		org: string,
		caller: Caller,
		request: FileRequest,
		wanted?: WantedRange,
	): Promise<Result<ReadableFile, Failure>>;
	/** An address of the store itself, for the same readers; `undefined` when it signs none. */
	link(
		org: string,
		caller: Caller,
		request: FileRequest,
		wish: { readonly seconds: number; readonly present: (file: FileDescriptor) => Presentation },
	): Promise<Result<FileLink | undefined, Failure>>;
	/**
	 * Removes, for the operator, every content of a branch of folders that no living document names.
	 * `terms` are the first values of the keys (none = the whole organisation).
	 */
	purgeBranch(org: string, terms: readonly string[]): Promise<Result<BranchPurge, Failure>>;
	/** Waits for removals under way. */
	idle(): Promise<void>;
}
