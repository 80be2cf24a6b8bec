import {
	alertBits,
	amountOf,
	type Carton,
	type Conditions,
	type Delivery,
	type GroupOrder,
	type Mode,
	type OrderWeights,
	parseProductCode,
	type Truck,
} from '../../model/index.ts';
import { truckLoads } from '../groupement/truck-loads.ts';

interface Keyed<Data> {
	readonly key: Readonly<Record<string, string>>;
	readonly data: Data;
}

/** One series of a chart: a value for each category; its name is a code that screens put in words. */
export interface FigureSeries {
	readonly id: string;
	readonly values: readonly number[];
}

/** Figures by delivery, month (`202506`) or day, the oldest first. */
export interface Figures {
	readonly categories: readonly string[];
	readonly series: readonly FigureSeries[];
}

/** Deliveries or months of one chart, at most. */
export const MOST = 12;

/** Adds values up by category and series; the last `MOST` categories. */
const figuresOf = (
	values: Iterable<readonly [category: string, series: string, value: number]>,
	series: readonly string[],
): Figures => {
	const sums = new Map<string, number>();
	const categories = new Set<string>();
	for (const [category, id, value] of values) {
		categories.add(category);
		const key = `${category} ${id}`;
		sums.set(key, (sums.get(key) ?? 0) + value);
	}
	const shown = [...categories].toSorted().slice(-MOST);
	return {
		categories: shown,
		series: series.map((id) => ({
			id,
			values: shown.map((category) => sums.get(`${category} ${id}`) ?? 0),
		})),
	};
};

/** Adds values up by category, the highest first; what comes to nothing is left out. */
const rankingOf = (
	id: string,
	values: Iterable<readonly [category: string, value: number]>,
	most = MOST,
): Figures => {
	const sums = new Map<string, number>();
	for (const [category, value] of values)
		if (value > 0) sums.set(category, (sums.get(category) ?? 0) + value);
	const ranked = [...sums]
		.toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b))
		.slice(0, most);
	return {
		categories: ranked.map(([category]) => category),
		series: [{ id, values: ranked.map(([, value]) => value) }],
	};
};

const livrOf = ({ key }: Keyed<unknown>): string => key.livr ?? '';

type Measure = 'px' | 'pb';

/** An entry of the report `Bilan`: what one order of the consumer came to. */
export interface OrderSum extends OrderWeights {
	readonly livr: string;
}

/** A consumer's orders by month: cents or net grams, what is sure apart from what is estimated. */
export const consumerFigures = (orders: readonly OrderSum[], measure: 'px' | 'pn'): Figures =>
	figuresOf(
		orders.flatMap(({ livr, sur, est }) => {
			const month = livr.slice(0, 6);
			return [
				[month, 'weighed', sur[measure]],
				[month, 'estimated', est[measure]],
			] as const;
		}),
		['weighed', 'estimated'],
	);

/** Share of a series in all of a chart, basis points; `undefined` when there is nothing. */
export const shareOf = (figures: Figures, id: string): number | undefined => {
	const total = totalOf(figures);
	const own = figures.series.filter((one) => one.id === id);
	return total === 0
		? undefined
		: Math.round((10_000 * totalOf({ ...figures, series: own })) / total);
};

/** Orders of groups by delivery: cents, gross grams or consumers, one series for each group. */
export const groupFigures = (
	orders: readonly Keyed<GroupOrder>[],
	measure: Measure | 'nco',
): Figures =>
	figuresOf(
		orders.map((one) => [livrOf(one), one.key.gc ?? '', one.data.tot[measure]]),
		[...new Set(orders.map(({ key }) => key.gc ?? ''))].toSorted(),
	);

const WRONG = alertBits('EXCES', 'PERTE', 'NONDECL', 'NONCMD');

