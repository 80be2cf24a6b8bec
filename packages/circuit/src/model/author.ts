import type { Right } from '@navette/model';

/** Who wrote a value, as kept beside it (`par`): the right used, and the person's own first name. */
export interface Author {
	/** `CO/dupleix.3`, `GC/dupleix`… */
	readonly right: string;
	/** What the person calls himself; several persons may hold one right. */
	readonly name?: string;
}

/** The `par` of a value: `CO/dupleix.3`, or `CO/dupleix.3 Paul`. */
export const authorMark = (right: Pick<Right, 'usage' | 'subject'>, name?: string): string => {
	const code = right.subject === '' ? right.usage : `${right.usage}/${right.subject}`;
	const shown = nameOfAccount(name ?? '').slice(0, 40);
	return shown === '' ? code : `${code} ${shown}`;
};

/** Reads a `par` back. */
export const parseAuthorMark = (mark: string): Author => {
	const space = mark.indexOf(' ');
	return space < 0 ? { right: mark } : { right: mark.slice(0, space), name: mark.slice(space + 1) };
};

/** What is added to a name so that two persons of one name are two accounts. */
const SUFFIX = /-[0-9a-f]{16}$/;

/** Account of somebody who is given a secret: his name without accents, and part of its hash. */
export const accountOf = (name: string, hash: string): string => {
	const plain = name
		.normalize('NFD')
		.replaceAll(/[^A-Za-z0-9_ -]/g, '')
		.trim()
		.replaceAll(/\s+/g, '-');
	return `${plain.slice(0, 40) || 'x'}-${hash.slice(0, 16)}`;
};

/** An account made of the key of its holder: nobody's name. */
const HOLDER = /^[A-Za-z0-9_-]{22}$/;

/** The name in an account, as people are shown it; empty for one that follows from a key. */
export const nameOfAccount = (account: string): string =>
	HOLDER.test(account) && !SUFFIX.test(account) ? '' : account.replace(SUFFIX, '');
