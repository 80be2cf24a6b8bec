import { parseDay } from '@navette/core';
import { instantOf, localTimeOf } from '../../model/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A calendar day `yyyymmdd` as a field for days holds it: `2025-06-14`. */
export const dayToText = (day: number): string => {
	const digits = String(day);
	return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
};

/** The day of such a text; `undefined` when it is none. */
export const textToDay = (text: string): number | undefined => {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
	return year === undefined ? undefined : parseDay(Number(`${year}${month}${day}`));
};

/** An instant as a field for moments holds it, on the clock of a place: `2025-06-12T20:00`. */
export const momentToText = (instant: number, timeZone: string): string => {
	const { day, hour, minute } = localTimeOf(instant, timeZone);
	return `${dayToText(day)}T${two(hour)}:${two(minute)}`;
};

/** The instant of such a text; `undefined` when it is none. */
export const textToMoment = (text: string, timeZone: string): number | undefined => {
	const [date = '', time = ''] = text.split('T');
	const day = textToDay(date);
	const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
	if (day === undefined || hour === undefined) return undefined;
	const local = { day, hour: Number(hour), minute: Number(minute) } as Parameters<
		typeof instantOf
	>[0];
	return instantOf(local, timeZone);
};
