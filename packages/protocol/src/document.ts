import * as v from 'valibot';
import { Digest, FileId, TypeName, VersionNumber } from './identifiers.ts';

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

/** A file of a clear document. */
export const WireFile = v.strictObject({
	fid: FileId,
	/** Bytes. */
	size: v.number(),
	/** When it was attached, ms. */
	time: v.number(),
	name: v.string(),
	/** Media type. */
	type: v.string(),
	digest: Digest,
});
export type WireFile = v.InferOutput<typeof WireFile>;

const WITHOUT_FILES = [TypeName, v.string(), VersionNumber, v.number(), v.nullable(bytes)] as const;

/**
 * A document in a binary body: `[type, id, version, deleted day or 0, data or null]`, and its files
 * when it has some. `id` is the canonical text of its key; `data` is CBOR for a clear type, an envelope
 * for a sealed one, whose files are inside.
 */
export type WireDocument = [
	type: string,
	id: string,
	version: number,
	deleted: number,
	data: Uint8Array | null,
	files?: readonly WireFile[],
];
export const WireDocument: v.GenericSchema<WireDocument> = v.union([
	v.strictTuple(WITHOUT_FILES),
	v.strictTuple([...WITHOUT_FILES, v.array(WireFile)]),
]);
