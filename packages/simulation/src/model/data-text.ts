import { decodeCbor, encodeCbor } from '@navette/codec';

const bytesToText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Text of data, equal for equal data (deterministic CBOR). */
export const textOfData = (data: unknown): string => bytesToText(encodeCbor(data));

/** Text of the files that a document names. */
export const textOfFiles = (files: readonly { readonly fid: string }[] = []): string =>
	files.map(({ fid }) => ` ${fid}`).join('');

/** The same, from bytes that travelled. */
export const textOfWire = (bytes: Uint8Array): string => bytesToText(bytes);

/** Data of bytes kept by the engine: a byte of shape, then CBOR. */
export const storedToValue = (
	stored: Uint8Array,
): { readonly data: unknown; readonly text: string } => {
	const bytes = stored.subarray(1);
	const decoded = decodeCbor(bytes);
	if (!decoded.ok) throw new Error(`stored data are ${decoded.error}`);
	return { data: decoded.value, text: bytesToText(bytes) };
};
