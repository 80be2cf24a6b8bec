import type { DemonstrationEntry } from '@navette/circuit/server';
import { DEMONSTRATION_ORG } from './demonstration.ts';

/** Address that lets a role in. The secret is in the fragment: it is never sent to a server. */
export const entryLink = (url: string, token: string): string =>
	`${url}/#/enter/${DEMONSTRATION_ORG}/${token}`;

/** What is printed when a server is ready. */
export const welcome = (
	url: string,
	entries: readonly DemonstrationEntry[],
	/** It hosts a directory: whoever has a link may register by it too. */
	isDirectory = false,
): string => {
	const width = Math.max(0, ...entries.map((entry) => entry.label.en.length));
	const lines = entries.map(
		(entry) => `  ${entry.label.en.padEnd(width)}  ${entryLink(url, entry.token)}`,
	);
	const register = isDirectory
		? ['With an identity of your own: write sponsor for enter/demo in a link.']
		: [];
	const demonstration =
		entries.length > 0
			? ['', 'The demonstration organisation is ready. Enter as:', ...lines, ...register]
			: [];
	return [`Navette listens on ${url}`, ...demonstration, '', 'Ctrl-C stops it.'].join('\n');
};
