import { type InstantParts, instantPartsIn } from '@navette/core';
import type { Language } from '../i18n/language.ts';

/** Texts of instants (ms UTC) and delivery days in one language and one time zone, 24 h clock. */
export interface InstantFormats {
	/** `14/06/2025` / `14 Jun 2025` */
	date(instant: number): string;
	/** `20:00` */
	time(instant: number): string;
	/** `14/06/2025 20:00` / `14 Jun 2025, 20:00` */
	dateTime(instant: number): string;
	/** `samedi 14 juin` / `Saturday 14 June` */
	longDate(instant: number): string;
	/** `sam. 14 juin` / `Sat 14 Jun` */
	shortDate(instant: number): string;
	/** `jeudi` / `Thursday` */
	weekday(instant: number): string;
	/** a delivery code `20250614` or `20250614a` → `samedi 14 juin`; with the year if asked */
	day(code: string, style?: 'long' | 'short' | 'date'): string;
	/** year, month … second at an instant, in the time zone */
	parts(instant: number): InstantParts;
}

type Options = Intl.DateTimeFormatOptions;

/** English keeps no comma between weekday and day: `Saturday 14 June`. */
const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

const DAY_CODE = /^(\d{4})(\d{2})(\d{2})([a-z]?)$/;

const STYLES: Readonly<Record<'date' | 'long' | 'short', Readonly<Record<Language, Options>>>> = {
	date: {
		fr: { day: '2-digit', month: '2-digit', year: 'numeric' },
		en: { day: 'numeric', month: 'short', year: 'numeric' },
	},
	long: {
		fr: { weekday: 'long', day: 'numeric', month: 'long' },
		en: { weekday: 'long', day: 'numeric', month: 'long' },
	},
	short: {
		fr: { weekday: 'short', day: 'numeric', month: 'short' },
		en: { weekday: 'short', day: 'numeric', month: 'short' },
	},
};

export const createInstantFormats = (language: Language, timeZone: string): InstantFormats => {
	const made = (options: Options, zone: string) => {
		const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: zone });
		return (instant: number) => format.format(instant).replace(/^(\p{L}+\.?), /u, '$1 ');
	};
	const date = made(STYLES.date[language], timeZone);
	const time = made({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timeZone);
	const inUtc = {
		date: made(STYLES.date[language], 'UTC'),
		long: made(STYLES.long[language], 'UTC'),
		short: made(STYLES.short[language], 'UTC'),
	};
	return {
		date,
		time,
		dateTime: (instant) => `${date(instant)}${language === 'fr' ? ' ' : ', '}${time(instant)}`,
		longDate: made(STYLES.long[language], timeZone),
		shortDate: made(STYLES.short[language], timeZone),
		weekday: made({ weekday: 'long' }, timeZone),
		day: (code, style = 'long') => {
			const [, year, month, day, suffix = ''] = code.match(DAY_CODE) ?? [];
			if (year === undefined) return code;
			const instant = Date.UTC(Number(year), Number(month) - 1, Number(day));
			return `${inUtc[style](instant)}${suffix === '' ? '' : ` (${suffix})`}`;
		},
		parts: (instant) => instantPartsIn(timeZone, instant),
	};
};
