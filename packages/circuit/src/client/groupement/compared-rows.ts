import {
	type Amendment,
	type CatalogueDifference,
	type Conditions,
	type GeneralCatalogue,
	type Permanent,
	parseProductCode,
} from '../../model/index.ts';
import type { OfferedCatalogue } from '../animator/index.ts';

/** A product in three catalogues; an absent side does not have it. */
export interface ComparedRow {
	readonly code: string;
	readonly pr: string;
	readonly perm: Pick<Permanent, 'lib' | 'mode' | 'emb' | 'rayon'>;
	readonly here?: Conditions;
	/** At the opening, when they changed since. */
	readonly opening?: Conditions;
	readonly general?: Conditions;
	readonly previous?: Conditions;
	/** Whether the delivery differs from the general catalogue, and from the previous delivery. */
	readonly differs: { readonly general: boolean; readonly previous: boolean };
	/** Amended by hand. */
	readonly isAmended: boolean;
}

/** What the report `CatlComparer` found against another catalogue; absent = not compared. */
type Differences = readonly CatalogueDifference[] | undefined;

const byCode = (differences: Differences) =>
	new Map((differences ?? []).map((one) => [one.code, one]));

/**
 * The rows of the three columns. Where two catalogues agree, the report says nothing: the other side is
 * what is here.
 */
export const comparedRows = (
	catalogue: OfferedCatalogue,
	general: Differences,
	previous: Differences,
	known: GeneralCatalogue,
): ComparedRow[] => {
	const [others, before] = [byCode(general), byCode(previous)];
	const codes = new Set([...Object.keys(catalogue.lignes), ...others.keys(), ...before.keys()]);
	return [...codes]
		.flatMap((code): ComparedRow[] => {
			const line = catalogue.lignes[code];
			const perm = line?.perm ?? known.prods[code];
			if (!perm) return [];
			const here = line?.act;
			const there = others.has(code) ? others.get(code)?.there : here;
			const then = before.has(code) ? before.get(code)?.there : here;
			return [
				{
					...{ code, pr: parseProductCode(code)?.pr ?? '', perm },
					...(here ? { here } : {}),
					...(line?.ouv ? { opening: line.ouv } : {}),
					...(general && there ? { general: there } : {}),
					...(previous && then ? { previous: then } : {}),
					differs: { general: others.has(code), previous: before.has(code) },
					isAmended: line?.am === true,
				},
			];
		})
		.toSorted((a, b) => Number(a.pr) - Number(b.pr) || a.perm.lib.localeCompare(b.perm.lib, 'fr'));
};

export type ComparedFilter = 'differences' | 'amended' | 'all';

/** Rows that a person asked to see. */
export const shownComparedRows = (
	rows: readonly ComparedRow[],
	filter: ComparedFilter,
): ComparedRow[] =>
	rows.filter(({ differs, isAmended }) => {
		if (filter === 'amended') return isAmended;
		return filter === 'all' || differs.general || differs.previous;
	});

/** What is asked of the conditions of a product and is not so already. */
export const amendmentOf = (current: Conditions, asked: Conditions): Amendment => {
	const changed = (['dispo', 'pu', 'pn', 'pb', 'qmax'] as const).filter(
		(name) => asked[name] !== undefined && asked[name] !== current[name],
	);
	return Object.fromEntries(changed.map((name) => [name, asked[name]]));
};

/** Lines changed by hand that would be otherwise if they were calculated from the general catalogue. */
export const handChanges = (rows: readonly ComparedRow[]): ComparedRow[] =>
	rows.filter(({ isAmended, differs, here }) => isAmended && differs.general && here !== undefined);

/** What puts a line back as it was changed by hand, once it is as the general catalogue says. */
export const changedAgain = ({ here, general }: ComparedRow): Amendment | undefined => {
	if (!here || !general) return undefined;
	const { dispo, pu, pn, pb, qmax, excl } = here;
	return {
		...{ dispo, pu, pn, pb },
		...(qmax === undefined && general.qmax === undefined ? {} : { qmax: qmax ?? 0 }),
		...(excl === undefined && general.excl === undefined ? {} : { excl: excl ?? [] }),
	};
};
