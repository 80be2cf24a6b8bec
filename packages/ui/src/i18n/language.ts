/** The languages every screen is complete in. */
export type Language = 'fr' | 'en';

export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** Name of a language in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
	fr: 'Français',
	en: 'English',
};

/** The language to start with, from what the browser asks (`fr-CA` → `fr`); English otherwise. */
export const languageOf = (asked: readonly string[]): Language => {
	for (const tag of asked) {
		const base = tag.toLowerCase().split('-')[0];
		const found = LANGUAGES.find((language) => language === base);
		if (found) return found;
	}
	return 'en';
};
