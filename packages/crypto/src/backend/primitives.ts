/** What one backend may answer at once and another later. */
export type Awaitable<T> = T | Promise<T>;

/** AES-256-GCM under one key, without waiting. `iv` = 12 bytes. */
export interface AesGcm {
	/** Ciphertext ‖ tag of 16 bytes. */
	seal(iv: Uint8Array, data: Uint8Array, plain: Uint8Array): Uint8Array;
	/** The plaintext, `undefined` when the tag is wrong. */
	open(iv: Uint8Array, data: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
}

/** `length` ≤ 8160 bytes, RFC 5869. */
export type Derive = (
	salt: Uint8Array,
	info: Uint8Array,
	length: number,
) => Uint8Array<ArrayBuffer>;

/** Symmetric primitives without waiting: for hashes, keys in memory, and many small envelopes. */
export interface SymmetricPrimitives {
	/** 32 bytes, FIPS 180-4. */
	sha256(bytes: Uint8Array): Uint8Array;
	/** `length` ≤ 8160 bytes, RFC 5869. */
	hkdfSha256(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array;
	/** The same for a secret used again, given once. */
	hkdfSha256Of(ikm: Uint8Array): Derive;
	/** AES-256-GCM under a key of 32 bytes, NIST SP 800-38D; a key used again is given once. */
	aesGcm(key: Uint8Array): AesGcm;
}

/** A private key that signs; its bytes may be out of reach. */
export interface Signer {
	readonly publicKey: Uint8Array;
	/** 64 bytes, RFC 8032 §5.1 (deterministic). */
	sign(message: Uint8Array): Awaitable<Uint8Array>;
}

/** Costs of Argon2id, RFC 9106. */
export interface Argon2Costs {
	readonly memoryKiB: number;
	readonly passes: number;
	readonly lanes: number;
}

/** Primitives of public keys and of phrases. Every backend gives the same bytes. */
export interface PublicKeyPrimitives {
	/** The Ed25519 key of a seed of 32 bytes. */
	ed25519Signer(seed: Uint8Array): Awaitable<Signer>;
	/**
	 * The cofactorless equation of RFC 8032 §5.1.7, on a key and a signature that `isStrict` admits:
	 * there every implementation agrees.
	 */
	ed25519Verify(
		publicKey: Uint8Array,
		message: Uint8Array,
		signature: Uint8Array,
	): Awaitable<boolean>;
	/** RFC 7748: 32 bytes; `undefined` when they are all zero (a point of small order). */
	x25519(secret: Uint8Array, publicKey: Uint8Array): Awaitable<Uint8Array | undefined>;
	/** FIPS 203: 32 bytes, from a key given by its seed `d ‖ z` (64 bytes) and 1088 bytes. */
	mlKem768Decapsulate(seed: Uint8Array, ciphertext: Uint8Array): Awaitable<Uint8Array>;
	/** `length` bytes. */
	argon2id(
		password: Uint8Array,
		salt: Uint8Array,
		costs: Argon2Costs,
		length: number,
	): Awaitable<Uint8Array>;
}

/** One complete backend: what the conformance suite runs on. */
export interface Primitives extends PublicKeyPrimitives {
	readonly name: 'native' | 'webcrypto' | 'javascript';
}
