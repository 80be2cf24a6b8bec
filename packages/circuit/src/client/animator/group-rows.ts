import {
	alertsFor,
	amountOf,
	consumerLineAlerts,
	type GroupLine,
	type GroupOrder,
	halvesMissing,
	isSome,
	lineFigures,
	type Mode,
} from '../../model/index.ts';
import { isOfferedLine, type OfferedCatalogue, type OfferedLine } from './catalogue.ts';
import type { OrdersByConsumer } from './consumer-columns.ts';
import { isFound, listedProducts } from './product-order.ts';

/** A product as a row of the group's order. Amounts are halves (U, UP) or grams (P). */
export interface ProductRow {
	readonly code: string;
	readonly pr: string;
	readonly line: OfferedLine;
	readonly mode: Mode;
	readonly offered: boolean;
	/** What the group wants: Σ (attributed, failing that ordered). */
	readonly wanted: number;
	/** Consumers who ordered it, the group itself included. */
	readonly people: number;
	readonly halvesMissing: 0 | 1;
	/** Alert bits that an animator is shown, those of the consumers' lines included. */
	readonly alerts: number;
	/** Cents; an estimate as long as something is to be weighed. */
	readonly price: number;
	readonly estimated: boolean;
	/** Net grams. */
	readonly net: number;
	/** Absent = not declared. */
	readonly shipped?: number;
	readonly received?: number;
	readonly given: number;
}

interface RowSource {
	readonly catalogue: OfferedCatalogue;
	readonly orders: OrdersByConsumer;
	readonly groupOrder: GroupOrder | undefined;
}

interface LineSums {
	readonly price: number;
	readonly net: number;
	readonly estimated: boolean;
	readonly alerts: number;
}

/** The consumers' lines of a product, priced one by one: totals add rounded amounts. */
const sumsOf = (code: string, { catalogue, orders }: RowSource, received: boolean): LineSums => {
	const product = catalogue.lignes[code];
	const sums = { price: 0, net: 0, estimated: false, alerts: 0 };
	for (const order of orders.values()) {
		const line = order.lignes[code];
		if (!line) continue;
		const figures = lineFigures(line, product);
		sums.price += figures.px;
		sums.net += figures.net;
		sums.estimated ||= figures.est;
		sums.alerts |= consumerLineAlerts(line, product, received);
	}
	return sums;
};

const stagesOf = (mode: Mode, line: GroupLine | undefined) => ({
	...(line?.exp ? { shipped: amountOf(mode, line.exp) } : {}),
	...(line?.rec ? { received: amountOf(mode, line.rec) } : {}),
	given: amountOf(mode, line?.dis),
});

/** Rows of a group's order: every product of the delivery's catalogue, then nothing else. */
export const productRows = (source: RowSource): ProductRow[] =>
	listedProducts(source.catalogue).map(({ code, pr, line }) => {
		const mine = source.groupOrder?.lignes[code];
		const { mode } = line.perm;
		const sums = sumsOf(code, source, mine?.rec !== undefined);
		return {
			code,
			pr,
			line,
			mode,
			offered: isOfferedLine(line),
			wanted: amountOf(mode, mine?.att),
			people: mine?.cmd.nco ?? 0,
			halvesMissing: halvesMissing(mine, line.perm),
			alerts: alertsFor('GC', sums.alerts | (mine?.al ?? 0)),
			price: sums.price,
			estimated: sums.estimated,
			net: sums.net,
			...stagesOf(mode, mine),
		};
	});

export type RowFilter = 'all' | 'ordered' | 'alerts';

/** Whether anything was ordered, attributed, shipped, received or given of a product. */
export const isActive = (row: ProductRow): boolean =>
	row.wanted > 0 || row.people > 0 || (row.shipped ?? 0) > 0 || (row.received ?? 0) > 0;

/**
 * Rows that a person asked to see. Products that the group cannot order are shown only when
 * somebody has one.
 */
export const shownRows = (
	rows: readonly ProductRow[],
	filter: RowFilter,
	search: string,
	producerName: (pr: string) => string,
): ProductRow[] =>
	rows.filter((row) => {
		const active = isActive(row);
		if (filter === 'ordered' && !active) return false;
		if (filter === 'alerts' && row.alerts === 0) return false;
		if (!row.offered && !active) return false;
		return isFound(search, row.line.perm.lib, row.line.perm.rayon, producerName(row.pr));
	});

/** Whether a group's order has something shipped, or received: columns appear then. */
export const stagesReached = (
	groupOrder: GroupOrder | undefined,
): { shipped: boolean; received: boolean } => {
	const lines = Object.values(groupOrder?.lignes ?? {});
	return {
		shipped: lines.some((line) => line.exp !== undefined),
		received: lines.some((line) => isSome(line.rec)),
	};
};
