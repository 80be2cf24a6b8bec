import { normalisePhrase } from './phrase-text.ts';
import { wordsOf } from './word-lists.ts';

/** Phrases that people type: the fewest bits, and the length, that we accept. */
export const MIN_PHRASE_BITS = 50;
export const MIN_PHRASE_LENGTH = 15;
export const MAX_PHRASE_LENGTH = 1024;

/** Why a typed phrase is not accepted. */
export type PhraseFault = 'short' | 'long' | 'weak';

export interface PhraseStrength {
	/** Logarithm of how many tries a guesser who knows people needs; an estimate, on the low side. */
	readonly bits: number;
	readonly fault: PhraseFault | undefined;
}

/** A word that a person picks out of a list is not drawn at random: less than the 12.9 bits of a draw. */
const BITS_OF_LISTED_WORD = 11;
const BITS_OF_LETTER = 2;
const BITS_OF_DIGIT = 3.3;
const BITS_OF_SIGN = 5;
const BITS_OF_YEAR = 6;

/** What hands type without thinking, and what everybody has read. */
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'azertyuiopqsdfghjklmwxcvbn']
	.concat(['qwertyuiopasdfghjklzxcvbnm', '&é"\'(-è_çà)='])
	.flatMap((run) => [run, [...run].reverse().join('')]);
const FAMOUS = [
	'correct horse battery staple',
	'password',
	'motdepasse',
	'mot de passe',
	'passw0rd',
]
	.concat(['il etait une fois', 'once upon a time', 'to be or not to be', 'etre ou ne pas etre'])
	.concat(['le corbeau et le renard', 'may the force be with you', 'que la force soit avec toi'])
	.concat([
		'la vie est belle',
		'i love you',
		'je t aime',
		'liberte egalite fraternite',
		'iloveyou',
	]);

/** Letters alone, lower case, without accents: what a guesser tries first. */
const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const bitsOfChar = (char: string): number => {
	if (/\p{L}/u.test(char)) return BITS_OF_LETTER;
	return /\d/.test(char) ? BITS_OF_DIGIT : BITS_OF_SIGN;
};

const follows = (before: string, char: string): boolean =>
	before === char || RUNS.some((run) => run.includes(before + char));

const bitsOfChars = (token: string): number => {
	let bits = 0;
	let before = '';
	for (const char of token) {
		bits += before !== '' && follows(before, char) ? 0.5 : bitsOfChar(char);
		before = char;
	}
	return bits;
};

const bitsOfToken = (token: string, isListed: (word: string) => boolean): number => {
	const byChars = bitsOfChars(token);
	if (/^(19|20)\d\d$/.test(token)) return Math.min(byChars, BITS_OF_YEAR);
	return token.length > 3 && isListed(token) ? BITS_OF_LISTED_WORD : byChars;
};

/** How hard a typed phrase is to guess, and whether we accept it. Loads both lists of words. */
export const estimatePhrase = async (text: string): Promise<PhraseStrength> => {
	const phrase = normalisePhrase(text);
	const lists = await Promise.all([wordsOf('en'), wordsOf('fr')]);
	const listed = new Set(lists.flat());
	let folded = fold(phrase).replace(/['’]/gu, ' ');
	let bits = 0;
	for (const famous of FAMOUS) {
		if (!folded.includes(famous)) continue;
		folded = folded.replaceAll(famous, ' ');
		bits += 5;
	}
	const seen = new Set<string>();
	for (const token of folded.split(/\s+/u).filter((part) => part !== '')) {
		bits += seen.has(token) ? 1 : bitsOfToken(token, (word) => listed.has(word));
		seen.add(token);
	}
	return { bits: Math.round(bits), fault: faultOf(phrase, bits) };
};

const faultOf = (phrase: string, bits: number): PhraseFault | undefined => {
	if (phrase.length > MAX_PHRASE_LENGTH) return 'long';
	if (bits < MIN_PHRASE_BITS) return phrase.length < MIN_PHRASE_LENGTH ? 'short' : 'weak';
	return phrase.length < MIN_PHRASE_LENGTH ? 'short' : undefined;
};
