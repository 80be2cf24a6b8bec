/** Where a part of a content belongs: it opens nowhere else. */
export interface ContentPlace {
	readonly org: string;
	readonly fid: string;
	/** Number of the part, from 0. */
	readonly index: number;
	readonly isLast: boolean;
}

/** Seals the parts of contents under keys that their store never sees. */
export interface ContentCipher {
	/** Bytes that sealing adds to a part. */
	readonly overhead: number;
	/** Number of the key that seals now. */
	current(): number;
	/** Seals under a key by its number; `undefined` when it is not there any more. */
	seal(place: ContentPlace, bytes: Uint8Array, key: number): Uint8Array | undefined;
	/** `undefined` when altered, moved, or sealed by a key that is not there. */
	open(place: ContentPlace, bytes: Uint8Array): Uint8Array | undefined;
	/** Number of the key that sealed a part, from its first bytes. */
	keyOf(bytes: Uint8Array): number | undefined;
}
