import type { Aead } from './aead.ts';
import { TAG_LENGTH } from './layout.ts';

/** AES-GCM of WebCrypto: in every browser, and in Node. */
export const webAead: Aead = async (raw) => {
	const usages: KeyUsage[] = ['encrypt', 'decrypt'];
	const key = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, usages);
	const parameters = (iv: Uint8Array, associated: Uint8Array) => ({
		name: 'AES-GCM',
		iv: new Uint8Array(iv),
		additionalData: new Uint8Array(associated),
		tagLength: TAG_LENGTH * 8,
	});
	return {
		seal: async (iv, associated, plain) =>
			new Uint8Array(
				await crypto.subtle.encrypt(parameters(iv, associated), key, new Uint8Array(plain)),
			),
		async open(iv, associated, sealed) {
			const body = new Uint8Array(sealed);
			try {
				return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, associated), key, body));
			} catch (error) {
				// The platform's only way to say that the tag is wrong; anything else is a defect.
				if (error instanceof DOMException && error.name === 'OperationError') return undefined;
				throw error;
			}
		},
	};
};
