import {
	alertsFor,
	amountOf,
	type GroupLine,
	type GroupOrder,
	groupLineAlerts,
	isSettled,
	type Mode,
	parseProductCode,
	type Quantity,
	quantityFigures,
	type Tolerance,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';

/** A product on the unloading screen. Amounts are halves (U, UP) or grams (P). */
export interface UnloadingRow {
	readonly code: string;
	readonly label: string;
	readonly mode: Mode;
	/** Whether halves may be typed. */
	readonly half: boolean;
	readonly ordered: number;
	/** Absent = nothing declared. */
	readonly shipped?: number;
	readonly received?: Quantity & { readonly est?: boolean };
	/** Grams expected for the amount, to ask again about a weight that is far from it. */
	readonly expectedGrams: number;
	readonly remark?: string;
	/** Alert bits that an animator is shown. */
	readonly alerts: number;
}

/** What one producer brings. */
export interface UnloadingProducer {
	readonly pr: string;
	readonly rows: readonly UnloadingRow[];
	/** Products without a word about their arrival. */
	readonly undeclared: number;
}

const rowOf = (
	code: string,
	line: GroupLine,
	catalogue: OfferedCatalogue,
	tolerance: Tolerance,
): UnloadingRow => {
	const product = catalogue.lignes[code];
	const mode = product?.perm.mode ?? (line.att.g > 0 ? 'P' : 'U');
	const expected = line.exp ?? line.att;
	const alerts = groupLineAlerts(line, product, tolerance, true);
	const { q2, g, est } = line.rec ?? {};
	const received = {
		...(q2 === undefined ? {} : { q2 }),
		...(g === undefined ? {} : { g }),
		...(est ? { est } : {}),
	};
	return {
		...{ code, mode, half: product?.perm.demi ?? false, label: product?.perm.lib ?? code },
		ordered: amountOf(mode, line.att),
		...(line.exp ? { shipped: amountOf(mode, line.exp) } : {}),
		...(line.rec ? { received } : {}),
		expectedGrams: product ? quantityFigures(expected, product).net : 0,
		...(line.rem === undefined ? {} : { remark: line.rem }),
		alerts: alertsFor('GC', alerts),
	};
};

/** What a line is expected to be: shipped, failing that ordered. Halves or grams. */
export const expectedOf = ({ shipped, ordered }: UnloadingRow): number => shipped ?? ordered;

/**
 * Lines of a producer declared just as expected, which "all as shipped" may have written: what may be
 * taken back together. What was counted otherwise is left alone.
 */
export const declaredAsExpected = ({ rows }: Pick<UnloadingProducer, 'rows'>): UnloadingRow[] =>
	rows.filter(
		(row) => row.received !== undefined && amountOf(row.mode, row.received) === expectedOf(row),
	);

/** A product of the catalogue that nobody ordered and that arrived all the same. */
export const extraRow = (code: string, catalogue: OfferedCatalogue): UnloadingRow | undefined => {
	const perm = catalogue.lignes[code]?.perm;
	if (!perm) return undefined;
	const { mode, demi: half, lib: label } = perm;
	return { code, label, mode, half, ordered: 0, expectedGrams: 0, alerts: 0 };
};

/** What a group expects and found, by producer then product, in the order of names. */
export const unloadingOf = (
	order: GroupOrder | null,
	catalogue: OfferedCatalogue,
	tolerance: Tolerance,
): UnloadingProducer[] => {
	const byProducer = new Map<string, UnloadingRow[]>();
	for (const [code, line] of Object.entries(order?.lignes ?? {})) {
		const { pr = '' } = parseProductCode(code) ?? {};
		const row = rowOf(code, line, catalogue, tolerance);
		byProducer.set(pr, [...(byProducer.get(pr) ?? []), row]);
	}
	return [...byProducer]
		.toSorted(([a], [b]) => Number(a) - Number(b))
		.map(([pr, rows]) => ({
			pr,
			rows: rows.toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
			undeclared: rows.filter(({ received }) => !received).length,
		}));
};

/** Whether a weight typed is so far from what is expected that it is asked again (0.3 to 3 times). */
export const isImplausibleWeight = (grams: number, expected: number): boolean =>
	expected > 0 && (grams * 10 < expected * 3 || grams > expected * 3);

/** Grams of a sum typed as `1720+1850`; `undefined` when it is not one. */
export const typedGrams = (text: string): number | undefined => {
	const parts = text.replaceAll(/[\s\u00a0\u202f]/g, '').split('+');
	if (!parts.every((part) => /^\d{1,7}$/.test(part))) return undefined;
	return parts.reduce((sum, part) => sum + Number(part), 0);
};

/** How many products of a group are not settled by their own lines: the counter of the screen. */
export const openProducts = (producers: readonly UnloadingProducer[]): number =>
	producers
		.flatMap(({ rows }) => rows)
		.filter(({ received, alerts }) => !received || !isSettled(alerts)).length;
