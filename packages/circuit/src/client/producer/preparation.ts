import {
	type Carton,
	type Delivery,
	type Instant,
	type Phase,
	parseProductCode,
	phaseOf,
	type Quantity,
	quantityFigures,
} from '../../model/index.ts';
import type { OfferedCatalogue } from '../animator/catalogue.ts';

/** Part of a group in what a producer prepares. */
export interface GroupPart {
	readonly gc: string;
	readonly ordered: Quantity;
	/** Absent = nothing packed yet. */
	readonly shipped?: Quantity;
	/** By initials, where the group shows them. */
	readonly detail: readonly ({ readonly init: string } & Quantity)[];
}

/** A product that a producer prepares for a delivery. */
export interface PreparationRow {
	readonly code: string;
	readonly label: string;
	readonly total: { readonly q2: number; readonly g: number };
	/** Gross grams and cents at nominal weights. */
	readonly weight: number;
	readonly price: number;
	readonly groups: readonly GroupPart[];
}

/** What a producer prepares for one delivery. */
export interface Preparation {
	readonly phase: Phase;
	/** Orders may still change: the figures are not final. */
	readonly isFinal: boolean;
	readonly rows: readonly PreparationRow[];
	readonly weight: number;
	readonly price: number;
	/** Cartons by state: 0 empty, 1 in progress, 2 ready, 3 loaded. */
	readonly states: readonly [number, number, number, number];
}

const partOf = (gc: string, { cmd, exp, det }: Carton['lignes'][string]): GroupPart => ({
	gc,
	ordered: { q2: cmd.q2, g: cmd.g },
	...(exp ? { shipped: exp } : {}),
	detail: det ?? [],
});

const rowOf = (
	code: string,
	cartons: Readonly<Record<string, Carton>>,
	catalogue: OfferedCatalogue,
): PreparationRow => {
	const { rp = '' } = parseProductCode(code) ?? {};
	const groups = Object.entries(cartons).flatMap(([gc, { lignes }]) => {
		const line = lignes[rp];
		return line ? [partOf(gc, line)] : [];
	});
	const add = (unit: 'q2' | 'g') => groups.reduce((sum, one) => sum + (one.ordered[unit] ?? 0), 0);
	const total = { q2: add('q2'), g: add('g') };
	const product = catalogue.lignes[code];
	const figures = product && quantityFigures(total, product);
	return {
		...{ code, label: product?.perm.lib ?? code, total, groups },
		...{ weight: figures?.gross ?? 0, price: figures?.px ?? 0 },
	};
};

/** Totals by product over all groups, with each group's part; `cartons` by group. */
export const preparationOf = (
	pr: string,
	delivery: Delivery,
	cartons: Readonly<Record<string, Carton>>,
	catalogue: OfferedCatalogue,
	now: Instant,
): Preparation => {
	const numbers = Object.values(cartons).flatMap(({ lignes }) => Object.keys(lignes));
	const rows = [...new Set(numbers)]
		.map((rp) => rowOf(`${pr}.${rp}`, cartons, catalogue))
		.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
	const phase = phaseOf(delivery, now);
	const states: [number, number, number, number] = [0, 0, 0, 0];
	for (const { etat } of Object.values(cartons)) states[etat as 0 | 1 | 2 | 3] += 1;
	return {
		...{ phase, rows, states, isFinal: phase !== 0 && phase !== 1 },
		weight: rows.reduce((sum, one) => sum + one.weight, 0),
		price: rows.reduce((sum, one) => sum + one.price, 0),
	};
};
