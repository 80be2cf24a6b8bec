/** Smallest padded length: short notes all look alike. */
export const MIN_PADDED = 256;

/**
 * The length to which `length` bytes are padded: Padmé (Nikitin et al., "Reducing Metadata Leakage
 * from Encrypted Files and Communication with PURBs", 2019), at most 12 % more, at least 256. Only
 * O(log log n) bits of the length can be learned.
 */
export const padmeLength = (length: number): number => {
	if (length <= MIN_PADDED) return MIN_PADDED;
	const exponent = Math.floor(Math.log2(length));
	const significant = Math.floor(Math.log2(exponent)) + 1;
	const step = 2 ** (exponent - significant);
	return Math.ceil(length / step) * step;
};
