import type { Formats } from '@navette/ui';

const WEEK = 6 * 86_400_000;

/** A date in a sentence: `tomorrow 20:00`, `Thursday 20:00`, `Thursday 10 December, 20:00`. */
export const whenText = (at: number, now: number, formats: Formats): string =>
	Math.abs(at - now) < WEEK
		? formats.moment(at, now)
		: `${formats.longDate(at)}, ${formats.time(at)}`;
