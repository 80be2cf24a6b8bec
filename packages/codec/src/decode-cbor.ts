import { err, ok, type Result } from '@navette/core';
import { type CodecError, MAX_DEPTH } from './limits.ts';

/** Thrown inside only, so that every path out of the recursion is one. */
class Refused extends Error {
	readonly why: CodecError;
	constructor(why: CodecError) {
		super(why);
		this.why = why;
	}
}

/** What is being read, and how far. */
interface Reader {
	readonly bytes: Uint8Array;
	readonly view: DataView;
	/** Whether byte strings are views of the bytes. */
	readonly inPlace: boolean;
	at: number;
}

/* a text that begins with U+FEFF keeps it */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Below this length a loop is faster than the platform's decoder. */
const SHORT_TEXT = 48;
const NEXT = 2 ** 32;

const malformed = (): never => {
	throw new Refused('malformed');
};

/** The argument of an initial byte, in its only form: as short as can be. */
const readArgument = (reader: Reader, info: number): number => {
	if (info < 24) return info;
	const { at, view, bytes } = reader;
	if (info > 27 || at + (1 << (info - 24)) > bytes.length) return malformed();
	reader.at += 1 << (info - 24);
	if (info === 24) {
		const value = view.getUint8(at);
		return value < 24 ? malformed() : value;
	}
	if (info === 25) {
		const value = view.getUint16(at);
		return value < 0x100 ? malformed() : value;
	}
	if (info === 26) {
		const value = view.getUint32(at);
		return value < 0x1_0000 ? malformed() : value;
	}
	const value = view.getUint32(at) * NEXT + view.getUint32(at + 4);
	return value < NEXT || value > Number.MAX_SAFE_INTEGER ? malformed() : value;
};

const readBytes = (reader: Reader, length: number): Uint8Array => {
	const { bytes, at } = reader;
	if (length > bytes.length - at) malformed();
	reader.at = at + length;
	/* a Buffer's own `slice` would share memory */
	return reader.inPlace
		? bytes.subarray(at, at + length)
		: Uint8Array.prototype.slice.call(bytes, at, at + length);
};

const readText = (reader: Reader, length: number): string => {
	const { bytes, at } = reader;
	const end = at + length;
	if (end > bytes.length) malformed();
	reader.at = end;
	if (length > SHORT_TEXT) return utf8.decode(bytes.subarray(at, end));
	let text = '';
	for (let next = at; next < end; next++) {
		const byte = bytes[next] ?? 0;
		if (byte > 127) return utf8.decode(bytes.subarray(at, end));
		text += String.fromCharCode(byte);
	}
	return text;
};

const readArray = (reader: Reader, length: number, depth: number): unknown[] => {
	if (length > reader.bytes.length - reader.at) malformed();
	const items: unknown[] = [];
	for (let left = length; left > 0; left--) items.push(readItem(reader, depth));
	return items;
};

const readMap = (reader: Reader, length: number, depth: number): Record<string, unknown> => {
	if (2 * length > reader.bytes.length - reader.at) malformed();
	const map: Record<string, unknown> = {};
	for (let left = length; left > 0; left--) {
		const key = readItem(reader, depth);
		if (typeof key !== 'string' || Object.hasOwn(map, key)) return malformed();
		const value = readItem(reader, depth);
		/* a plain assignment would change what the object inherits */
		if (key === '__proto__')
			Object.defineProperty(map, key, {
				...{ value, configurable: true, enumerable: true, writable: true },
			});
		else map[key] = value;
	}
	return map;
};

/** A half-precision float (IEEE 754 binary16). */
const readHalf = (bits: number): number => {
	const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
	if (exponent === 31) return Number.NaN;
	const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
	return bits & 0x8000 ? -size : size;
};

const readFloat = (reader: Reader, info: number): number => {
	const { view, at, bytes } = reader;
	const length = 1 << (info - 24);
	if (at + length > bytes.length) malformed();
	reader.at = at + length;
	const value =
		length === 8
			? view.getFloat64(at)
			: length === 4
				? view.getFloat32(at)
				: readHalf(view.getUint16(at));
	return Number.isFinite(value) ? value : malformed();
};

const readSimple = (reader: Reader, info: number): boolean | null | number => {
	if (info === 20) return false;
	if (info === 21) return true;
	if (info === 22) return null;
	return info >= 25 && info <= 27 ? readFloat(reader, info) : malformed();
};

const readItem = (reader: Reader, depth: number): unknown => {
	const initial = reader.bytes[reader.at++];
	if (initial === undefined) return malformed();
	const [major, info] = [initial >> 5, initial & 31];
	if (major === 7) return readSimple(reader, info);
	const argument = readArgument(reader, info);
	if (major === 0) return argument;
	if (major === 1) return argument < Number.MAX_SAFE_INTEGER ? -1 - argument : malformed();
	if (major === 2) return readBytes(reader, argument);
	if (major === 3) return readText(reader, argument);
	if (major === 6) return malformed();
	if (depth >= MAX_DEPTH && argument >= 0) throw new Refused('too-deep');
	return major === 4
		? readArray(reader, argument, depth + 1)
		: readMap(reader, argument, depth + 1);
};

const decode = (bytes: Uint8Array, inPlace: boolean): Result<unknown, CodecError> => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const reader: Reader = { bytes, view, inPlace, at: 0 };
	try {
		const value = readItem(reader, 0);
		return reader.at === bytes.length ? ok(value) : err('malformed');
	} catch (error) {
		if (error instanceof Refused) return err(error.why);
		throw error;
	}
};

/**
 * A value from CBOR (RFC 8949): one item, no more bytes, nesting bounded, integers and lengths as
 * short as can be, no tag, no indefinite length, no undefined, no float that is no number, no key
 * twice.
 */
export const decodeCbor = (bytes: Uint8Array): Result<unknown, CodecError> => decode(bytes, false);

/**
 * As `decodeCbor`; byte strings are views of `bytes`, which live as long as one of them and must not
 * change. For messages whose byte strings are most of them, and are kept together.
 */
export const decodeCborInPlace = (bytes: Uint8Array): Result<unknown, CodecError> =>
	decode(bytes, true);
