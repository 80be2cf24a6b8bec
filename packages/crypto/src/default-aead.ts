import type { Aead } from './aead.ts';
import { nativeSymmetric } from './backend/symmetric-of-node.ts';
import { webAead } from './web-aead.ts';

/**
 * Node's own cipher where it is: one asynchronous call for each small document costs more than the
 * cipher. Else the browser's, which JavaScript does not beat.
 */
export const defaultAead: Aead = (raw) =>
	nativeSymmetric ? nativeSymmetric.aesGcm(raw.slice()) : webAead(raw);
