/** Where bytes are written; grows, and is used again by the next encoding. */
interface Writer {
	bytes: Uint8Array<ArrayBuffer>;
	view: DataView;
	at: number;
}

const utf8 = new TextEncoder();
/** Below this length a loop is faster than the platform's encoder. */
const SHORT_TEXT = 48;
/** Kept from one encoding to the next, at most this much of it. */
const KEPT_BYTES = 1 << 20;
/** Deeper than anything that a decoder accepts: a value that holds itself. */
const ENDLESS = 1_000;
const NEXT = 2 ** 32;

const [INTEGER, NEGATIVE, BYTES, TEXT, ARRAY, MAP] = [0x00, 0x20, 0x40, 0x60, 0x80, 0xa0];
const [FALSE, TRUE, NULL, UNDEFINED, FLOAT64] = [0xf4, 0xf5, 0xf6, 0xf7, 0xfb];

const createWriter = (size: number): Writer => {
	const bytes = new Uint8Array(size);
	return { bytes, view: new DataView(bytes.buffer), at: 0 };
};

const makeRoom = (writer: Writer, length: number): void => {
	if (writer.at + length <= writer.bytes.length) return;
	const larger = createWriter(Math.max(2 * writer.bytes.length, writer.at + length));
	larger.bytes.set(writer.bytes.subarray(0, writer.at));
	writer.bytes = larger.bytes;
	writer.view = larger.view;
};

/** An initial byte and its argument, as short as can be. Leaves room for it. */
const writeHead = (writer: Writer, major: number, argument: number): void => {
	makeRoom(writer, 9);
	const { view, at } = writer;
	if (argument < 24) {
		view.setUint8(at, major | argument);
		writer.at = at + 1;
	} else if (argument < 0x100) {
		view.setUint16(at, ((major | 24) << 8) | argument);
		writer.at = at + 2;
	} else if (argument < 0x1_0000) {
		view.setUint8(at, major | 25);
		view.setUint16(at + 1, argument);
		writer.at = at + 3;
	} else if (argument < NEXT) {
		view.setUint8(at, major | 26);
		view.setUint32(at + 1, argument);
		writer.at = at + 5;
	} else {
		view.setUint8(at, major | 27);
		view.setUint32(at + 1, Math.floor(argument / NEXT));
		view.setUint32(at + 5, argument % NEXT);
		writer.at = at + 9;
	}
};

const writeRaw = (writer: Writer, bytes: Uint8Array): void => {
	makeRoom(writer, bytes.length);
	writer.bytes.set(bytes, writer.at);
	writer.at += bytes.length;
};

const writeText = (writer: Writer, text: string): void => {
	const start = writer.at;
	if (text.length <= SHORT_TEXT) {
		writeHead(writer, TEXT, text.length);
		makeRoom(writer, text.length);
		let { at } = writer;
		for (let index = 0; index < text.length; index++) {
			const unit = text.charCodeAt(index);
			if (unit > 127) {
				at = -1;
				break;
			}
			writer.bytes[at++] = unit;
		}
		if (at >= 0) {
			writer.at = at;
			return;
		}
		writer.at = start;
	}
	const bytes = utf8.encode(text);
	writeHead(writer, TEXT, bytes.length);
	writeRaw(writer, bytes);
};

const writeNumber = (writer: Writer, value: number): void => {
	if (Number.isSafeInteger(value)) {
		if (value >= 0) writeHead(writer, INTEGER, value);
		else writeHead(writer, NEGATIVE, -1 - value);
		return;
	}
	if (!Number.isFinite(value)) throw new TypeError(`no encoding for ${value}`);
	makeRoom(writer, 9);
	writer.view.setUint8(writer.at, FLOAT64);
	writer.view.setFloat64(writer.at + 1, value);
	writer.at += 9;
};

const isAscii = (text: string): boolean => {
	for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
	return true;
};

const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
	if (a.length !== b.length) return a.length - b.length;
	for (let at = 0; at < a.length; at++) {
		const difference = (a[at] ?? 0) - (b[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
};

/** The order of keys: that of their encodings, so the shorter in bytes first. */
const compareKeys = (a: string, b: string): number => {
	if (!isAscii(a) || !isAscii(b)) return compareBytes(utf8.encode(a), utf8.encode(b));
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : a > b ? 1 : 0;
};

const writeMap = (writer: Writer, value: Record<string, unknown>, depth: number): void => {
	const keys = Object.keys(value).filter((key) => value[key] !== undefined);
	keys.sort(compareKeys);
	writeHead(writer, MAP, keys.length);
	for (const key of keys) {
		writeText(writer, key);
		writeItem(writer, value[key], depth);
	}
};

const isPlain = (value: object): value is Record<string, unknown> =>
	Object.prototype.toString.call(value) === '[object Object]';

const writeObject = (writer: Writer, value: object, depth: number): void => {
	if (depth > ENDLESS) throw new TypeError('a value that holds itself has no encoding');
	if (value instanceof Uint8Array) {
		writeHead(writer, BYTES, value.length);
		writeRaw(writer, value);
	} else if (Array.isArray(value)) {
		writeHead(writer, ARRAY, value.length);
		for (const item of value) writeItem(writer, item, depth + 1);
	} else if (isPlain(value)) writeMap(writer, value, depth + 1);
	else throw new TypeError(`no encoding for ${Object.prototype.toString.call(value)}`);
};

const writeByte = (writer: Writer, byte: number): void => {
	makeRoom(writer, 1);
	writer.bytes[writer.at++] = byte;
};

const writeItem = (writer: Writer, value: unknown, depth: number): void => {
	if (typeof value === 'string') writeText(writer, value);
	else if (typeof value === 'number') writeNumber(writer, value);
	else if (value === null) writeByte(writer, NULL);
	else if (typeof value === 'object') writeObject(writer, value, depth);
	else if (typeof value === 'boolean') writeByte(writer, value ? TRUE : FALSE);
	else if (value === undefined) writeByte(writer, UNDEFINED);
	else throw new TypeError(`no encoding for a ${typeof value}`);
};

let kept: Writer | undefined = createWriter(4_096);

/**
 * Deterministic CBOR (RFC 8949 §4.2.1, floats always of 64 bits) of a plain value: safe integers,
 * finite floats, well-formed text, byte strings, arrays, objects, booleans, null. Properties that are
 * `undefined` are absent. Throws `TypeError` for anything else.
 */
export const encodeCbor = (value: unknown): Uint8Array<ArrayBuffer> => {
	const writer = kept ?? createWriter(4_096);
	kept = undefined;
	writer.at = 0;
	writeItem(writer, value, 0);
	const bytes = writer.bytes.slice(0, writer.at);
	/* it may have been a secret: what is kept holds nothing of it */
	writer.bytes.fill(0, 0, writer.at);
	if (writer.bytes.length <= KEPT_BYTES) kept = writer;
	else kept = createWriter(4_096);
	return bytes;
};
