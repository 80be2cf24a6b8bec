/**
 * AES-256-GCM under one key. An implementation may answer at once or later; it has read its arguments
 * when it returns, so that the caller may use their memory again.
 */
export interface AeadKey {
	/** Ciphertext, then its tag of 16 bytes. `iv` = 12 bytes, never given twice. */
	seal(iv: Uint8Array, associated: Uint8Array, plain: Uint8Array): Uint8Array | Promise<Uint8Array>;
	/** The plaintext; `undefined` when the tag is not that of these bytes. */
	open(
		iv: Uint8Array,
		associated: Uint8Array,
		sealed: Uint8Array,
	): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/** AES-256-GCM of a platform. `raw` = 32 bytes, which it does not keep. */
export type Aead = (raw: Uint8Array) => AeadKey | Promise<AeadKey>;
