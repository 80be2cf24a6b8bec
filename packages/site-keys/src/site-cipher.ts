import type { Random } from '@navette/core';
import type { RowCipher, RowContext } from '@navette/storage';
import type { KeyRing } from './key-ring.ts';
import { createSealer, type Place } from './sealer.ts';

/*
 * associated   "org NUL table NUL length of row NUL row… NUL version" in UTF-8
 * derivation   table "/" org
 */
const boundOf = ({ org, table, row, version }: RowContext): string => {
	let bound = `${org}\0${table}\0${row.length}`;
	for (const part of row) bound += `\0${part}`;
	return `${bound}\0${version}`;
};

/** Names of derived keys, each one text for good: a look-up by it reads no letter again. */
const createKeyNames = () => {
	const known = new Map<string, Map<string, string>>();
	return ({ org, table }: RowContext): string => {
		let names = known.get(org);
		if (!names) {
			names = new Map();
			known.set(org, names);
		}
		let name = names.get(table);
		if (name === undefined) {
			name = `${table}/${org}`;
			names.set(table, name);
		}
		return name;
	};
};

/**
 * Seals rows, a key of its own for each table of an organisation. The ring is asked each time, so
 * that a new key seals from one write to the next. Format: see `createSealer`.
 */
export const createSiteCipher = (ring: () => KeyRing, random: Random): RowCipher => {
	const sealer = createSealer(ring, random);
	const nameOf = createKeyNames();
	const placeOf = (context: RowContext): Place => ({
		key: nameOf(context),
		bound: boundOf(context),
	});
	return {
		seal: (context, bytes) => sealer.seal(placeOf(context), bytes),
		open: (context, bytes) => sealer.open(placeOf(context), bytes),
	};
};
