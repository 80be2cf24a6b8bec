import type { Random } from '@navette/core';
import type { ContentCipher, ContentPlace } from '@navette/storage';
import type { KeyRing } from './key-ring.ts';
import { createSealer, keyOfSealed, type Place, SEALING_OVERHEAD } from './sealer.ts';

/*
 * associated   "org NUL content NUL part NUL 1 or 0 (the last or not)" in UTF-8
 * derivation   "content/" org
 */
const placeOf = ({ org, fid, index, isLast }: ContentPlace): Place => ({
	key: `content/${org}`,
	bound: [org, fid, index, isLast ? 1 : 0].join('\0'),
});

/** Seals the parts of contents, a key of its own for each organisation. Format: see `createSealer`. */
export const createContentCipher = (ring: () => KeyRing, random: Random): ContentCipher => {
	const sealer = createSealer(ring, random);
	return {
		overhead: SEALING_OVERHEAD,
		current() {
			const key = ring().keys.at(-1);
			if (!key) throw new Error('a key ring without a key');
			return key.id;
		},
		seal: (place, bytes, key) => sealer.sealWith(key, placeOf(place), bytes),
		open: (place, bytes) => sealer.open(placeOf(place), bytes),
		keyOf: keyOfSealed,
	};
};
