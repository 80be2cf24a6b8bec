const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford's base 32, upper case, no padding: codes that a person reads aloud or copies. */
export const bytesToCrockford = (bytes: Uint8Array): string => {
	let text = '';
	let buffer = 0;
	let bits = 0;
	for (const byte of bytes) {
		buffer = (buffer << 8) | byte;
		for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(buffer >> (bits - 5)) & 31];
		buffer &= (1 << bits) - 1;
	}
	return bits > 0 ? text + ALPHABET[(buffer << (5 - bits)) & 31] : text;
};

/** Bytes of such a text as people type it: case, spaces, hyphens, O I L are forgiven; else `undefined`. */
export const crockfordToBytes = (text: string): Uint8Array | undefined => {
	const read = text.toUpperCase().replace(/[\s-]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');
	const bytes = new Uint8Array(Math.floor((read.length * 5) / 8));
	let at = 0;
	let buffer = 0;
	let bits = 0;
	for (const char of read) {
		const digit = ALPHABET.indexOf(char);
		if (digit < 0) return undefined;
		buffer = (buffer << 5) | digit;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes[at++] = buffer >> bits;
		buffer &= (1 << bits) - 1;
	}
	return buffer === 0 && bits < 5 ? bytes : undefined;
};
