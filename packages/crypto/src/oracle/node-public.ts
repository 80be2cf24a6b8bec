/**
 * Hashes, keys, signatures, phrases, sealing and safety numbers written a second time, from
 * `docs/crypto.md` alone, on `node:crypto`: what the tests compare the real ones with.
 */
import {
	argon2Sync,
	createHash,
	createPrivateKey,
	createPublicKey,
	decapsulate,
	diffieHellman,
	hkdfSync,
	sign as signWithNode,
} from 'node:crypto';
import { listOf, openWithNode, type Written } from './node-envelope.ts';

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

export const hashWithNode = (label: string, ...parts: readonly Written[]): Buffer =>
	sha256(listOf([label, ...parts]));

export const deriveWithNode = (
	secret: Uint8Array,
	label: string,
	length: number,
	...parts: readonly Written[]
): Buffer => Buffer.from(hkdfSync('sha256', secret, '', listOf([label, ...parts]), length));

const pkcs8 = (prefix: string, secret: Uint8Array) =>
	createPrivateKey({
		key: Buffer.concat([Buffer.from(prefix, 'hex'), secret]),
		...{ format: 'der', type: 'pkcs8' },
	});

export const signatureWithNode = (seed: Uint8Array, label: string, value: Written): Buffer =>
	signWithNode(null, listOf([label, value]), pkcs8('302e020100300506032b657004220420', seed));

export const stretchWithNode = (
	secret: readonly string[],
	salt: readonly Written[],
	purpose: string,
): Buffer =>
	argon2Sync('argon2id', {
		message: listOf([purpose, ...secret.map((text) => text.normalize('NFKC'))]),
		nonce: sha256(listOf([purpose, ...salt])),
		...{ parallelism: 1, tagLength: 32, memory: 64 * 1024, passes: 3 },
	});

/** SHA3-256 of both secrets, the ephemeral point, the public point, and six characters. */
const agreed = (seed: Uint8Array, ciphertext: Uint8Array): { secret: Buffer; publicX: Buffer } => {
	const expanded = createHash('shake256', { outputLength: 96 }).update(seed).digest();
	const x = pkcs8('302e020100300506032b656e04220420', expanded.subarray(64));
	const spki = (key: Parameters<typeof createPublicKey>[0]) =>
		createPublicKey(key).export({ format: 'der', type: 'spki' });
	const publicX = spki(x).subarray(-32);
	const theirs = createPublicKey({
		key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), ciphertext.subarray(1088)]),
		...{ format: 'der', type: 'spki' },
	});
	const shared = diffieHellman({ privateKey: x, publicKey: theirs });
	const prefix = '3054020100300b060960864801650304040204428040';
	const kem = decapsulate(pkcs8(prefix, expanded.subarray(0, 64)), ciphertext.subarray(0, 1088));
	const hash = createHash('sha3-256').update(kem).update(shared).update(ciphertext.subarray(1088));
	return { secret: hash.update(publicX).update('\\.//^\\').digest(), publicX };
};

export const openSealedWithNode = (
	seed: Uint8Array,
	publicKey: Uint8Array,
	context: readonly (string | number)[],
	bytes: Uint8Array,
): Buffer => {
	const ciphertext = bytes.subarray(2, 1122);
	const { secret } = agreed(seed, ciphertext);
	const bound = [Buffer.of(1, 1), sha256(publicKey), sha256(ciphertext)];
	const key = deriveWithNode(secret, 'nv/key/seal', 32, ...bound);
	return openWithNode(key, context, bytes.subarray(1122));
};

export const safetyNumberWithNode = (ids: readonly Uint8Array[]): string => {
	const sorted = ids.map((id) => Buffer.from(id)).sort(Buffer.compare);
	const value = BigInt(`0x${hashWithNode('nv/safety', ...sorted).toString('hex')}`);
	const digits = String(value % 10n ** 60n).padStart(60, '0');
	return Array.from({ length: 12 }, (_, at) => digits.slice(at * 5, at * 5 + 5)).join(' ');
};
