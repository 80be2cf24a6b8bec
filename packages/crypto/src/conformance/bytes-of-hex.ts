/** Bytes of hexadecimal: how the vectors are written. */
export const fromHex = (text: string): Uint8Array =>
	Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
