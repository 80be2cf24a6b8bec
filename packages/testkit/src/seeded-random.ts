import type { Random } from '@navette/core';

/**
 * Reproducible bytes: the same seed gives the same sequence on every machine (a 32-bit
 * counter through a mixing function). Predictable: for tests only.
 */
export const createSeededRandom = (seed: number): Random => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x9e3779b9) >>> 0;
		let word = state ^ (state >>> 16);
		word = Math.imul(word, 0x21f0aaad);
		word ^= word >>> 15;
		word = Math.imul(word, 0x735a2d97);
		return (word ^ (word >>> 15)) >>> 0;
	};
	return {
		bytes(length) {
			const bytes = new Uint8Array(length);
			for (let at = 0, word = 0; at < length; at++, word >>>= 8) {
				if (at % 4 === 0) word = next();
				bytes[at] = word & 255;
			}
			return bytes;
		},
	};
};
