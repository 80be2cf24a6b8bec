import { type Entry, parseEntry } from './entry.ts';

/**
 * Takes the entry out of the address of the page: the secret is in the history of the browser no
 * longer than that.
 */
export const takeEntry = ({ location, history }: Pick<Window, 'location' | 'history'>) => {
	const entry: Entry | undefined = parseEntry(location.hash);
	if (entry || location.hash.startsWith('#/enter/')) history.replaceState(null, '', '/');
	return entry;
};
