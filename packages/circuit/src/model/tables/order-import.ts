import { GROUP_ITSELF } from '../codes.ts';
import { checkAmount, isOffered } from '../order-lines.ts';
import type { CatalogueLine, DeliveryCatalogue } from '../product.ts';
import { gramsOf, plainText, scaledNumber } from './cells.ts';
import {
	type CellReader,
	type Cells,
	type ImportFault,
	type ImportLine,
	importFault,
	readLines,
} from './import-lines.ts';
import { column } from './table.ts';

/** The columns of a file of orders: who, what, how much. */
export const orderColumns = [
	column('co', 'text', 'Consommateur', 'Consumer'),
	column('prod', 'text', 'Produit', 'Product'),
	column('q', 'text', 'Quantité', 'Quantity'),
] as const;

/** Around orders that are read from a file. */
export interface OrderImportFacts {
	readonly gc: string;
	readonly catalogue: Pick<DeliveryCatalogue, 'lignes'>;
	/** Names of the consumers who may order, by code. */
	readonly consumers: ReadonlyMap<string, string>;
	/** What is ordered now: halves or grams, 0 when nothing. */
	readonly ordered: (co: string, prod: string) => number;
}

/** A quantity to write: halves (U, UP) or grams (P). */
export interface ImportedQuantity {
	readonly co: string;
	readonly prod: string;
	readonly amount: number;
}

/** What a file would do: line by line, and the quantities to write. */
export interface OrderImport {
	readonly lignes: readonly ImportLine[];
	readonly quantities: readonly ImportedQuantity[];
}

/** Codes by what people call them; a name that two have names neither. */
type Names = ReadonlyMap<string, string | undefined>;

const namesOf = (named: Iterable<readonly [code: string, name: string]>): Names => {
	const names = new Map<string, string | undefined>();
	for (const [code, name] of named) {
		const plain = plainText(name);
		const other = names.get(plain);
		names.set(plain, names.has(plain) && other !== code ? undefined : code);
	}
	return names;
};

/** What a file calls people and products, found once for all its lines. */
interface Index {
	readonly consumers: Names;
	readonly products: Names;
}

const indexOf = ({ consumers, catalogue }: OrderImportFacts): Index => ({
	consumers: namesOf(consumers),
	products: namesOf(
		Object.entries(catalogue.lignes).flatMap(([code, { perm }]) => [
			[code, perm.lib] as const,
			...(perm.cb === undefined ? [] : [[code, perm.cb] as const]),
		]),
	),
});

const consumerNamed = (text: string, facts: OrderImportFacts, index: Index) =>
	facts.consumers.has(text) || text === GROUP_ITSELF ? text : index.consumers.get(plainText(text));

const productNamed = (text: string, facts: OrderImportFacts, index: Index) =>
	facts.catalogue.lignes[text] ? text : index.products.get(plainText(text));

const REASONS = { 'E-DEMI': 'demi', 'E-PAS': 'pas' } as const;

const amountIn = (
	text: string,
	product: CatalogueLine,
): { readonly amount: number } | { readonly fault: ImportFault } => {
	const isBulk = product.perm.mode === 'P';
	const amount = isBulk ? gramsOf(text) : scaledNumber(text, 2);
	if (amount === undefined) return { fault: importFault('q', isBulk ? 'unite' : 'nombre') };
	const checked = checkAmount(product, amount);
	if (checked.ok) return { amount };
	const raison = checked.error.code === 'E-DEMI' ? REASONS['E-DEMI'] : REASONS['E-PAS'];
	return { fault: importFault('q', raison) };
};

const readOrderLine = (
	read: CellReader,
	facts: OrderImportFacts,
	index: Index,
): ImportedQuantity | { readonly fautes: readonly ImportFault[] } => {
	const co = consumerNamed(read('co'), facts, index);
	const prod = productNamed(read('prod'), facts, index);
	const product = prod === undefined ? undefined : facts.catalogue.lignes[prod];
	const fautes = [
		...(co === undefined ? [importFault('co', read('co') === '' ? 'manque' : 'personne')] : []),
		...(product ? [] : [importFault('prod', read('prod') === '' ? 'manque' : 'produit')]),
		...(read('q') === '' ? [importFault('q', 'manque')] : []),
	];
	if (co === undefined || prod === undefined || !product || fautes.length > 0) return { fautes };
	const found = amountIn(read('q'), product);
	if ('fault' in found) return { fautes: [found.fault] };
	const isMore = found.amount > facts.ordered(co, prod);
	if (isMore && !isOffered(product, facts.gc)) return { fautes: [importFault('prod', 'produit')] };
	return { co, prod, amount: found.amount };
};

/**
 * What a file of orders does, line by line: people and products by their codes or their names when
 * only one has it; 0 removes a line. A line with a fault changes nothing.
 */
export const importOrders = (cells: Cells, facts: OrderImportFacts): OrderImport => {
	const index = indexOf(facts);
	const quantities = new Map<string, ImportedQuantity>();
	const lignes = readLines(cells, orderColumns).map(({ ligne, read }): ImportLine => {
		const line = readOrderLine(read, facts, index);
		if ('fautes' in line) return { ligne, code: read('prod'), effet: 'faux', fautes: line.fautes };
		const code = `${line.co} ${line.prod}`;
		if (quantities.has(code))
			return { ligne, code, effet: 'faux', fautes: [importFault('prod', 'double')] };
		const before = facts.ordered(line.co, line.prod);
		quantities.set(code, line);
		const effet = before === line.amount ? 'identique' : before === 0 ? 'nouveau' : 'modifie';
		return { ligne, code, effet, fautes: [] };
	});
	return { lignes, quantities: [...quantities.values()] };
};
