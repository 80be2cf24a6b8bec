import type { DemonstrationEntry } from '@navette/circuit/server';
import { DEMONSTRATION_ORG } from './demonstration.ts';

/** Address that lets a role in. The secret is in the fragment: it is never sent to a server. */
export const entryLink = (url: string, token: string): string =>
	`${url}/#/enter/${DEMONSTRATION_ORG}/${token}`;

/** Address where one registers by the same secret, and gets the same role. */
const registerLink = (url: string, token: string): string => `${url}/#/sponsor/${token}`;

/** How to try it as oneself, by the first entry; nothing where no directory is. */
const registerLines = (url: string, entry: DemonstrationEntry | undefined): readonly string[] =>
	entry
		? [
				'',
				'These links let in whoever opens them. To try an identity of your own instead (two phrases',
				'that you alone know, a sheet that follows you from one device to another), open:',
				`  ${entry.label.en}, as yourself  ${registerLink(url, entry.token)}`,
			]
		: [];

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
	const consumer = entries.find(({ role }) => role === 'consumer') ?? entries[0];
	const register = isDirectory ? registerLines(url, consumer) : [];
	const demonstration =
		entries.length > 0
			? ['', 'The demonstration organisation is ready. Enter as:', ...lines, ...register]
			: [];
	return [`Navette listens on ${url}`, ...demonstration, '', 'Ctrl-C stops it.'].join('\n');
};
