import {
	type Conditions,
	conditionsInForce,
	type GeneralCatalogue,
	type Product,
	parseProductCode,
} from '../../model/index.ts';

/** A product of the general catalogue, with its conditions in time. */
export interface GeneralProduct {
	readonly code: string;
	readonly pr: string;
	readonly product: Product;
	/** In force on the day; absent before the first. */
	readonly current?: Conditions;
	/** Oldest first. */
	readonly past: readonly Conditions[];
	readonly coming: readonly Conditions[];
	readonly isRemoved: boolean;
}

const productOf = (code: string, product: Product, today: number): GeneralProduct => {
	const current = conditionsInForce(product, today);
	return {
		...{ code, pr: parseProductCode(code)?.pr ?? '', product },
		...(current ? { current } : {}),
		past: product.cv.filter((one) => one.d <= today && one !== current),
		coming: product.cv.filter((one) => one.d > today),
		isRemoved: product.sup !== undefined,
	};
};

/** Products by producer then name; removed ones come last. */
export const generalProducts = (
	catalogue: GeneralCatalogue | undefined,
	today: number,
): GeneralProduct[] =>
	Object.entries(catalogue?.prods ?? {})
		.map(([code, product]) => productOf(code, product, today))
		.toSorted(
			(a, b) =>
				Number(a.isRemoved) - Number(b.isRemoved) ||
				Number(a.pr) - Number(b.pr) ||
				a.product.lib.localeCompare(b.product.lib, 'fr'),
		);
