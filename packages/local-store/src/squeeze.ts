import { concatBytes } from '@navette/core';

const PLAIN = 0;
const DEFLATED = 1;
/** Below this many bytes the padding of the envelope hides more than compression saves. */
const WORTH_TRYING = 1_024;

const through = async (
	bytes: Uint8Array,
	transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> => {
	const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(transform);
	return new Uint8Array(await new Response(stream).arrayBuffer());
};

/** Above this many bytes a sample says first whether they get fewer: what is sealed does not. */
const WORTH_SAMPLING = 65_536;
const SAMPLES = 8;
const SAMPLE_BYTES = 1_024;

const deflate = (bytes: Uint8Array): Promise<Uint8Array> =>
	through(bytes, new CompressionStream('deflate-raw'));

const seemsWorthIt = async (bytes: Uint8Array): Promise<boolean> => {
	if (bytes.length < WORTH_SAMPLING) return true;
	const step = Math.floor((bytes.length - SAMPLE_BYTES) / (SAMPLES - 1));
	const sample = concatBytes(
		...Array.from({ length: SAMPLES }, (_, n) => bytes.subarray(n * step, n * step + SAMPLE_BYTES)),
	);
	return (await deflate(sample)).length < sample.length * 0.9;
};

/** One byte of method, then the bytes, deflated (RFC 1951) when they are many and get fewer. */
export const squeeze = async (bytes: Uint8Array): Promise<Uint8Array> => {
	if (bytes.length >= WORTH_TRYING && (await seemsWorthIt(bytes))) {
		const deflated = await deflate(bytes);
		if (deflated.length < bytes.length) return concatBytes(Uint8Array.of(DEFLATED), deflated);
	}
	return concatBytes(Uint8Array.of(PLAIN), bytes);
};

/** The bytes back. Called on what was sealed here, so anything else is a defect and throws. */
export const unsqueeze = async (squeezed: Uint8Array): Promise<Uint8Array> => {
	const bytes = squeezed.subarray(1);
	if (squeezed[0] === PLAIN) return bytes;
	if (squeezed[0] === DEFLATED) return through(bytes, new DecompressionStream('deflate-raw'));
	throw new Error(`unknown compression ${squeezed[0]}`);
};
