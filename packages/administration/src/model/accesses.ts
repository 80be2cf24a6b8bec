import type { AccessData } from '@navette/server/model';
import { rightText } from './rights.ts';

/** An access as administrators see it. */
export interface AccessRow extends AccessData {
	/** Hash of its token: its only name. */
	readonly hash: string;
	readonly rightTexts: readonly string[];
}

/** `Élodie` is found by `elodie`. */
const folded = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase();

/** Accesses whose label, account or rights hold every word of a search, the newest first. */
export const findAccesses = (
	documents: Iterable<{ readonly id: string; readonly data: unknown }>,
	search: string,
): readonly AccessRow[] => {
	const words = folded(search)
		.split(/\s+/)
		.filter((word) => word !== '');
	const rows = [...documents].map(({ id, data }): AccessRow => {
		const access = data as AccessData;
		return { ...access, hash: id, rightTexts: access.rights.map(rightText) };
	});
	return rows
		.filter((row) => {
			const text = folded([row.label, row.account, ...row.rightTexts].join(' '));
			return words.every((word) => text.includes(word));
		})
		.sort((a, b) => b.created - a.created || (a.hash < b.hash ? -1 : 1));
};
