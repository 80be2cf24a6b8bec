import { type Failure, failure } from '@navette/core';
import type { Account } from '@navette/model';
import { ADMINISTRATOR } from './access-types.ts';

/** Whether an account administers its organisation. */
export const isAdministrator = (account: Account): boolean =>
	account.rights.some((right) => right.usage === ADMINISTRATOR);

/** Admits those who administer the organisation. */
export const administrators = (account: Account): Failure | undefined =>
	isAdministrator(account) ? undefined : failure('E-RIGHT');
