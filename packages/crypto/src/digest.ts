import { primitives, symmetric } from './backend/select.ts';

/** SHA-256 of bytes: WebCrypto's where it is what the platform has, else without waiting. */
export const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
	primitives.name === 'webcrypto'
		? new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
		: symmetric.sha256(bytes);
