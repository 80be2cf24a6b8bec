import {
	type Conditions,
	catalogueColumns,
	conditionsInForce,
	type GeneralCatalogue,
	importCatalogue,
	type Product,
	type TableValue,
} from '../../model/index.ts';
import type { GeneralProduct } from './general-products.ts';

/** Products that a person asked to see. */
export interface CatalogueQuery {
	readonly search: string;
	/** Code of a producer; empty = all. */
	readonly pr: string;
	readonly rayon: string;
	readonly show: 'sold' | 'coming' | 'off' | 'removed' | 'all';
}

const plain = (text: string): string =>
	text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const isShown = ({ isRemoved, current, coming }: GeneralProduct, show: CatalogueQuery['show']) => {
	if (show === 'all') return true;
	if (show === 'removed' || isRemoved) return show === 'removed' && isRemoved;
	if (show === 'coming') return coming.length > 0;
	const isSold = (current?.dispo ?? 0) > 0;
	return show === 'sold' ? isSold || coming.length > 0 : !isSold;
};

/** The products of a query; the search looks at names, shelves and producers. */
export const shownGeneralProducts = (
	products: readonly GeneralProduct[],
	{ search, pr, rayon, show }: CatalogueQuery,
	producerName: (pr: string) => string,
): GeneralProduct[] => {
	const words = plain(search).split(/\s+/).filter(Boolean);
	return products.filter((one) => {
		const { product } = one;
		if (pr !== '' && one.pr !== pr) return false;
		if (rayon !== '' && product.rayon !== rayon) return false;
		const text = plain(`${product.lib} ${product.rayon} ${producerName(one.pr)}`);
		return isShown(one, show) && words.every((word) => text.includes(word));
	});
};

/** One entry of the history of a product's conditions. */
export interface TimelineEntry {
	readonly conditions: Conditions;
	readonly when: 'past' | 'current' | 'coming';
	/** Cents more than the entry before; absent for the first. */
	readonly more?: number;
}

/** The conditions of a product in time, the latest first. */
export const conditionsInTime = (product: Pick<Product, 'cv'>, today: number): TimelineEntry[] => {
	const current = conditionsInForce(product, today);
	return product.cv
		.map((conditions, index): TimelineEntry => {
			const before = product.cv[index - 1];
			const when = conditions === current ? 'current' : conditions.d > today ? 'coming' : 'past';
			return { conditions, when, ...(before ? { more: conditions.pu - before.pu } : {}) };
		})
		.toReversed();
};

/** A change of the prices of several products from one day on. */
export interface BulkChange {
	readonly kind: 'percent' | 'cents';
	/** Basis points (500 = +5 %), or cents; less than 0 lowers. */
	readonly by: number;
	/** Prices end on a multiple of so many cents. */
	readonly round: 1 | 5 | 10;
	/** `yyyymmdd` */
	readonly day: number;
}

/** One price that a bulk change moves. */
export interface BulkPrice {
	readonly code: string;
	readonly label: string;
	readonly before: number;
	readonly after: number;
}

const changedPrice = (before: number, { kind, by, round }: BulkChange): number => {
	const exact = kind === 'cents' ? before + by : before + Math.round((before * by) / 10_000);
	return Math.round(exact / round) * round;
};

/** The prices that would move; one that would be nothing or less is left as it is. */
export const bulkPrices = (products: readonly GeneralProduct[], change: BulkChange): BulkPrice[] =>
	products.flatMap(({ code, product, isRemoved }) => {
		const before = conditionsInForce(product, change.day)?.pu;
		if (isRemoved || before === undefined) return [];
		const after = changedPrice(before, change);
		if (after === before || after <= 0) return [];
		return [{ code, label: product.lib, before, after }];
	});

/** Those prices as a file: it is taken whole or not at all, like any other. */
export const bulkCells = (prices: readonly BulkPrice[], day: number): string[][] => [
	['pr', 'rp', 'd', 'pu'],
	...prices.map(({ code, after }) => [...code.split('.'), String(day), (after / 100).toFixed(2)]),
];

/** What a line of a file changes of a product: a column, before and after. */
export interface CellChange {
	readonly column: (typeof catalogueColumns)[number];
	readonly before: TableValue;
	readonly after: TableValue;
}

/** What is compared of a product before and after a file. */
const valuesOf = (product: Product | undefined, d: number | undefined) => {
	const cv = product?.cv.find((one) => one.d === d) ?? product?.cv.at(-1);
	return { ...product, ...cv } as Readonly<Record<string, TableValue | undefined>>;
};

const changedDay = (before: Product | undefined, after: Product): number | undefined =>
	after.cv.find(
		(one) => JSON.stringify(one) !== JSON.stringify(before?.cv.find(({ d }) => d === one.d)),
	)?.d;

const changesOf = (before: Product | undefined, after: Product): CellChange[] => {
	const d = changedDay(before, after);
	const inForce = before && d !== undefined ? conditionsInForce(before, d) : undefined;
	const was = valuesOf(before && inForce ? { ...before, cv: [inForce] } : before, undefined);
	const is = valuesOf(after, d);
	return catalogueColumns.flatMap((column) => {
		const { id } = column;
		if (id === 'pr' || id === 'rp') return [];
		if (id === 'd' ? d === undefined : JSON.stringify(was[id]) === JSON.stringify(is[id]))
			return [];
		return [{ column, before: was[id] ?? null, after: is[id] ?? null }];
	});
};

/** What a file changes, product by product, where it changes anything. */
export const importChanges = (
	catalogue: GeneralCatalogue,
	cells: readonly (readonly string[])[],
	facts: Parameters<typeof importCatalogue>[2],
): ReadonlyMap<string, readonly CellChange[]> => {
	const { prods } = importCatalogue(catalogue, cells, facts).catalogue;
	return new Map(
		Object.entries(prods).flatMap(([code, after]) => {
			const before = catalogue.prods[code];
			const changes = before === after ? [] : changesOf(before, after);
			return changes.length > 0 ? [[code, changes] as const] : [];
		}),
	);
};
