/** A source of unpredictable bytes. */
export interface Random {
	/** `length` fresh bytes. */
	bytes(length: number): Uint8Array;
}

/** The operating system's generator, through the Web Crypto API (Node and browsers alike). */
export const systemRandom: Random = {
	bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
