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
	return name === undefined || name === '' ? code : `${code} ${name.slice(0, 40)}`;
};

/** Reads a `par` back. */
export const parseAuthorMark = (mark: string): Author => {
	const space = mark.indexOf(' ');
	return space < 0 ? { right: mark } : { right: mark.slice(0, space), name: mark.slice(space + 1) };
};
