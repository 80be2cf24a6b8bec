import { bytesToUtf8, err, ok, type Result } from '@navette/core';
import { type CodecError, MAX_DEPTH } from './limits.ts';

const QUOTE = 34;
const BACKSLASH = 92;

/** Deepest nesting of brackets outside strings, without recursion. */
const nestingOfJson = (bytes: Uint8Array): number => {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at];
		if (inString) {
			if (byte === BACKSLASH) at++;
			else if (byte === QUOTE) inString = false;
		} else if (byte === QUOTE) inString = true;
		else if (byte === 91 || byte === 123) deepest = Math.max(deepest, ++depth);
		else if (byte === 93 || byte === 125) depth--;
	}
	return deepest;
};

/** A value from UTF-8 JSON, bounded nesting. A key `__proto__` becomes an ordinary property. */
export const decodeJson = (bytes: Uint8Array): Result<unknown, CodecError> => {
	if (nestingOfJson(bytes) > MAX_DEPTH) return err('too-deep');
	try {
		return ok(JSON.parse(bytesToUtf8(bytes)));
	} catch {
		return err('malformed');
	}
};
