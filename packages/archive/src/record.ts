import { decodeCanonicalCbor, encodeCbor } from '@navette/codec';
import { concatBytes } from '@navette/core';
import * as v from 'valibot';

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const Optional = v.nullable(Bytes);
const Texts = v.record(v.string(), v.string());
const Digest = v.pipe(
	Bytes,
	v.check((bytes) => bytes.length === 32),
);

/** How many rows of each kind there are. */
const Counts = v.strictObject({
	threads: Whole,
	documents: Whole,
	tombstones: Whole,
	answers: Whole,
	loose: Whole,
	/** Contents of files that follow the rows, and their bytes. */
	contents: Whole,
	bytes: Whole,
});
export type Counts = v.InferOutput<typeof Counts>;

const SCHEMAS = {
	/** code, status, settings, epoch of where it comes from, instant of the snapshot (ms) */
	organisation: v.tuple([
		v.literal('organisation'),
		v.string(),
		v.picklist(['open', 'frozen', 'closed']),
		Bytes,
		v.string(),
		Whole,
	]),
	/** path, reference, version, versions by type, horizon, day of the last purge */
	thread: v.tuple([
		v.literal('thread'),
		v.string(),
		v.string(),
		Whole,
		v.record(v.string(), Whole),
		Whole,
		Whole,
	]),
	/** type, id, version, day of deletion or 0, data, files, groupings, properties, paths of threads */
	document: v.tuple([
		v.literal('document'),
		v.string(),
		v.string(),
		Whole,
		Whole,
		Optional,
		Optional,
		Texts,
		v.record(v.string(), v.union([v.string(), v.number()])),
		v.array(v.string()),
	]),
	/** operation id, day, answer */
	answer: v.tuple([v.literal('answer'), v.string(), Whole, Bytes]),
	/** id, folder, instant (ms), note */
	loose: v.tuple([v.literal('loose'), v.string(), v.string(), Whole, Bytes]),
	/** counts, digest of the rows before */
	rows: v.tuple([v.literal('rows'), Counts, Digest]),
	/** folder, id, bytes */
	content: v.tuple([v.literal('content'), v.string(), v.string(), Whole]),
	/** SHA-256 of the content before */
	end: v.tuple([v.literal('end'), Digest]),
};

type RecordKind = keyof typeof SCHEMAS;
/** The record of one kind. */
export type RecordOf<Kind extends RecordKind> = v.InferOutput<(typeof SCHEMAS)[Kind]>;
/** A record of an archive, as the array it is encoded as. */
export type ArchiveRecord = { [Kind in RecordKind]: RecordOf<Kind> }[RecordKind];

const ManifestSchema = v.strictObject({
	archive: v.string(),
	counts: Counts,
	/** Of the rows, and of the digests of the contents one after the other: SHA-256. */
	rows: Digest,
	contents: Digest,
});
/** What ends an archive: everything before it must add up to this. */
export type Manifest = v.InferOutput<typeof ManifestSchema>;

export const manifestToBytes = (manifest: Manifest): Uint8Array => encodeCbor(manifest);

export const bytesToManifest = (bytes: Uint8Array): Manifest | undefined => {
	const decoded = decodeCanonicalCbor(bytes);
	const parsed = decoded.ok ? v.safeParse(ManifestSchema, decoded.value) : undefined;
	return parsed?.success ? parsed.output : undefined;
};

/** A record as it stands in a chunk: its length (4 bytes, big endian), then its CBOR. */
export const recordToBytes = (record: ArchiveRecord): Uint8Array => {
	const encoded = encodeCbor(record);
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, encoded.length);
	return concatBytes(length, encoded);
};

/** A record, and the bytes it is counted by. */
export interface ReadRecord {
	readonly record: ArchiveRecord;
	readonly bytes: Uint8Array;
}

const parseRecord = (encoded: Uint8Array): ArchiveRecord | undefined => {
	const decoded = decodeCanonicalCbor(encoded);
	if (!decoded.ok || !Array.isArray(decoded.value)) return undefined;
	const kind: unknown = decoded.value[0];
	if (typeof kind !== 'string' || !Object.hasOwn(SCHEMAS, kind)) return undefined;
	const parsed = v.safeParse(SCHEMAS[kind as RecordKind], decoded.value);
	return parsed.success ? (parsed.output as ArchiveRecord) : undefined;
};

/** The records of a chunk; `undefined` when one of them is none. */
export const bytesToRecords = (payload: Uint8Array): readonly ReadRecord[] | undefined => {
	const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
	const records: ReadRecord[] = [];
	for (let at = 0; at < payload.length; ) {
		if (at + 4 > payload.length) return undefined;
		const end = at + 4 + view.getUint32(at);
		if (end > payload.length) return undefined;
		const record = parseRecord(payload.subarray(at + 4, end));
		if (!record) return undefined;
		records.push({ record, bytes: payload.subarray(at, end) });
		at = end;
	}
	return records;
};
