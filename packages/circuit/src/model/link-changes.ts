import { err, ok, type Result } from '@navette/core';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';
import type { LinkState } from './sheets.ts';

/** What one side does with a link. */
export type LinkVerb = 'propose' | 'accept' | 'suspend';

/** Both sides of the link of a group and a groupement; absent = this side knows nothing of it. */
export interface LinkSides {
	readonly own: LinkState | undefined;
	readonly other: LinkState | undefined;
}

const ownAfter = (verb: LinkVerb, own: LinkState | undefined): LinkState | undefined => {
	if (verb === 'propose') return 'actif';
	if (verb === 'accept') return own === undefined ? undefined : 'actif';
	return own === undefined ? undefined : 'suspendu';
};

/**
 * Both sides after one of them proposed, accepted or suspended. A proposal shows on the other side as
 * a request; each side only ever says yes or no for itself. `E-LIEN` nothing to accept or suspend.
 */
export const changeLink = (
	verb: LinkVerb,
	{ own, other }: LinkSides,
): Result<LinkSides, Failure> => {
	const next = ownAfter(verb, own);
	if (next === undefined) return err(failure('E-LIEN'));
	return ok({ own: next, other: other ?? 'demande' });
};

interface Link {
	readonly st: LinkState;
	readonly t: Instant;
}

/** Links of a sheet with one of them set; its instant is that of its last change. */
export const withLink = <L extends Link>(
	links: readonly L[],
	link: L,
	same: (one: L) => boolean,
) => {
	const current = links.find(same);
	if (current?.st === link.st) return [...links];
	return [...links.filter((one) => !same(one)), link];
};
