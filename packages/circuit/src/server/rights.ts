import type { Failure } from '@navette/core';
import type { Account, Right } from '@navette/model';
import { authorMark, failure, type Holder, holderOf, type Role } from '../model/index.ts';
import { toFailure } from './failures.ts';

/** A right of the circuit, and who the person is when using it. */
export interface UsedRight {
	readonly right: Right;
	readonly holder: Holder;
}

/** Rights of the circuit that an account holds. */
export const rightsOf = (account: Account): readonly UsedRight[] =>
	account.rights.flatMap((right) => {
		const holder = holderOf(right);
		return holder ? [{ right, holder }] : [];
	});

/** The right that a text (`CO/dupleix.3`) names, if the account holds it. */
export const heldRight = (account: Account, text: string): UsedRight | undefined =>
	rightsOf(account).find(({ right }) => authorMark(right) === text);

/** What an operation is about, to be compared with the subject of the right it names. */
export interface Subject {
	readonly right: string;
	readonly gc?: string | undefined;
	readonly co?: string | undefined;
	readonly gp?: string | undefined;
	readonly pr?: string | undefined;
}

const reaches = (holder: Holder, subject: Subject): boolean => {
	switch (holder.role) {
		case 'CO':
			return holder.gc === subject.gc && holder.co === subject.co;
		case 'GC':
			return holder.gc === subject.gc;
		case 'GP':
			return holder.gp === subject.gp;
		case 'PR':
			return holder.gp === subject.gp && holder.pr === subject.pr;
		default:
			// An administrator has no subject of his own: what names him admits him everywhere.
			return true;
	}
};

/** Admits the roles named, on their own subject only: `E-DROIT` otherwise. Reads no document. */
export const whoAmong =
	(...roles: readonly Role[]) =>
	(account: Account, subject: Subject): Failure | undefined => {
		const used = heldRight(account, subject.right);
		return used && roles.includes(used.holder.role) && reaches(used.holder, subject)
			? undefined
			: toFailure(failure('E-DROIT', { right: subject.right }));
	};

/** Admits whoever holds the right he names; what it allows is decided with the documents at hand. */
export const holding = (account: Account, { right }: { readonly right: string }) =>
	heldRight(account, right) ? undefined : toFailure(failure('E-DROIT', { right }));

/** As `whoAmong`, for the main holders of a group or groupement only: a helper is refused. */
export const whoMainAmong = (...roles: readonly Role[]) => {
	const who = whoAmong(...roles);
	return (account: Account, subject: Subject): Failure | undefined => {
		const holder = heldRight(account, subject.right)?.holder;
		const isHelper = (holder?.role === 'GC' || holder?.role === 'GP') && holder.power !== 1;
		return isHelper
			? toFailure(failure('E-DROIT', { right: subject.right, pouvoir: 2 }))
			: who(account, subject);
	};
};

/** The right of an operation that `whoAmong` has admitted. */
export const admittedRight = (account: Account, text: string): UsedRight => {
	const used = heldRight(account, text);
	if (!used) throw new Error(`right ${text} was not admitted`);
	return used;
};