/** Producers (`gp.pr`) of whose products what was shipped and what came do not agree: the most first. */
export const discrepancyFigures = (orders: readonly Keyed<GroupOrder>[]): Figures =>
	rankingOf(
		'count',
		orders.flatMap(({ key, data }) =>
			Object.entries(data.lignes)
				.filter(([, { al }]) => (al & WRONG) !== 0)
				.map(([code]) => [`${key.gp}.${parseProductCode(code)?.pr ?? ''}`, 1] as const),
		),
	);

/** The products most wanted over some deliveries, by the consumers who ordered them. */
export const topProducts = (orders: readonly Keyed<GroupOrder>[], most = 8): Figures =>
	rankingOf(
		'nco',
		orders.flatMap(({ data }) =>
			Object.entries(data.lignes).map(([code, { cmd }]) => [code, cmd.nco] as const),
		),
		most,
	);

/** A producer's cartons by delivery: cents, one series for each group. */
export const producerFigures = (cartons: readonly Keyed<Carton>[]): Figures =>
	figuresOf(
		cartons.map((one) => [livrOf(one), one.key.gc ?? '', one.data.tot.px]),
		[...new Set(cartons.map(({ key }) => key.gc ?? ''))].toSorted(),
	);

/** What was ordered of one product by delivery: halves (U, UP) or grams (P). */
export const productFigures = (
	cartons: readonly Keyed<Carton>[],
	rp: string,
	mode: Mode,
): Figures =>
	figuresOf(
		cartons.map((one) => [livrOf(one), 'ordered', amountOf(mode, one.data.lignes[rp]?.cmd)]),
		['ordered'],
	);

/** Price of a product from each day on (`20250612`): cents a unit, or a kilogram when it is weighed. */
export const priceFigures = (conditions: readonly Conditions[]): Figures =>
	figuresOf(
		conditions.map(({ d, pu }) => [String(d), 'price', pu]),
		['price'],
	);

/** How full one truck left, delivery by delivery. */
export interface TruckFigures {
	readonly truck: string;
	readonly figures: Figures;
}

/**
 * How full each truck is, delivery by delivery: basis points of its payload, gross weight of the
 * orders. Trucks without a payload and stops without a truck are left out.
 */
export const truckFigures = (
	deliveries: readonly Keyed<Pick<Delivery, 'pts'>>[],
	trucks: readonly Truck[],
	orders: readonly Keyed<GroupOrder>[],
): TruckFigures[] => {
	const weights = new Map(
		orders.map((one) => [`${livrOf(one)} ${one.key.gc ?? ''}`, one.data.tot.pb]),
	);
	const fills = deliveries.flatMap((one) => {
		const weightOf = (gc: string) => weights.get(`${livrOf(one)} ${gc}`) ?? 0;
		return truckLoads(one.data, trucks, weightOf).flatMap(({ name, weight, capacity = 0 }) =>
			capacity > 0 && weight > 0
				? [[livrOf(one), name, Math.floor((10_000 * weight) / capacity)] as const]
				: [],
		);
	});
	return [...new Set(fills.map(([, name]) => name))].toSorted().map((truck) => ({
		truck,
		figures: figuresOf(
			fills.filter(([, name]) => name === truck),
			[truck],
		),
	}));
};

/** Sum of all the values of a chart. */
export const totalOf = ({ series }: Figures): number =>
	series.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0);

const heightsOf = ({ categories, series }: Figures): number[] =>
	categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));

/** The lowest and the highest stack of a chart; 0 of nothing. */
export const extremesOf = (figures: Figures): readonly [lowest: number, highest: number] => {
	const heights = heightsOf(figures);
	return heights.length === 0 ? [0, 0] : [Math.min(...heights), Math.max(...heights)];
};

/** The category of the highest stack; `undefined` when there is nothing. */
export const highestOf = (figures: Figures): string | undefined => {
	const heights = heightsOf(figures);
	const highest = Math.max(0, ...heights);
	return highest === 0 ? undefined : figures.categories[heights.indexOf(highest)];
};
