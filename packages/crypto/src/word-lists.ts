/** Languages in which phrases are generated. */
export type PhraseLanguage = 'en' | 'fr';

/** The 7776 words of a language, loaded when first asked for (about 25 kB compressed). */
export const wordsOf = async (language: PhraseLanguage): Promise<readonly string[]> =>
	language === 'fr'
		? (await import('./words/french.ts')).FRENCH_WORDS
		: (await import('./words/english.ts')).ENGLISH_WORDS;
