/** What has a place on a shelf. */
interface Shelved {
	readonly product: { readonly rayon: string };
}

/** A shelf of products: what it is called, what it holds. */
export interface ProductShelf<Entry extends Shelved> {
	readonly name: string;
	readonly products: readonly Entry[];
}

/** Up to this many products, folding would hide more than it helps. */
const FOLD_FROM = 13;

/** Between two names kept in one text; no shelf is called so. */
const BETWEEN = '|';

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** Products by shelf, in the order of the alphabet; each keeps the order of its products. */
export const productShelves = <Entry extends Shelved>(
	products: readonly Entry[],
): ProductShelf<Entry>[] =>
	[...Map.groupBy(products, ({ product }) => product.rayon)]
		.map(([name, found]) => ({ name, products: found }))
		.toSorted((a, b) => collator.compare(a.name, b.name));

/** Whether shelves can be folded: there are several, and too much to read in one go. */
export const shelvesFold = (shelves: readonly ProductShelf<Shelved>[]): boolean =>
	shelves.length > 1 &&
	shelves.reduce((count, { products }) => count + products.length, 0) >= FOLD_FROM;

/** The names of the shelves that are open, as one text of the address says them. */
export const openShelves = (text: string): ReadonlySet<string> =>
	new Set(text.split(BETWEEN).filter((name) => name !== ''));

/** The same text once one shelf is opened or folded. */
export const withShelf = (text: string, name: string, isOpen: boolean): string => {
	const names = new Set(openShelves(text));
	if (isOpen) names.add(name);
	else names.delete(name);
	return [...names].join(BETWEEN);
};
