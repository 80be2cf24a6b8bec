import { decodeCbor, encodeCbor } from '@navette/codec';
import type { DocumentType } from '@navette/model';

/** A file as its document names it. */
export interface FileDescriptor {
	/** Universal id of its content: 128 random bits, unpadded base64url. */
	readonly fid: string;
	/** Bytes of its content. */
	readonly size: number;
	/** Time of the transaction that attached it, ms. */
	readonly time: number;
	/** What only a clear type shows; for a sealed one it is inside the sealed data. */
	readonly clear?: ClearDescriptor;
}

export interface ClearDescriptor {
	/** A name that every file system takes. */
	readonly name: string;
	/** Media type, `image/jpeg`. */
	readonly type: string;
	/** SHA-256 of the content, unpadded base64url. */
	readonly digest: string;
}

type Stored = readonly [fid: string, size: number, time: number, clear?: ClearDescriptor];

/** Bytes kept for the files of a document; null when it has none. */
export const filesToStored = (files: readonly FileDescriptor[]): Uint8Array | null =>
	files.length === 0
		? null
		: encodeCbor(
				files.map(({ fid, size, time, clear }) =>
					clear ? [fid, size, time, { ...clear }] : [fid, size, time],
				),
			);

/** Files of a document, in the order in which they were attached. */
export const storedToFiles = (
	type: DocumentType,
	stored: Uint8Array | null | undefined,
): readonly FileDescriptor[] => {
	if (!stored) return [];
	const decoded = decodeCbor(stored);
	if (!decoded.ok) throw new Error(`${type.name}: stored files are ${decoded.error}`);
	return (decoded.value as readonly Stored[]).map(([fid, size, time, clear]) =>
		clear ? { fid, size, time, clear } : { fid, size, time },
	);
};
