import { ed25519Pkcs8, ed25519Spki, mlKem768Pkcs8, x25519Pkcs8, x25519Spki } from './der.ts';
import { javascript } from './javascript.ts';
import { nativeSymmetricOf } from './native-symmetric.ts';
import type { Primitives, Signer, SymmetricPrimitives } from './primitives.ts';

/** The module `node:crypto`. */
export type NodeCrypto = typeof import('node:crypto');

const signerOf = (node: NodeCrypto, seed: Uint8Array): Signer => {
	const key = privateKey(node, ed25519Pkcs8(seed));
	const spki = node.createPublicKey(key).export({ format: 'der', type: 'spki' });
	return {
		publicKey: new Uint8Array(spki.subarray(-32)),
		sign: (message) => new Uint8Array(node.sign(null, message, key)),
	};
};

const privateKey = (node: NodeCrypto, der: Uint8Array) => {
	const key = Buffer.from(der);
	return node.createPrivateKey({ key, format: 'der', type: 'pkcs8' });
};

const publicKeyOf = (node: NodeCrypto, der: Uint8Array) =>
	node.createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });

/** Node's own primitives (OpenSSL), for servers and commands. */
export const nativeOf = (node: NodeCrypto): Primitives & SymmetricPrimitives => ({
	...javascript,
	...nativeSymmetricOf(node),
	name: 'native',
	ed25519Signer: (seed) => signerOf(node, seed),
	ed25519Verify: (publicKey, message, signature) =>
		node.verify(null, message, publicKeyOf(node, ed25519Spki(publicKey)), signature),
	x25519(secret, publicKey) {
		try {
			const shared = node.diffieHellman({
				privateKey: privateKey(node, x25519Pkcs8(secret)),
				publicKey: publicKeyOf(node, x25519Spki(publicKey)),
			});
			return new Uint8Array(shared);
		} catch (error) {
			// OpenSSL refuses to derive a zero secret.
			if (error instanceof Error && /failed during derivation/.test(error.message))
				return undefined;
			throw error;
		}
	},
	mlKem768Decapsulate: (seed, ciphertext) =>
		new Uint8Array(node.decapsulate(privateKey(node, mlKem768Pkcs8(seed)), ciphertext)),
	argon2id: (message, nonce, costs, tagLength) =>
		new Promise((resolve, reject) => {
			const parameters = { message, nonce, tagLength, parallelism: costs.lanes };
			const all = { ...parameters, memory: costs.memoryKiB, passes: costs.passes };
			node.argon2('argon2id', all, (error, bytes) =>
				error ? reject(error) : resolve(new Uint8Array(bytes)),
			);
		}),
});
