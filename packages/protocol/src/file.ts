import * as v from 'valibot';
import { Digest, FileId, TypeName } from './identifiers.ts';

const Size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Announces a content that will be sent, then attached to a document by an operation. */
export const PreloadFile = v.strictObject({
	type: TypeName,
	/** Key of the document that will name it. */
	key: v.record(v.string(), v.pipe(v.string(), v.maxLength(128))),
	size: Size,
	digest: Digest,
	/** Chosen by who seals the content under its id; absent = the server chooses. */
	fid: v.optional(FileId),
	/** `whole` in one stream; `segments` that can resume; `signed` = straight to the store. */
	way: v.picklist(['whole', 'segments', 'signed']),
});
export type PreloadFile = v.InferOutput<typeof PreloadFile>;

/** A request to the store that needs no other right, until it expires. */
const SignedRequest = v.strictObject({
	method: v.picklist(['GET', 'PUT']),
	url: v.string(),
	headers: v.record(v.string(), v.string()),
});

/** Answer of a preload. Without `request`, the bytes go through the server. */
export const PreloadedFile = v.strictObject({
	fid: FileId,
	/** Bytes of each segment but the last; 0 = whole. */
	segmentBytes: Size,
	request: v.optional(SignedRequest),
	/** ms */
	expires: v.optional(v.number()),
});
export type PreloadedFile = v.InferOutput<typeof PreloadedFile>;

/** Where a content on its way in stands; attached once it is `ready`. */
export const UploadedFile = v.strictObject({
	fid: FileId,
	size: Size,
	digest: Digest,
	ready: v.boolean(),
	segmentBytes: Size,
	/** Numbers, from 1, of the segments still to come. */
	missing: v.array(v.number()),
});
export type UploadedFile = v.InferOutput<typeof UploadedFile>;

/** A file to read, as a document names it. */
export const ReadFile = v.strictObject({
	type: TypeName,
	/** Canonical text of the document's key. */
	id: v.pipe(v.string(), v.maxLength(1_200)),
	fid: FileId,
});
export type ReadFile = v.InferOutput<typeof ReadFile>;

/** Answer to a request for an address: whoever holds it reads the file until it expires. */
export const FileAddress = v.strictObject({
	url: v.string(),
	/** ms */
	expires: v.number(),
});
export type FileAddress = v.InferOutput<typeof FileAddress>;
