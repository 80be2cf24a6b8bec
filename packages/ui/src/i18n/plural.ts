import type { Language } from './language.ts';

/** Forms of a counted word. `zero` is optional and wins for 0; `other` is the general form. */
export interface PluralForms {
	readonly zero?: string;
	readonly one: string;
	readonly other: string;
}

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
	fr: new Intl.PluralRules('fr'),
	en: new Intl.PluralRules('en'),
};

/**
 * The form for a count in a language: `plural('fr', 1.5, { one: 'cagette', other: 'cagettes' })` is
 * `cagette`, as French counts below 2; English says `crates`.
 */
export const plural = (language: Language, count: number, forms: PluralForms): string => {
	if (count === 0 && forms.zero !== undefined) return forms.zero;
	return rules[language].select(count) === 'one' ? forms.one : forms.other;
};
