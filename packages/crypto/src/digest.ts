import { sha256 } from '@noble/hashes/sha2.js';
import { nativeSymmetric } from './backend/symmetric-of-node.ts';

/** SHA-256 of bytes: Node's own where it is, else the browser's. */
export const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
	nativeSymmetric
		? nativeSymmetric.sha256(bytes)
		: new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

/** SHA-256 of bytes that come a part at a time. */
export interface Digest {
	add(part: Uint8Array): void;
	/** Ends it: the 32 bytes. */
	end(): Uint8Array;
}

/** Begins a digest; browsers have none of their own that can be fed. */
export const createDigest = (): Digest => {
	const hash = sha256.create();
	return { add: (part) => void hash.update(part), end: () => hash.digest() };
};
