import type { OrderRow } from './order-rows.ts';

/** Which products are shown. */
export const PRODUCT_FILTERS = ['available', 'ordered', 'new', 'price', 'all'] as const;
export type ProductFilter = (typeof PRODUCT_FILTERS)[number];

export const isProductFilter = (text: string): text is ProductFilter =>
	PRODUCT_FILTERS.some((known) => known === text);

/** A text without accents, case and ligatures, so that `oeuf` finds `Œufs`. */
export const plainText = (text: string): string =>
	text
		.toLocaleLowerCase('fr')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae');

const PASSES: Readonly<Record<ProductFilter, (row: OrderRow) => boolean>> = {
	all: () => true,
	available: (row) => row.offered || row.amount > 0,
	ordered: (row) => row.amount > 0 || row.state !== 'kept',
	new: (row) => row.isNew && row.offered,
	price: (row) => row.priceBefore !== undefined,
};

const textOf = ({ perm }: OrderRow): string =>
	plainText([perm.lib, perm.rayon, perm.desc ?? '', ...perm.labels].join(' '));

/** What the person asked to see. */
export interface ProductQuery {
	readonly filter: ProductFilter;
	/** every word must be found, in the name, the shelf, the description or the labels */
	readonly search: string;
	/** '' = every shelf */
	readonly shelf: string;
}

/** The products that a query asks for. */
export const filterProducts = (
	rows: readonly OrderRow[],
	{ filter, search, shelf }: ProductQuery,
): readonly OrderRow[] => {
	const words = plainText(search).split(/\s+/).filter(Boolean);
	return rows.filter((row) => {
		if (!PASSES[filter](row) || (shelf !== '' && row.perm.rayon !== shelf)) return false;
		if (words.length === 0) return true;
		const text = textOf(row);
		return words.every((word) => text.includes(word));
	});
};

/** How many products each filter shows, whatever the search. */
export const filterCounts = (
	rows: readonly OrderRow[],
): Readonly<Record<ProductFilter, number>> => {
	const count = (filter: ProductFilter) => rows.filter(PASSES[filter]).length;
	return {
		all: count('all'),
		available: count('available'),
		ordered: count('ordered'),
		new: count('new'),
		price: count('price'),
	};
};
