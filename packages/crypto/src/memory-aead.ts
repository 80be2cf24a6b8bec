import type { Aead } from './aead.ts';
import { symmetric } from './backend/select.ts';

/** AES-GCM that answers at once, under a key whose bytes stay in memory: Node's own where it is. */
export const memoryAead: Aead = (raw) => {
	const key = raw.slice();
	return {
		seal: (iv, associated, plain) => symmetric.aesGcmSeal(key, iv, associated, plain),
		open: (iv, associated, sealed) => symmetric.aesGcmOpen(key, iv, associated, sealed),
	};
};
