import type { NewsPayload } from '../model/index.ts';
import type { NewsBook } from './news-book.ts';

/** What is shown to a person, once for each thread. */
export interface ShownNews {
	/** Replaces an earlier one of the same thread. */
	readonly tag: string;
	readonly title: string;
	readonly body: string;
	/** Shown without a sound. */
	readonly isSilent: boolean;
	/** Path of the application where a click leads. */
	readonly page: string;
}

const UNKNOWN = { fr: 'Il y a du nouveau.', en: 'There is something new.' };
const URGENT = { fr: 'Urgent. ', en: 'Urgent. ' };

const isQuiet = ({ quiet }: NewsBook, minute: number): boolean => {
	if (!quiet) return false;
	const { from, to } = quiet;
	return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
};

/**
 * What a message means on this device; nothing when it was shown already. `minute` is the time of day
 * in minutes. A message about a thread the device knows nothing of says just that something is new.
 */
export const composeNews = (
	book: NewsBook,
	payload: NewsPayload,
	minute: number,
): readonly ShownNews[] => {
	const organisation = book.organisations[payload.org];
	if (organisation && payload.n <= organisation.shown) return [];
	return payload.threads.map(([reference, , urgent]) => {
		const known = organisation?.threads[reference];
		const words = book.names ? known?.sentence : known?.discreet;
		const sentence = (words ?? UNKNOWN)[book.language];
		return {
			tag: `${payload.org}/${reference}`,
			title: 'Navette',
			body: urgent ? `${URGENT[book.language]}${sentence}` : sentence,
			isSilent: !urgent && isQuiet(book, minute),
			page: known?.page ?? `/${payload.org}`,
		};
	});
};

/** The book once a message was shown. */
export const withShown = (book: NewsBook, { org, n }: NewsPayload): NewsBook => {
	const organisation = book.organisations[org];
	if (!organisation) return book;
	const shown = { ...organisation, shown: Math.max(organisation.shown, n) };
	return { ...book, organisations: { ...book.organisations, [org]: shown } };
};
