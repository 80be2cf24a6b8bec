import { parseProductCode } from '../codes.ts';
import { conditionsInForce } from '../delivery-catalogue.ts';
import type { GeneralCatalogue, Product } from '../product.ts';
import { column, type Table, type TableColumn, type TableValue } from './table.ts';

/** The columns of a general catalogue, written out and read back. */
export const catalogueColumns = [
	column('pr', 'text', 'Producteur', 'Producer'),
	column('rp', 'text', 'Numéro', 'Number'),
	column('lib', 'text', 'Produit', 'Product'),
	column('desc', 'text', 'Description', 'Description'),
	column('rayon', 'text', 'Rayon', 'Shelf'),
	column('cons', 'text', 'Conservation', 'Storage'),
	column('labels', 'text', 'Labels', 'Labels'),
	column('tva', 'basis-points', 'TVA (%)', 'VAT (%)'),
	column('mode', 'text', 'Mode', 'Mode'),
	column('emb', 'text', 'Emballage', 'Packing'),
	column('demi', 'text', 'Demi', 'Half'),
	column('par', 'text', 'Entier par groupe', 'Whole per group'),
	column('pas', 'count', 'Pas (g)', 'Step (g)'),
	column('nb', 'count', 'Pièces par carton', 'Pieces per carton'),
	column('cb', 'text', 'Code-barres', 'Barcode'),
	column('d', 'day', 'À partir du', 'From'),
	column('dispo', 'count', 'Disponibilité (0–4)', 'Availability (0–4)'),
	column('pu', 'cents', 'Prix', 'Price'),
	column('pn', 'count', 'Poids net (g)', 'Net weight (g)'),
	column('pb', 'count', 'Poids brut (g)', 'Gross weight (g)'),
	column('qmax', 'text', 'Maximum', 'Maximum'),
] as const satisfies readonly TableColumn[];

const maximumText = ({ mode }: Product, qmax: number | undefined): string | null => {
	if (qmax === undefined) return null;
	return mode === 'P' ? `${qmax} g` : String(qmax / 2);
};

const rowOf = (code: string, product: Product, day: number): TableValue[] => {
	const { pr = '', rp = '' } = parseProductCode(code) ?? {};
	const { lib, desc, rayon, cons, labels, tva, mode, emb, demi, par, pas, nb, cb } = product;
	const cv = conditionsInForce(product, day) ?? product.cv[0];
	return [
		...[pr, rp, lib, desc ?? null, rayon, cons, labels.join(' | '), tva, mode, emb],
		...[demi ? 'oui' : 'non', par === 2 ? 'oui' : 'non', pas ?? null, nb ?? null, cb ?? null],
		...[cv?.d ?? null, cv?.dispo ?? null, cv?.pu ?? null, cv?.pn ?? null, cv?.pb ?? null],
		maximumText(product, cv?.qmax),
	];
};

/** A general catalogue with the conditions in force on a day, as a table that can be read back. */
export const catalogueTable = ({ prods }: GeneralCatalogue, day: number): Table => ({
	columns: catalogueColumns,
	rows: Object.entries(prods)
		.filter(([, product]) => product.sup === undefined)
		.toSorted(([a], [b]) => a.localeCompare(b, 'fr', { numeric: true }))
		.map(([code, product]) => rowOf(code, product, day)),
});
