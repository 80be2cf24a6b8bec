import type { Right } from '@navette/model';

/** A right as commands show it: `CO/dupleix.3`, `ADM`. */
export const rightToText = ({ usage, subject }: Right): string =>
	subject === '' ? usage : `${usage}/${subject}`;

/** A right from `CO/dupleix.3` or `ADM`; what the text may be is for the operation to say. */
export const textToRight = (text: string): Right => {
	const slash = text.indexOf('/');
	const usage = slash < 0 ? text : text.slice(0, slash);
	return { usage, subject: slash < 0 ? '' : text.slice(slash + 1), power: 1 };
};
