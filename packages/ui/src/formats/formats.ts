import type { Language } from '../i18n/language.ts';
import { type AmountFormats, createAmountFormats } from './amounts.ts';
import { createInstantFormats, type InstantFormats } from './instants.ts';
import { createRelativeFormats, type RelativeFormats } from './relative.ts';

/** Every text made of a value, in one language and in the time zone of the organisation. */
export interface Formats extends AmountFormats, InstantFormats, RelativeFormats {
	readonly language: Language;
	readonly timeZone: string;
}

/** The time zone of an organisation that names none. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';

export const createFormats = (language: Language, timeZone = DEFAULT_TIME_ZONE): Formats => {
	const instants = createInstantFormats(language, timeZone);
	return {
		language,
		timeZone,
		...createAmountFormats(language),
		...instants,
		...createRelativeFormats(language, timeZone, instants),
	};
};
