import type { Aead } from './aead.ts';
import { primitives } from './backend/select.ts';
import { memoryAead } from './memory-aead.ts';
import { webAead } from './web-aead.ts';

/**
 * Node's own cipher where it is: one asynchronous call for each small document costs more than the
 * cipher. Else the browser's, which JavaScript does not beat.
 */
export const defaultAead: Aead = primitives.name === 'webcrypto' ? webAead : memoryAead;
