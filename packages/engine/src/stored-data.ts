import { decodeCbor, encodeCbor } from '@navette/codec';
import type { DocumentType } from '@navette/model';

/** Shape mark of a sealed document: its shape is inside what only clients open. */
const SEALED_MARK = 0;

const mark = (shape: number, bytes: Uint8Array): Uint8Array => {
	const marked = new Uint8Array(bytes.length + 1);
	marked[0] = shape;
	marked.set(bytes, 1);
	return marked;
};

/**
 * Bytes kept for the data of a document: one byte of shape, then CBOR (a clear type) or the bytes
 * the client sealed.
 */
export const dataToStored = (type: DocumentType, data: unknown): Uint8Array => {
	if (type.sealing === 'clear') return mark(type.shape, encodeCbor(data));
	if (data instanceof Uint8Array) return mark(SEALED_MARK, data);
	throw new Error(`${type.name} is sealed: its data are bytes`);
};

/** Data of a document as of the current shape: a value (a clear type) or sealed bytes. */
export const storedToData = (type: DocumentType, stored: Uint8Array): unknown => {
	const shape = stored[0];
	const bytes = stored.subarray(1);
	if (shape === SEALED_MARK) return bytes;
	if (shape === undefined || shape > type.shape)
		throw new Error(`${type.name}: shape ${shape} is newer than this program`);
	const decoded = decodeCbor(bytes);
	if (!decoded.ok) throw new Error(`${type.name}: stored data are ${decoded.error}`);
	return (type.upgrades ?? [])
		.slice(shape - 1)
		.reduce((data, upgrade) => upgrade(data), decoded.value);
};

/** Bytes that travel: CBOR of the current shape, or sealed bytes; not decoded when nothing changes. */
export const storedToWire = (type: DocumentType, stored: Uint8Array): Uint8Array =>
	stored[0] === SEALED_MARK || stored[0] === type.shape
		? stored.subarray(1)
		: encodeCbor(storedToData(type, stored));
