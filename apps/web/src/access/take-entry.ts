import { type Entry, parseEntry, parseSponsor } from './entry.ts';

/** What the link that opened the page carried. */
export interface Arrived {
	readonly entry?: Entry;
	/** secret of a sponsorship */
	readonly sponsor?: string;
}

/**
 * Takes the entry out of the address of the page: the secret is in the history of the browser no
 * longer than that.
 */
export const takeEntry = ({ location, history }: Pick<Window, 'location' | 'history'>): Arrived => {
	const { hash } = location;
	const entry = parseEntry(hash);
	const sponsor = parseSponsor(hash);
	if (/^#\/(enter|sponsor)\//.test(hash)) history.replaceState(null, '', '/');
	return { ...(entry ? { entry } : {}), ...(sponsor === undefined ? {} : { sponsor }) };
};
