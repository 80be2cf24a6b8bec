import type { Formats } from './formats.ts';

/** What a field of dates holds: a day `2025-06-14`, a time `20:00`, both `2025-06-14T20:00`. */
export type MomentKind = 'day' | 'moment' | 'time';

const HELD: Readonly<Record<MomentKind, RegExp>> = {
	day: /^\d{4}-\d{2}-\d{2}$/,
	moment: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/,
	time: /^\d{2}:\d{2}$/,
};

/** A text that has no more to come: a year of two digits may be the beginning of one of four. */
const WHOLE: Readonly<Record<MomentKind, RegExp>> = {
	day: /\d{4}$|^\d{4}-\d{2}-\d{2}$/,
	moment: /\d{2}\D?\d{2}$/,
	time: /^\d{2}\D?\d{2}$/,
};

/** Beginnings of the names of the months, without accents, in French and in English. */
const MONTHS = 'jan|fev feb|mar|avr apr|mai may|juin jun|juil jul|aou aug|sep|oct|nov|dec'.split(
	'|',
);

const two = (value: number | string): string => String(value).padStart(2, '0');

const bare = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[\s,]/)
		.filter((word) => word !== '')
		.join(' ');

const monthOf = (text: string): number => {
	if (/^\d+$/.test(text)) return Number(text);
	const starts = (name: string) => text.startsWith(name);
	return MONTHS.findIndex((names) => names.split(' ').some(starts)) + 1;
};

const heldDay = (year: string, month: number, day: number): string | undefined => {
	const full = year.length === 2 ? 2000 + Number(year) : Number(year);
	const then = new Date(Date.UTC(full, month - 1, day));
	const isDay = then.getUTCMonth() === month - 1 && then.getUTCDate() === day && full >= 1970;
	return isDay ? `${full}-${two(month)}-${two(day)}` : undefined;
};

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY = /^(\d{1,2})[ /.-](\d{1,2}|[a-z]{3,9}\.?)[ /.-](\d{4}|\d{2})$/;

const readDay = (text: string): string | undefined => {
	const iso = ISO_DAY.exec(text);
	if (iso) return heldDay(iso[1] ?? '', Number(iso[2]), Number(iso[3]));
	const [, day = '', month = '', year = ''] = DAY.exec(text) ?? [];
	return year === '' ? undefined : heldDay(year, monthOf(month), Number(day));
};

const TIME = /^(\d{1,2})(?: ?[h:.] ?(\d{2})?)? ?(am|pm)?$/;

const readTime = (text: string): string | undefined => {
	const joined = /^\d{4}$/.test(text) ? `${text.slice(0, 2)}:${text.slice(2)}` : text;
	const [, hours = '', minutes = '0', half] = TIME.exec(joined) ?? [];
	if (hours === '' || Number(minutes) > 59) return undefined;
	const hour = Number(hours);
	if (half === undefined) return hour > 23 ? undefined : `${two(hour)}:${two(minutes)}`;
	if (hour < 1 || hour > 12) return undefined;
	return `${two((hour % 12) + (half === 'pm' ? 12 : 0))}:${two(minutes)}`;
};

/** A day, then a time: a space, `T`, `à` or `at` between them. */
const MOMENT =
	/^(.*\d{2})(?: at? | t|t| )((?:\d{1,2} ?[h:.] ?(?:\d{2})?|\d{4}|\d{1,2})(?: ?[ap]m)?)$/;

const readMoment = (text: string): string | undefined => {
	const [, day = '', time = ''] = MOMENT.exec(text) ?? [];
	const [readableDay, readableTime] = [readDay(day), readTime(time)];
	return readableDay && readableTime ? `${readableDay}T${readableTime}` : undefined;
};

const READERS = { day: readDay, moment: readMoment, time: readTime } as const;

/**
 * What a person typed as a field holds it; `undefined` when it is no day, time or moment. The day
 * comes first (`14/6/2025`, `14.06.25`, `14 juin 2025`, `14 Jun 2025`, `2025-06-14`), the time is
 * `20:00`, `20h`, `20 h 30`, `2030` or `8:30 pm`.
 */
export const parseMoment = (kind: MomentKind, text: string): string | undefined =>
	READERS[kind](bare(text));

/** As {@link parseMoment}, while somebody still types: only of a text that has no more to come. */
export const parseWholeMoment = (kind: MomentKind, text: string): string | undefined =>
	WHOLE[kind].test(text.trim()) ? parseMoment(kind, text) : undefined;

/** What a field holds as it is read: `14/06/2025 20:00`, `14 Jun 2025, 20:00`; other texts as they are. */
export const momentText = (
	kind: MomentKind,
	held: string,
	{ day, language }: Pick<Formats, 'day' | 'language'>,
): string => {
	if (!HELD[kind].test(held) || kind === 'time') return held;
	const [date = '', time] = held.split('T');
	const said = day(date.replaceAll('-', ''), 'date');
	return time === undefined ? said : `${said}${language === 'fr' ? ' ' : ', '}${time}`;
};

/** Whether a text is what a field of this kind holds. */
export const isHeldMoment = (kind: MomentKind, text: string): boolean =>
	HELD[kind].test(text) && text === parseMoment(kind, text);

const MINUTE = 60_000;
const STEPS: Readonly<Record<MomentKind, number>> = {
	day: 24 * 60 * MINUTE,
	moment: 24 * 60 * MINUTE,
	time: 15 * MINUTE,
};

/** The next day, or the next quarter of an hour of a time, and the one before it. */
export const stepMoment = (kind: MomentKind, held: string, steps: number): string => {
	if (!isHeldMoment(kind, held)) return held;
	const [day, time] = kind === 'time' ? ['2000-01-01', held] : held.split('T');
	const at = Date.parse(`${day}T${time ?? '00:00'}Z`) + steps * STEPS[kind];
	const iso = new Date(at).toISOString();
	return { day: iso.slice(0, 10), moment: iso.slice(0, 16), time: iso.slice(11, 16) }[kind];
};
