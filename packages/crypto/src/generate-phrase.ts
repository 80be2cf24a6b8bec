import type { Random } from '@navette/core';
import { type PhraseLanguage, wordsOf } from './word-lists.ts';

/** Five words of 7776 = 64.6 bits. */
export const PHRASE_WORDS = 5;

/**
 * A phrase drawn at random, its words separated by spaces: what is proposed by default wherever
 * somebody must choose a secret. The list of words is loaded when it is first asked for.
 */
export const generatePhrase = async (
	language: PhraseLanguage,
	deps: { readonly random: Random },
	count: number = PHRASE_WORDS,
): Promise<string> => {
	const words = await wordsOf(language);
	return Array.from({ length: count }, () => words[drawBelow(words.length, deps.random)]).join(' ');
};

/** A number below `limit` (at most 65,536), each as likely: what would favour some is drawn again. */
const drawBelow = (limit: number, random: Random): number => {
	const fair = 65_536 - (65_536 % limit);
	for (;;) {
		const [high = 0, low = 0] = random.bytes(2);
		const value = high * 256 + low;
		if (value < fair) return value % limit;
	}
};
