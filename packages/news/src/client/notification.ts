import type { NewsPayload } from '../model/index.ts';
import type { NewsBook, NewsOrganisation } from './news-book.ts';

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
 * What this device calls the organisation that a message names: two servers may have one of that code.
 * Without a server, the one that is called by its code.
 */
const nameOf = ({ organisations }: NewsBook, org: string, server: string | undefined): string => {
	const isHers = ([name, one]: readonly [string, NewsOrganisation]) =>
		(one.org ?? name) === org && one.server === server;
	return Object.entries(organisations).find(isHers)?.[0] ?? org;
};

/** An organisation of a book, unless it is of another server than the one that told. */
const organisationIn = (book: NewsBook, name: string, server: string | undefined) => {
	const found = book.organisations[name];
	const isAnothers = found?.server !== undefined && server !== undefined && found.server !== server;
	return isAnothers ? undefined : found;
};

/**
 * What a message of a server means on this device; nothing when it was shown already. `minute` is the time of day
 * in minutes. A message about a thread the device knows nothing of says just that something is new.
 */
export const composeNews = (
	book: NewsBook,
	payload: NewsPayload,
	minute: number,
	server?: string,
): readonly ShownNews[] => {
	const name = nameOf(book, payload.org, server);
	const organisation = organisationIn(book, name, server);
	if (organisation && payload.n <= organisation.shown) return [];
	return payload.threads.map(([reference, , urgent]) => {
		const known = organisation?.threads[reference];
		const words = book.names ? known?.sentence : known?.discreet;
		const sentence = (words ?? UNKNOWN)[book.language];
		return {
			tag: `${name}/${reference}`,
			title: 'Navette',
			body: urgent ? `${URGENT[book.language]}${sentence}` : sentence,
			isSilent: !urgent && isQuiet(book, minute),
			page: known?.page ?? `/${name}`,
		};
	});
};

/** The book once a message was shown. */
export const withShown = (book: NewsBook, { org, n }: NewsPayload, server?: string): NewsBook => {
	const name = nameOf(book, org, server);
	const organisation = organisationIn(book, name, server);
	if (!organisation) return book;
	const shown = { ...organisation, shown: Math.max(organisation.shown, n) };
	return { ...book, organisations: { ...book.organisations, [name]: shown } };
};
