import { LANGUAGES, type Language } from '../i18n/language.ts';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';
export type Density = 'comfortable' | 'compact';

/** What a person chose for this device. */
export interface Preferences {
	readonly language: Language;
	readonly theme: ThemeChoice;
	readonly density: Density;
	/** whether single-letter shortcuts are on (WCAG 2.1.4) */
	readonly letterKeys: boolean;
}

export const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];
export const DENSITIES: readonly Density[] = ['comfortable', 'compact'];

/** Where preferences are kept; text in, text out, `undefined` when nothing is kept. */
export interface PreferenceStore {
	read(): string | undefined;
	write(text: string): void;
}

const oneOf = <T>(values: readonly T[], value: unknown, otherwise: T): T =>
	values.find((known) => known === value) ?? otherwise;

const parsed = (text: string): Readonly<Record<string, unknown>> => {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch (error) {
		if (error instanceof SyntaxError) return {};
		throw error;
	}
};

/** Preferences from their kept text; whatever is absent or not understood takes its default. */
export const parsePreferences = (text: string | undefined, language: Language): Preferences => {
	const kept = parsed(text ?? '{}');
	return {
		language: oneOf(LANGUAGES, kept.language, language),
		theme: oneOf(THEMES, kept.theme, 'system'),
		density: oneOf(DENSITIES, kept.density, 'comfortable'),
		letterKeys: kept.letterKeys !== false,
	};
};
