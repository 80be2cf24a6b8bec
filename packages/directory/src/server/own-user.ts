import { type Failure, failure } from '@navette/core';
import type { Account } from '@navette/model';
import { USER_USAGE } from '../model/index.ts';

/** The user whose session this is, or `undefined`. */
export const userOf = (account: Account): string | undefined =>
	account.rights.some(({ usage, subject }) => usage === USER_USAGE && subject === account.id)
		? account.id
		: undefined;

/** Admits users of the directory. */
export const users = (account: Account): Failure | undefined =>
	userOf(account) === undefined ? failure('E-RIGHT') : undefined;
