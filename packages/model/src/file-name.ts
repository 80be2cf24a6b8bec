/** Longest name of a file, in bytes of UTF-8. */
export const MAX_FILE_NAME = 255;

/** What some file system refuses or reads as something else. */
const REFUSED = /[\p{Cc}\p{Cs}/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Names of devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * The name of a file in composed form (NFC), or `undefined` when some file system does not take it:
 * empty, `.`, `..`, over 255 bytes, with a separator, a control or direction character, at its end a
 * dot or a space, or that of a device.
 */
export const fileNameOf = (text: string): string | undefined => {
	if (!text.isWellFormed()) return undefined;
	const name = text.normalize('NFC');
	if (name === '' || /^ |[ .]$/.test(name) || REFUSED.test(name) || DEVICE.test(name))
		return undefined;
	return new TextEncoder().encode(name).length <= MAX_FILE_NAME ? name : undefined;
};
