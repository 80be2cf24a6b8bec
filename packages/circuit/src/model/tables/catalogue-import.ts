import { parseProductCode, productCode } from '../codes.ts';
import { conditionsInForce, putConditions } from '../delivery-catalogue.ts';
import { MAX_PRODUCTS, nextProductNumber, productFault } from '../general-catalogue.ts';
import type { Conditions, GeneralCatalogue, Permanent, Product } from '../product.ts';
import { catalogueColumns } from './catalogue-columns.ts';
import { type CatalogueLineRead, readCatalogueLine } from './catalogue-line.ts';
import {
	type Cells,
	type ImportFault,
	type ImportLine,
	importFault,
	readLines,
} from './import-lines.ts';

/** Around a catalogue that is read from a file. */
export interface ImportFacts {
	/** Calendar day `yyyymmdd` there. */
	readonly today: number;
	readonly now: number;
	/** Codes of the producers who exist. */
	readonly producers: readonly string[];
}

/** What a file would do: line by line, and the catalogue after it. */
export interface CatalogueImport {
	readonly lignes: readonly ImportLine[];
	readonly catalogue: GeneralCatalogue;
}

/** What must be said of a new product; of the rest there is a usual value. */
const REQUIRED = ['lib', 'rayon', 'mode'] as const;
const REQUIRED_CONDITIONS = ['pu', 'pn'] as const;
/** What may change of a product that exists. */
const FREE = ['lib', 'desc', 'rayon'] as const;

type Outcome =
	| { readonly fautes: readonly ImportFault[] }
	| { readonly code: string; readonly product: Product; readonly effet: ImportLine['effet'] };

const newProduct = ({ perm, cv }: CatalogueLineRead, { today, now }: ImportFacts): Outcome => {
	const missing = [
		...REQUIRED.filter((id) => perm[id] === undefined),
		...(perm.mode === 'P' ? [] : REQUIRED_CONDITIONS.filter((id) => cv[id] === undefined)),
		...(cv.pu === undefined && perm.mode === 'P' ? ['pu'] : []),
	];
	if (missing.length > 0) return { fautes: missing.map((id) => importFault(id, 'manque')) };
	const whole = {
		...{ cons: 'S', labels: [], tva: 550, emb: 'unite', demi: false, par: 0 },
		...perm,
		cree: now,
	} as Permanent;
	const fault = productFault(whole);
	if (fault) return { fautes: [importFault(fault, 'ensemble')] };
	const pn = cv.pn ?? 1_000;
	const conditions = { ...{ d: today, dispo: 3, pn, pb: pn }, ...cv } as Conditions;
	return { code: '', product: { ...whole, cv: [conditions] }, effet: 'nouveau' };
};

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fixedFaults = ({ perm }: CatalogueLineRead, product: Product): ImportFault[] =>
	Object.entries(perm)
		.filter(([id]) => !FREE.some((one) => one === id))
		.filter(([id, value]) => !sameValue(value, product[id as keyof Permanent]))
		.map(([id]) => importFault(id, 'fixe'));

const knownProduct = (
	code: string,
	product: Product,
	line: CatalogueLineRead,
	{ today }: ImportFacts,
): Outcome => {
	const fixed = fixedFaults(line, product);
	if (fixed.length > 0) return { fautes: fixed };
	const words = Object.fromEntries(
		FREE.flatMap((id) => (line.perm[id] === undefined ? [] : [[id, line.perm[id]]])),
	);
	const worded: Product = { ...product, ...words };
	// A file that was written out carries the day of the conditions in force: it means today.
	const current = conditionsInForce(product, today);
	const day = line.cv.d === current?.d ? today : (line.cv.d ?? today);
	const before = conditionsInForce(product, Math.max(day, today));
	const { d: _d, ...asked } = line.cv;
	const isSold =
		before &&
		Object.entries(asked).every(([id, value]) => sameValue(value, before[id as keyof Conditions]));
	if (isSold || Object.keys(asked).length === 0)
		return { code, product: worded, effet: sameValue(worded, product) ? 'identique' : 'modifie' };
	if (!before) return { fautes: [importFault('d', 'passe')] };
	const put = putConditions(worded, { ...before, ...asked, d: day }, today);
	return put.ok
		? { code, product: put.value, effet: 'conditions' }
		: { fautes: [importFault('d', 'passe')] };
};

/** A catalogue while a file is read: its products, and the next number of each producer. */
interface Working {
	readonly prods: Record<string, Product>;
	readonly next: Map<string, number>;
	count: number;
}

const workingOn = (catalogue: GeneralCatalogue, producers: readonly string[]): Working => ({
	prods: { ...catalogue.prods },
	next: new Map(producers.map((pr) => [pr, Number(nextProductNumber(catalogue, pr))])),
	count: Object.keys(catalogue.prods).length,
});

const take = (working: Working, code: string, product: Product): void => {
	const { pr = '', rp = '' } = parseProductCode(code) ?? {};
	if (!working.prods[code]) working.count += 1;
	working.prods[code] = product;
	working.next.set(pr, Math.max(working.next.get(pr) ?? 1, Number(rp) + 1));
};

const outcomeOf = (
	working: Working,
	place: { readonly pr: string; readonly rp: string },
	line: CatalogueLineRead,
	facts: ImportFacts,
): Outcome => {
	const { pr, rp } = place;
	if (line.fautes.length > 0) return { fautes: line.fautes };
	if (!facts.producers.includes(pr))
		return { fautes: [importFault('pr', pr === '' ? 'manque' : 'producteur')] };
	const number = rp === '' ? String(working.next.get(pr)) : rp;
	const code = productCode(pr, number);
	if (!parseProductCode(code)) return { fautes: [importFault('rp', 'nombre')] };
	const known = working.prods[code];
	if (known)
		return known.sup === undefined
			? knownProduct(code, known, line, facts)
			: { fautes: [importFault('rp', 'produit')] };
	const made = newProduct(line, facts);
	return 'fautes' in made ? made : { ...made, code };
};

/**
 * What a file of products does to a general catalogue, line by line: a dry run and the import itself
 * are the same. A line with a fault changes nothing; what a line leaves empty stays.
 */
export const importCatalogue = (
	catalogue: GeneralCatalogue,
	cells: Cells,
	facts: ImportFacts,
): CatalogueImport => {
	const working = workingOn(catalogue, facts.producers);
	const seen = new Set<string>();
	const lignes = readLines(cells, catalogueColumns).map(({ ligne, read }): ImportLine => {
		const place = { pr: read('pr'), rp: read('rp') };
		const named = place.rp === '' ? '' : productCode(place.pr, place.rp);
		const outcome = outcomeOf(working, place, readCatalogueLine(read), facts);
		if ('fautes' in outcome) return { ligne, code: named, effet: 'faux', fautes: outcome.fautes };
		const { code, product, effet } = outcome;
		const fault =
			(seen.has(code) && importFault('rp', 'double')) ||
			(effet === 'nouveau' && working.count >= MAX_PRODUCTS && importFault('rp', 'trop'));
		if (fault) return { ligne, code, effet: 'faux', fautes: [fault] };
		seen.add(code);
		take(working, code, product);
		return { ligne, code, effet, fautes: [] };
	});
	return { lignes, catalogue: { prods: working.prods } };
};
