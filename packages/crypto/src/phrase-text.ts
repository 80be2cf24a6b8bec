/**
 * How a typed phrase is read, so that another keyboard or a stray space changes nothing: NFKC, every
 * run of white space becomes one space, none at either end. Case and accents are kept.
 */
export const normalisePhrase = (text: string): string =>
	text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
