import { err, ok, type Result } from '@navette/core';
import { padmeLength } from './padme.ts';

const LENGTH_BYTES = 4;

/** Longest content of one envelope, in bytes. */
const MAX_PLAINTEXT = 2 ** 31;

/** Length of some data once padded. Longer than the limit throws. */
export const paddedLength = (data: Uint8Array): number => {
	if (data.length > MAX_PLAINTEXT) throw new Error('content too long for one envelope');
	return padmeLength(LENGTH_BYTES + data.length);
};

/** Writes `length (u32, big endian) ‖ data ‖ zeros` over `target`, which has the padded length. */
export const padInto = (target: Uint8Array, data: Uint8Array): void => {
	new DataView(target.buffer, target.byteOffset).setUint32(0, data.length);
	target.set(data, LENGTH_BYTES);
	target.fill(0, LENGTH_BYTES + data.length);
};

/** `length (u32, big endian) ‖ data ‖ zeros` up to a Padmé length. Longer than the limit throws. */
export const padPlaintext = (data: Uint8Array): Uint8Array<ArrayBuffer> => {
	const padded = new Uint8Array(paddedLength(data));
	padInto(padded, data);
	return padded;
};

/** The data of a padded plaintext, when it is the one that `padPlaintext` makes of them. */
export const unpadPlaintext = (padded: Uint8Array): Result<Uint8Array, 'padding'> => {
	if (padded.length < LENGTH_BYTES) return err('padding');
	const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
	const end = LENGTH_BYTES + length;
	if (end > padded.length || padmeLength(end) !== padded.length) return err('padding');
	for (let at = end; at < padded.length; at++) if (padded[at] !== 0) return err('padding');
	return ok(padded.subarray(LENGTH_BYTES, end));
};
