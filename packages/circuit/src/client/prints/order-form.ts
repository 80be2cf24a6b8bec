import { isOfferedLine } from '../animator/catalogue.ts';
import { byShelf, nameOf, priceText } from './print-amounts.ts';
import type { Printing } from './print-data.ts';
import type { PrintDocument, PrintPart } from './print-document.ts';
import { printColumn, printOf } from './print-parts.ts';

/** PR1: what may be ordered, with boxes to fill in by hand. */
export const orderForm = (printing: Printing): PrintDocument => {
	const { catalogue, words } = printing;
	const codes = Object.keys(catalogue.lignes).filter((code) => {
		const line = catalogue.lignes[code];
		return line !== undefined && isOfferedLine(line);
	});
	const columns = [
		printColumn(words.product, 46),
		printColumn(words.price, 24),
		printColumn(words.quantity, 15, 'box'),
		printColumn(words.amount, 15, 'box'),
	];
	const shelves = new Map<string, string[]>();
	for (const code of byShelf(codes, printing)) {
		const shelf = catalogue.lignes[code]?.perm.rayon ?? '';
		shelves.set(shelf, [...(shelves.get(shelf) ?? []), code]);
	}
	const parts = [...shelves].map(
		([title, own], at): PrintPart => ({
			...{ title, columns, tall: true },
			...(at === 0 ? { about: words.fill } : {}),
			rows: own.map((code) => {
				const line = catalogue.lignes[code];
				return { cells: [nameOf(code, printing), line ? priceText(line, printing) : '', '', ''] };
			}),
		}),
	);
	return printOf('PR1', printing, { parts, note: words.notPayment });
};
