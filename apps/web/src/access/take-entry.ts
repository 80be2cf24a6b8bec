import { type Entry, parseEntry, parseSponsor } from './entry.ts';

/** What the link that opened the page carried. */
export interface Arrived {
	readonly entry?: Entry;
	/** secret of a sponsorship */
	readonly sponsor?: string;
	/** it begins as a link of ours does, and is not whole */
	readonly isTorn?: true;
}

/**
 * Takes the entry out of the address of the page: the secret is in the history of the browser no
 * longer than that.
 */
export const takeEntry = ({ location, history }: Pick<Window, 'location' | 'history'>): Arrived => {
	const { hash } = location;
	const entry = parseEntry(hash);
	const sponsor = parseSponsor(hash);
	const isOurs = /^#\/(enter|sponsor)(\/|$)/.test(hash);
	if (isOurs) history.replaceState(null, '', '/');
	if (entry) return { entry };
	if (sponsor !== undefined) return { sponsor };
	return isOurs ? { isTorn: true } : {};
};
