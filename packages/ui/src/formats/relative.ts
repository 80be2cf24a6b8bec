import { dayNumberIn } from '@navette/core';
import type { Language } from '../i18n/language.ts';
import { plural } from '../i18n/plural.ts';
import type { InstantFormats } from './instants.ts';

/** Words that place an instant with regard to now. */
export interface RelativeFormats {
	/** `in 2 days`, `dans 3 h`, `il y a 5 min`, `tomorrow`: days are those of the calendar */
	relative(instant: number, now: number): string;
	/** `aujourd'hui 20:00`, `Thursday 20:00` within the week, `14/06/2025 20:00` beyond */
	moment(instant: number, now: number): string;
	/** how old something is: `just now`, `3 min`, `2 h`, `4 days` */
	age(instant: number, now: number): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const WORDS = {
	fr: { now: 'à l’instant', in: 'dans ', ago: 'il y a ', after: '' },
	en: { now: 'just now', in: 'in ', ago: '', after: ' ago' },
} as const;

const DAYS = {
	fr: new Map([
		[-1, 'hier'],
		[0, 'aujourd’hui'],
		[1, 'demain'],
	]),
	en: new Map([
		[-1, 'yesterday'],
		[0, 'today'],
		[1, 'tomorrow'],
	]),
} as const;

const span = (ms: number): string => {
	const minutes = Math.max(1, Math.round(ms / MINUTE));
	return minutes < 60 ? `${minutes} min` : `${Math.round(ms / HOUR)} h`;
};

const days = (language: Language, count: number): string => {
	const word = language === 'fr' ? ['jour', 'jours'] : ['day', 'days'];
	const [one = '', other = ''] = word;
	return `${count} ${plural(language, count, { one, other })}`;
};

export const createRelativeFormats = (
	language: Language,
	timeZone: string,
	instants: InstantFormats,
): RelativeFormats => {
	const words = WORDS[language];
	const daysAway = (instant: number, now: number) =>
		dayNumberIn(timeZone, instant) - dayNumberIn(timeZone, now);
	const relative = (instant: number, now: number): string => {
		const ms = instant - now;
		if (Math.abs(ms) < MINUTE / 2) return words.now;
		const away = daysAway(instant, now);
		const near = Math.abs(ms) < 12 * HOUR;
		if (!near && DAYS[language].has(away)) return DAYS[language].get(away) ?? '';
		const text = near ? span(Math.abs(ms)) : days(language, Math.abs(away));
		return ms > 0 ? `${words.in}${text}` : `${words.ago}${text}${words.after}`;
	};
	return {
		relative,
		moment: (instant, now) => {
			const away = daysAway(instant, now);
			const named = DAYS[language].get(away);
			if (named !== undefined) return `${named} ${instants.time(instant)}`;
			if (away > 1 && away < 7) return `${instants.weekday(instant)} ${instants.time(instant)}`;
			return instants.dateTime(instant);
		},
		age: (instant, now) => {
			const ms = Math.max(0, now - instant);
			if (ms < MINUTE / 2) return words.now;
			return ms < 24 * HOUR ? span(ms) : days(language, Math.floor(ms / (24 * HOUR)));
		},
	};
};
