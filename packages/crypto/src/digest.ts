import { nativeSymmetric } from './backend/symmetric-of-node.ts';

/** SHA-256 of bytes: Node's own where it is, else the browser's. */
export const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
	nativeSymmetric
		? nativeSymmetric.sha256(bytes)
		: new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
