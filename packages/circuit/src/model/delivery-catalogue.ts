import { type Day, err, ok, type Result } from '@navette/core';
import { deliveryDay } from './codes.ts';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';
import { localTimeOf } from './local-time.ts';
import type {
	CatalogueLine,
	Conditions,
	DeliveryCatalogue,
	GeneralCatalogue,
	Product,
} from './product.ts';
import type { GroupementSheet } from './sheets.ts';

/** The conditions in force on a day: those with the greatest `d ≤ day`; `undefined` before the first. */
export const conditionsInForce = (
	product: Pick<Product, 'cv'>,
	day: number,
): Conditions | undefined => product.cv.findLast((one) => one.d <= day);

/** The day that chooses the conditions of a delivery: its own, or that of its opening. */
export const referenceDay = (
	livr: string,
	tOuv: Instant,
	groupement: Pick<GroupementSheet, 'par' | 'tz'>,
): Day | undefined =>
	groupement.par.catRef === 'livraison' ? deliveryDay(livr) : localTimeOf(tOuv, groupement.tz).day;

const isRemoved = (product: Product, day: number): boolean =>
	product.sup !== undefined && product.sup <= day;

const lineOf = (product: Product, act: Conditions): CatalogueLine => {
	const { cv: _cv, ...perm } = product;
	return { perm, act, chg: [] };
};

/**
 * Calculates the catalogue of a delivery (rule 1): for each product not removed, its conditions in
 * force on `day`. Lines amended by hand are kept as they are, unless `reset`. Only before the
 * opening, or when there is none: later changes go through `amendCatalogue`, which keeps `ouv`.
 */
export const calculateCatalogue = (
	general: GeneralCatalogue,
	day: number,
	now: Instant,
	current: DeliveryCatalogue | null = null,
	reset = false,
): DeliveryCatalogue => {
	const lignes: Record<string, CatalogueLine> = {};
	for (const [code, product] of Object.entries(general.prods)) {
		const act = conditionsInForce(product, day);
		if (act && !isRemoved(product, day)) lignes[code] = lineOf(product, act);
	}
	for (const [code, line] of Object.entries(reset ? {} : (current?.lignes ?? {})))
		if (line.am) lignes[code] = line;
	return { calc: now, lignes };
};

/** What an amendment may change of the conditions of a line. */
export type Amendment = Partial<Pick<Conditions, 'dispo' | 'pu' | 'pn' | 'pb' | 'qmax' | 'excl'>>;

/** An amendment of one line: by whom, when, and in which life of the delivery. */
export interface AmendmentWrite {
	/** `pr.rp`. */
	readonly code: string;
	readonly change: Amendment;
	readonly now: Instant;
	readonly author: string;
	readonly delivery: { readonly tOuv: Instant; readonly tExp: Instant; readonly tArc: Instant };
}

const withOpening = (line: CatalogueLine, isOpened: boolean): CatalogueLine =>
	isOpened && !line.ouv ? { ...line, ouv: line.act } : line;

/**
 * Amends a line (rules 2–4). Before the opening the conditions are replaced; after it the first
 * change copies them to `ouv`, and each is kept in `chg`; from `tExp` on, by the clock alone,
 * `E-GEL`. `E-ARCH` archived; `E-PROD` unknown product.
 */
export const amendCatalogue = (
	catalogue: DeliveryCatalogue,
	write: AmendmentWrite,
): Result<DeliveryCatalogue, Failure> => {
	const { code, change, now, author, delivery } = write;
	const line = catalogue.lignes[code];
	if (now >= delivery.tArc) return err(failure('E-ARCH'));
	if (now >= delivery.tExp) return err(failure('E-GEL'));
	if (!line) return err(failure('E-PROD', { code }));
	const isOpened = now >= delivery.tOuv;
	const act = { ...line.act, ...change };
	const entry = { t: now, par: author, av: line.act, ap: act };
	const amended: CatalogueLine = {
		...withOpening(line, isOpened),
		act,
		am: true,
		chg: isOpened ? [...line.chg, entry] : line.chg,
	};
	return ok({ ...catalogue, lignes: { ...catalogue.lignes, [code]: amended } });
};

/** Adds to a delivery's catalogue a product that has none of its lines yet. */
export const addToCatalogue = (
	catalogue: DeliveryCatalogue,
	code: string,
	product: Product,
	day: number,
): Result<DeliveryCatalogue, Failure> => {
	const act = conditionsInForce(product, day);
	if (!act || catalogue.lignes[code]) return err(failure('E-PROD', { code }));
	const line = { ...lineOf(product, act), am: true };
	return ok({ ...catalogue, lignes: { ...catalogue.lignes, [code]: line } });
};

/** One product whose conditions differ between two catalogues; an absent side has no line. */
export interface CatalogueDifference {
	readonly code: string;
	readonly here?: Conditions;
	readonly there?: Conditions;
}

const sameConditions = (a: Conditions | undefined, b: Conditions | undefined): boolean => {
	if (!a || !b) return a === b;
	const fields = ['dispo', 'pu', 'pn', 'pb', 'qmax'] as const;
	const excluded = (one: Conditions) => (one.excl ?? []).toSorted().join(' ');
	return fields.every((field) => a[field] === b[field]) && excluded(a) === excluded(b);
};

/** Differences between a delivery's catalogue and another one (general or previous), by code. */
export const compareCatalogues = (
	here: Pick<DeliveryCatalogue, 'lignes'>,
	there: Pick<DeliveryCatalogue, 'lignes'>,
): CatalogueDifference[] =>
	[...new Set([...Object.keys(here.lignes), ...Object.keys(there.lignes)])].flatMap((code) => {
		const a = here.lignes[code]?.act;
		const b = there.lignes[code]?.act;
		if (sameConditions(a, b)) return [];
		return [{ code, ...(a ? { here: a } : {}), ...(b ? { there: b } : {}) }];
	});

/**
 * Puts dated conditions in the general catalogue (rule 7), replacing those of the same day. A day
 * before today is history, and today's may be put but not an earlier one: `E-DATE`.
 */
export const putConditions = (
	product: Product,
	conditions: Conditions,
	today: number,
): Result<Product, Failure> => {
	if (conditions.d < today) return err(failure('E-DATE', { champ: 'd' }));
	const others = product.cv.filter((one) => one.d !== conditions.d);
	return ok({ ...product, cv: [...others, conditions].toSorted((a, b) => a.d - b.d) });
};

/** Deletes conditions still in the future; `E-DATE` for those in force or past. */
export const deleteConditions = (
	product: Product,
	d: number,
	today: number,
): Result<Product, Failure> =>
	d <= today || !product.cv.some((one) => one.d === d)
		? err(failure('E-DATE', { champ: 'd' }))
		: ok({ ...product, cv: product.cv.filter((one) => one.d !== d) });
