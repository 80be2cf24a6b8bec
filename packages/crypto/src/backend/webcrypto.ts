import { ed25519Pkcs8, x25519Pkcs8 } from './der.ts';
import { ed25519InJavaScript, javascript } from './javascript.ts';
import type { Primitives, Signer } from './primitives.ts';

const isMissing = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'NotSupportedError';

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** A signer from a private key kept by the platform. */
export const signerOfCryptoKey = (privateKey: CryptoKey, publicKey: Uint8Array): Signer => ({
	publicKey,
	sign: async (message) =>
		new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, own(message))),
});

/** The private key of a seed, out of the reach of scripts. Throws where the platform has no Ed25519. */
export const importEd25519 = (seed: Uint8Array): Promise<CryptoKey> =>
	crypto.subtle.importKey('pkcs8', ed25519Pkcs8(seed), 'Ed25519', false, ['sign']);

const verify = async (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
	const key = await importPublic(publicKey);
	return key !== undefined && crypto.subtle.verify('Ed25519', key, own(signature), own(message));
};

const importPublic = async (publicKey: Uint8Array): Promise<CryptoKey | undefined> => {
	try {
		return await crypto.subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
	} catch (error) {
		if (error instanceof DOMException && error.name === 'DataError') return undefined;
		throw error;
	}
};

/** How browsers refuse a point of small order: Firefox when it is given, the others when it is used. */
const isRefusedPoint = (error: unknown): boolean =>
	error instanceof DOMException && ['DataError', 'OperationError'].includes(error.name);

const agree = async (secret: Uint8Array, publicKey: Uint8Array) => {
	const usages: KeyUsage[] = ['deriveBits'];
	const mine = await crypto.subtle.importKey('pkcs8', x25519Pkcs8(secret), 'X25519', false, usages);
	try {
		const theirs = await crypto.subtle.importKey('raw', own(publicKey), 'X25519', false, []);
		const bits = await crypto.subtle.deriveBits({ name: 'X25519', public: theirs }, mine, 256);
		return new Uint8Array(bits);
	} catch (error) {
		if (isRefusedPoint(error)) return undefined;
		throw error;
	}
};

/** Web Crypto where the browser has the primitive, JavaScript where it has not. */
export const webcrypto: Primitives = {
	...javascript,
	name: 'webcrypto',
	async ed25519Signer(seed) {
		const inJavaScript = ed25519InJavaScript(seed);
		return orElse(
			async () => signerOfCryptoKey(await importEd25519(seed), inJavaScript.publicKey),
			() => inJavaScript,
		);
	},
	ed25519Verify: (publicKey, message, signature) =>
		orElse(
			() => verify(publicKey, message, signature),
			() => javascript.ed25519Verify(publicKey, message, signature),
		),
	x25519: (secret, publicKey) =>
		orElse(
			() => agree(secret, publicKey),
			() => javascript.x25519(secret, publicKey),
		),
};

/** The platform's answer, or ours where it does not know the algorithm. */
async function orElse<T>(theirs: () => Promise<T>, ours: () => T | Promise<T>): Promise<T> {
	try {
		return await theirs();
	} catch (error) {
		if (!isMissing(error)) throw error;
		return ours();
	}
}
