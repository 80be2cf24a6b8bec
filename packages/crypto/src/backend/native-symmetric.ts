import type { NodeCrypto } from './native.ts';
import type { AesGcm, SymmetricPrimitives } from './primitives.ts';

const TAG_LENGTH = 16;

/** A key made into an object once: given as bytes at each call, it costs four times the cipher. */
const aesGcmOf = (node: NodeCrypto, bytes: Uint8Array): AesGcm => {
	const key = node.createSecretKey(bytes);
	return {
		seal(iv, data, plain) {
			const cipher = node.createCipheriv('aes-256-gcm', key, iv);
			cipher.setAAD(data);
			const sealed = new Uint8Array(plain.length + TAG_LENGTH);
			sealed.set(cipher.update(plain));
			cipher.final();
			sealed.set(cipher.getAuthTag(), plain.length);
			return sealed;
		},
		open(iv, data, sealed) {
			const end = sealed.length - TAG_LENGTH;
			const cipher = node.createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_LENGTH });
			cipher.setAAD(data);
			cipher.setAuthTag(sealed.subarray(end));
			const { buffer, byteOffset, length } = cipher.update(sealed.subarray(0, end));
			try {
				cipher.final();
				return new Uint8Array(buffer, byteOffset, length);
			} catch (error) {
				// Node's only way to say that the tag is wrong.
				if (error instanceof Error && /unable to authenticate/.test(error.message))
					return undefined;
				throw error;
			}
		},
	};
};

/** Node's symmetric primitives. */
export const nativeSymmetricOf = (node: NodeCrypto): SymmetricPrimitives => ({
	sha256: (bytes) => new Uint8Array(node.hash('sha256', bytes, 'buffer')),
	hkdfSha256: (ikm, salt, info, length) =>
		new Uint8Array(node.hkdfSync('sha256', ikm, salt, info, length)),
	hkdfSha256Of(ikm) {
		const key = node.createSecretKey(ikm);
		return (salt, info, length) => new Uint8Array(node.hkdfSync('sha256', key, salt, info, length));
	},
	aesGcm: (key) => aesGcmOf(node, key),
});
