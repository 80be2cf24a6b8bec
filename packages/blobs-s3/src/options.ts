import type { Clock, Timers } from '@navette/core';

/** How to reach a bucket of a store that speaks the S3 protocol. */
export interface S3BlobStoreOptions {
	/** Address of the store, without the bucket: `https://s3.eu-west-3.amazonaws.com`. */
	readonly endpoint: string;
	/** Region of the signature; `auto` for Google Cloud Storage. */
	readonly region: string;
	readonly bucket: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly clock: Clock;
	readonly timers: Timers;
	/** Bytes of a segment (8 MiB); the protocol takes no less than 5 MiB. */
	readonly segmentBytes?: number;
	/**
	 * Header by which a write is refused when there is a content already (`if-none-match: *`); for
	 * Google Cloud Storage `{ 'x-goog-if-generation-match': '0' }`.
	 */
	readonly createOnly?: Readonly<Record<string, string>>;
}
