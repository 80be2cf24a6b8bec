import {
	alertsFor,
	amountOf,
	type GroupOrder,
	halvesMissing,
	type Mode,
	type QuantitySum,
	quantityFigures,
} from '../../model/index.ts';
import {
	isFound,
	listedProducts,
	type OfferedCatalogue,
	type OfferedLine,
} from '../animator/index.ts';

/** A group as a column of the matrix. */
export interface GroupColumn {
	readonly gc: string;
	readonly name: string;
	/** Absent = no order yet. */
	readonly order?: GroupOrder;
}

/** A product as a row of the matrix of a tour. Amounts are halves (U, UP) or grams (P). */
export interface TourRow {
	readonly code: string;
	readonly pr: string;
	readonly line: OfferedLine;
	readonly mode: Mode;
	/** By group; a group without the product is absent. */
	readonly amounts: ReadonlyMap<string, number>;
	readonly total: number;
	/** Groups whose halves do not make whole units. */
	readonly oddGroups: readonly string[];
	/** Alert bits that a groupement is shown. */
	readonly alerts: number;
	/** Cents at nominal weights, added group by group. */
	readonly price: number;
	readonly estimated: boolean;
	/** Gross grams at nominal weights. */
	readonly gross: number;
}

interface Orderer {
	readonly gc: string;
	readonly wanted: QuantitySum;
	readonly alerts: number;
	readonly odd: boolean;
}

const orderersOf = (code: string, line: OfferedLine, columns: readonly GroupColumn[]): Orderer[] =>
	columns.flatMap(({ gc, order }) => {
		const own = order?.lignes[code];
		if (!own || (own.att.q2 === 0 && own.att.g === 0 && own.al === 0)) return [];
		return [{ gc, wanted: own.att, alerts: own.al, odd: halvesMissing(own, line.perm) === 1 }];
	});

const rowOf = (
	code: string,
	pr: string,
	line: OfferedLine,
	columns: readonly GroupColumn[],
): TourRow => {
	const { mode } = line.perm;
	const orderers = orderersOf(code, line, columns);
	const figures = orderers.map((one) => quantityFigures(one.wanted, line));
	const amounts = new Map(orderers.map((one) => [one.gc, amountOf(mode, one.wanted)] as const));
	return {
		code,
		pr,
		line,
		mode,
		amounts,
		total: [...amounts.values()].reduce((a, b) => a + b, 0),
		oddGroups: orderers.filter((one) => one.odd).map((one) => one.gc),
		alerts: alertsFor(
			'GP',
			orderers.reduce((bits, one) => bits | one.alerts, 0),
		),
		price: figures.reduce((sum, one) => sum + one.px, 0),
		estimated: figures.some((one) => one.est),
		gross: figures.reduce((sum, one) => sum + one.gross, 0),
	};
};

/** The matrix products × groups of a tour: every product of its catalogue. */
export const tourRows = (catalogue: OfferedCatalogue, columns: readonly GroupColumn[]): TourRow[] =>
	listedProducts(catalogue).map(({ code, pr, line }) => rowOf(code, pr, line, columns));

export type TourFilter = 'ordered' | 'all' | 'alerts';

/** Rows that a person asked to see. */
export const shownTourRows = (
	rows: readonly TourRow[],
	filter: TourFilter,
	search: string,
	producerName: (pr: string) => string,
): TourRow[] =>
	rows.filter((row) => {
		if (filter === 'ordered' && row.total === 0) return false;
		if (filter === 'alerts' && row.alerts === 0) return false;
		return isFound(search, row.line.perm.lib, row.line.perm.rayon, producerName(row.pr));
	});

/** Totals of a producer over a tour. */
export interface ProducerTotal {
	readonly pr: string;
	readonly references: number;
	readonly groups: number;
	readonly gross: number;
	readonly price: number;
	readonly estimated: boolean;
}

/** Totals by producer, of those whose products were ordered. */
export const producerTotals = (rows: readonly TourRow[]): ProducerTotal[] => {
	const byProducer = Map.groupBy(
		rows.filter((row) => row.total > 0),
		(row) => row.pr,
	);
	return [...byProducer].map(([pr, own]) => ({
		pr,
		references: own.length,
		groups: new Set(own.flatMap((row) => [...row.amounts.keys()])).size,
		gross: own.reduce((sum, row) => sum + row.gross, 0),
		price: own.reduce((sum, row) => sum + row.price, 0),
		estimated: own.some((row) => row.estimated),
	}));
};

/** What a groupement looks at before closing: orders that are missing or that stand alone. */
export interface TourChecks {
	/** Groups of the tour without an order. */
	readonly silentGroups: readonly GroupColumn[];
	/** Products that one group only ordered. */
	readonly lonely: readonly { row: TourRow; gc: string }[];
	/** Products whose halves do not make whole units in some group. */
	readonly odd: readonly TourRow[];
	/** Producers of the catalogue of whom nothing is ordered. */
	readonly idleProducers: readonly string[];
}

export const tourChecks = (
	rows: readonly TourRow[],
	columns: readonly GroupColumn[],
): TourChecks => {
	const ordered = rows.filter((row) => row.total > 0);
	const busy = new Set(ordered.map((row) => row.pr));
	const lonely = ordered.flatMap((row) => {
		const [gc, second] = [...row.amounts].filter(([, amount]) => amount > 0).map(([code]) => code);
		return gc !== undefined && second === undefined && columns.length > 1 ? [{ row, gc }] : [];
	});
	return {
		silentGroups: columns.filter(({ order }) => (order?.tot.nref ?? 0) === 0),
		lonely,
		odd: ordered.filter((row) => row.oddGroups.length > 0),
		idleProducers: [...new Set(rows.map((row) => row.pr))].filter((pr) => !busy.has(pr)),
	};
};
