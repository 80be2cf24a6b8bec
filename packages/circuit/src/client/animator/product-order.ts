import { parseProductCode } from '../../model/index.ts';
import type { OfferedCatalogue, OfferedLine } from './catalogue.ts';

/** A product of a delivery with its codes. */
export interface ListedProduct {
	/** `pr.rp`. */
	readonly code: string;
	readonly pr: string;
	readonly rp: string;
	readonly line: OfferedLine;
}

/** Products in the order of every list: by producer, then by number within the producer. */
export const listedProducts = (catalogue: OfferedCatalogue): ListedProduct[] =>
	Object.entries(catalogue.lignes)
		.flatMap(([code, line]) => {
			const parsed = parseProductCode(code);
			return parsed ? [{ code, ...parsed, line }] : [];
		})
		.sort((a, b) => Number(a.pr) - Number(b.pr) || Number(a.rp) - Number(b.rp));

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae');

/** Whether every word of a search is in one of the texts; accents and case do not count. */
export const isFound = (search: string, ...texts: readonly string[]): boolean => {
	const where = plain(texts.join(' '));
	return plain(search)
		.split(/\s+/)
		.every((word) => where.includes(word));
};
