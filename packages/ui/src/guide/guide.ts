import type { Language } from '../i18n/language.ts';

/** One sight of a guided tour. */
export interface GuideStep {
	readonly title: Readonly<Record<Language, string>>;
	readonly text: Readonly<Record<Language, string>>;
	/** where to be, below the role; absent = where one is */
	readonly path?: string;
	/** selector of what is outlined there; the first that is found */
	readonly target?: string;
}

/** Words read in a minute by somebody who also looks. */
const PACE = 130;

/** Minutes that a tour takes to read. */
export const minutesOf = (steps: readonly GuideStep[], language: Language): number =>
	steps.reduce((sum, { text }) => sum + text[language].split(/\s+/).length, 0) / PACE;
