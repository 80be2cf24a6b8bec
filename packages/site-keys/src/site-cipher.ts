import type { Random } from '@navette/core';
import type { RowCipher, RowContext } from '@navette/storage';
import type { KeyRing } from './key-ring.ts';
import { createSealer, type Place } from './sealer.ts';

/*
 * associated   "org NUL table NUL length of row NUL row… NUL version" in UTF-8
 * derivation   table "/" org
 */
const placeOf = ({ org, table, row, version }: RowContext): Place => ({
	key: `${table}/${org}`,
	bound: [org, table, row.length, ...row, version].join('\0'),
});

/**
 * Seals rows, a key of its own for each table of an organisation. The ring is asked each time, so
 * that a new key seals from one write to the next. Format: see `createSealer`.
 */
export const createSiteCipher = (ring: () => KeyRing, random: Random): RowCipher => {
	const sealer = createSealer(ring, random);
	return {
		seal: (context, bytes) => sealer.seal(placeOf(context), bytes),
		open: (context, bytes) => sealer.open(placeOf(context), bytes),
	};
};
