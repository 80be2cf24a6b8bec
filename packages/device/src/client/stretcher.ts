import type { StretchLabel } from '@navette/crypto';

/**
 * `stretch` of `crypto`, wherever it runs: in a browser a worker does it, so that the page stays alive
 * and its own policy lets no WebAssembly in.
 */
export type Stretcher = (
	secret: readonly string[],
	salt: readonly string[],
	purpose: StretchLabel,
) => Promise<Uint8Array>;
