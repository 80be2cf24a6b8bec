import { err, ok, type Result } from '@navette/core';
import { parseProductCode, productCode } from './codes.ts';
import { type Failure, failure } from './errors.ts';
import type { Conditions, GeneralCatalogue, Permanent, Product } from './product.ts';

/** Products of one groupement, at most. */
export const MAX_PRODUCTS = 3_000;

/** The next number of a producer: never one that was used, removed products keep theirs. */
export const nextProductNumber = (catalogue: GeneralCatalogue, pr: string): string => {
	const numbers = Object.keys(catalogue.prods).flatMap((code) => {
		const parsed = parseProductCode(code);
		return parsed?.pr === pr ? [Number(parsed.rp)] : [];
	});
	return String(Math.max(0, ...numbers) + 1);
};

/** What must be true together of a product, field by field where it is not. */
export const productFault = (
	perm: Pick<Permanent, 'mode' | 'demi' | 'par' | 'pas'>,
): 'demi' | 'par' | 'pas' | undefined => {
	if (perm.demi && perm.mode !== 'U') return 'demi';
	if (perm.par === 2 && !perm.demi) return 'par';
	if (perm.mode === 'P' ? perm.pas === undefined : perm.pas !== undefined) return 'pas';
	return undefined;
};

/**
 * Declares a product. Errors: `E-DEJA` its number is taken or the catalogue is full; `E-PROD` with the
 * field (`champ`) that contradicts the others.
 */
export const declareProduct = (
	catalogue: GeneralCatalogue,
	pr: string,
	rp: string,
	product: Product,
): Result<GeneralCatalogue, Failure> => {
	const code = productCode(pr, rp);
	const fault = productFault(product);
	if (fault) return err(failure('E-PROD', { code, champ: fault }));
	const isFull = Object.keys(catalogue.prods).length >= MAX_PRODUCTS;
	if (catalogue.prods[code] || isFull) return err(failure('E-DEJA', { code }));
	return ok({ prods: { ...catalogue.prods, [code]: product } });
};

/** What may be changed of a declared product; `null` removes. */
export type ProductChange = Partial<Pick<Permanent, 'lib' | 'rayon'>> & {
	readonly desc?: string | null;
	readonly fid?: string | null;
	readonly fam?: string | null;
};

/** A product with other words, shelf, photo or family. */
export const changeProduct = (product: Product, change: ProductChange): Product => {
	const { desc, fid, fam, ...words } = change;
	const kept: Partial<Product> = { ...product, ...words };
	for (const [name, value] of Object.entries({ desc, fid, fam }) as ['desc', string | null][]) {
		if (value === null) delete kept[name];
		else if (value !== undefined) kept[name] = value;
	}
	return kept as Product;
};

/** The product of a code; `E-PROD` when it is unknown or was removed. */
export const livingProduct = (
	catalogue: GeneralCatalogue | undefined,
	code: string,
): Result<Product, Failure> => {
	const product = catalogue?.prods[code];
	return product && product.sup === undefined ? ok(product) : err(failure('E-PROD', { code }));
};

/** A catalogue in which one product is replaced. */
export const withProduct = (
	catalogue: GeneralCatalogue,
	code: string,
	product: Product,
): GeneralCatalogue => ({ prods: { ...catalogue.prods, [code]: product } });

/** Whether conditions sell anything to anybody. */
export const isForSale = (conditions: Pick<Conditions, 'dispo'>): boolean => conditions.dispo > 0;
