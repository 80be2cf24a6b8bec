import type { Failure } from '@navette/core';
import type { Account } from '@navette/model';
import { generalEntries } from './inputs.ts';
import { whoAmong } from './rights.ts';

/** The photo of a product, and the right under which it is written. */
export const photoEntries = generalEntries;

/** The groupement of a product, and the producer whose it is. */
export const whoShows = (
	account: Account,
	{ right, gp, prod }: { readonly right: string; readonly gp: string; readonly prod: string },
): Failure | undefined => whoAmong('GP', 'PR')(account, { right, gp, pr: prod.split('.')[0] });
