import { concatBytes } from '@navette/core';

/** DER of everything before the secret, PKCS #8 (RFC 5958); and before the key, SPKI (RFC 5280). */
const hex = (text: string): Uint8Array =>
	Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const ED25519_SEED = hex('302e020100300506032b657004220420');
const ED25519_PUBLIC = hex('302a300506032b6570032100');
const X25519_SECRET = hex('302e020100300506032b656e04220420');
const X25519_PUBLIC = hex('302a300506032b656e032100');
/** ML-KEM-768 given by its seed, RFC 9935. */
const ML_KEM_768_SEED = hex('3054020100300b060960864801650304040204428040');

export const ed25519Pkcs8 = (seed: Uint8Array) => concatBytes(ED25519_SEED, seed);
export const ed25519Spki = (publicKey: Uint8Array) => concatBytes(ED25519_PUBLIC, publicKey);
export const x25519Pkcs8 = (secret: Uint8Array) => concatBytes(X25519_SECRET, secret);
export const x25519Spki = (publicKey: Uint8Array) => concatBytes(X25519_PUBLIC, publicKey);
export const mlKem768Pkcs8 = (seed: Uint8Array) => concatBytes(ML_KEM_768_SEED, seed);
