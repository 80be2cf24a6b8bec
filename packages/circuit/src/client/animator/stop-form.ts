import { instantOf } from '@navette/core';
import type { Formats } from '@navette/ui/formats';
import type { DateChange, Stop } from '../../model/index.ts';

/** The distribution of a stop as people type it: `2025-06-14T18:00` in the organisation's time zone. */
export interface StopForm {
	readonly from: string;
	/** Empty = not said. */
	readonly until: string;
	readonly place: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as a field of date and time shows it. */
export const dateField = (at: number, formats: Pick<Formats, 'parts'>): string => {
	const { year, month, day, hour, minute } = formats.parts(at);
	return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
};

const FIELD = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** The instant that a field of date and time says; `undefined` when it says none. */
export const instantOfField = (text: string, timeZone: string): number | undefined => {
	const found = FIELD.exec(text);
	if (!found) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
	return instantOf(timeZone, { year, month, day, hour, minute, second: 0 });
};

/** The form of a stop. */
export const stopForm = (
	{ tDis, finDis, adrD }: Stop,
	formats: Pick<Formats, 'parts'>,
): StopForm => ({
	from: dateField(tDis, formats),
	until: finDis === undefined ? '' : dateField(finDis, formats),
	place: adrD,
});

/** What a form changes of a stop; `undefined` when a field says nothing that can be read. */
export const stopChanges = (
	form: StopForm,
	stop: Stop,
	gc: string,
	timeZone: string,
): DateChange[] | undefined => {
	const from = instantOfField(form.from, timeZone);
	const until = form.until === '' ? stop.finDis : instantOfField(form.until, timeZone);
	const place = form.place.trim();
	if (from === undefined || place === '') return undefined;
	if (form.until !== '' && until === undefined) return undefined;
	return [
		...(from === stop.tDis ? [] : [{ field: 'tDis', gc, to: from } as const]),
		...(until === undefined || until === stop.finDis
			? []
			: [{ field: 'finDis', gc, to: until } as const]),
		...(place === stop.adrD ? [] : [{ field: 'adrD', gc, to: place } as const]),
	];
};
