import { err, ok, type Result } from '@navette/core';
import { type Failure, failure } from './errors.ts';
import type { GroupSheet } from './sheets.ts';

/** Accesses given on a sheet. */
export type Accesses = GroupSheet['acces'];
export type GivenAccess = Accesses[number];

/** Accesses of one sheet, at most. */
export const MAX_ACCESSES = 50;

/** Accesses with one more; `E-DEJA` its name or its secret is taken, or there are fifty. */
export const withAccess = (list: Accesses, given: GivenAccess): Result<Accesses, Failure> => {
	const isTaken = list.some(({ lab, hash }) => lab === given.lab || hash === given.hash);
	return isTaken || list.length >= MAX_ACCESSES
		? err(failure('E-DEJA', { lab: given.lab }))
		: ok([...list, given]);
};

/**
 * Accesses without one, by its name. `E-VIDE` none of that name; `E-DERNIER` the last main one that
 * somebody holds, when the sheet must keep one. `waiting`: offers that nobody has taken up.
 */
export const withoutAccess = (
	list: Accesses,
	lab: string,
	keepsMain: boolean,
	waiting: ReadonlySet<string> = new Set(),
): Result<{ readonly list: Accesses; readonly gone: GivenAccess }, Failure> => {
	const isMain = ({ pw, hash }: GivenAccess): boolean => pw === 1 && !waiting.has(hash);
	const gone = list.find((one) => one.lab === lab);
	if (!gone) return err(failure('E-VIDE', { lab }));
	const rest = list.filter((one) => one !== gone);
	const isLast = isMain(gone) && !rest.some(isMain);
	return keepsMain && isLast ? err(failure('E-DERNIER', { lab })) : ok({ list: rest, gone });
};
