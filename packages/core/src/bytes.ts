const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. */
export const utf8ToBytes = (text: string): Uint8Array => encoder.encode(text);

/** Text of well-formed UTF-8; throws a `TypeError` on malformed bytes. */
export const bytesToUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** One array holding the parts in order. */
export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
};

/** Whether two arrays hold the same bytes. Not constant-time: never for secrets. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => {
	if (a.length !== b.length) return false;
	for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
	return true;
};

/** Lower-case hexadecimal. */
export const bytesToHex = (bytes: Uint8Array): string => {
	let text = '';
	for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
	return text;
};

/** Unpadded base64url (RFC 4648 §5). */
export const bytesToBase64Url = (bytes: Uint8Array): string => {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Bytes of unpadded base64url, or `undefined` when the text is not exactly that encoding. */
export const base64UrlToBytes = (text: string): Uint8Array<ArrayBuffer> | undefined => {
	if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
	return bytesToBase64Url(bytes) === text ? bytes : undefined;
};
