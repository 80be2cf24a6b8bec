import {
	amountOf,
	type CatalogueLine,
	type ConsumerOrder,
	type GroupOrder,
	halvesMissing,
	isOffered,
	type LineFigures,
	lineFigures,
	type Permanent,
	quantityFigures,
	quantityOf,
} from '../../model/index.ts';
import type { OfferedCatalogue, OfferedLine } from '../animator/catalogue.ts';
import type { PendingOrder } from './pending-lines.ts';

/** One product in an order being written. Amounts are halves (U, UP) or grams (P). */
export interface OrderRow {
	readonly code: string;
	readonly perm: Permanent;
	/** cents per unit, or per kg (UP, P) */
	readonly price: number;
	/** cents at opening, when it changed since */
	readonly priceBefore?: number;
	/** net grams of one unit or piece; absent in bulk */
	readonly net?: number;
	readonly offered: boolean;
	/** 0 none … 4 plenty */
	readonly stock: number;
	readonly isNew: boolean;
	/** what − and + add: 2 halves, or the step in grams */
	readonly step: number;
	/** above it a warning is shown */
	readonly max?: number;
	/** shown: what is kept, or what this device asks for */
	readonly amount: number;
	readonly figures: LineFigures;
	readonly isHigh: boolean;
	readonly state: 'kept' | 'sending' | 'waiting' | 'refused';
	/** attributed by the animator, when it is less than ordered */
	readonly reduced?: number;
	/** the group's amount and missing halves, when the group's order is known */
	readonly group?: { readonly amount: number; readonly missing: 0 | 1; readonly people: number };
}

/** Products of a shelf, in the order of their names. */
export interface Shelf {
	readonly name: string;
	readonly rows: readonly OrderRow[];
}

/** What rows are made of. */
export interface RowSources {
	readonly gc: string;
	readonly catalogue: Pick<OfferedCatalogue, 'lignes'>;
	/** The order with what is pending (`shownOrder`). */
	readonly order: ConsumerOrder | null;
	readonly pending: PendingOrder;
	readonly groupOrder?: GroupOrder | null;
	/** Products declared since then are new, ms. */
	readonly newSince: number;
}

const DEFAULT_STEP = 100;

const stateOf = (code: string, { lines, refused }: PendingOrder): OrderRow['state'] =>
	refused.has(code) ? 'refused' : (lines.get(code)?.state ?? 'kept');

const groupOf = (
	code: string,
	line: CatalogueLine,
	groupOrder: GroupOrder | null | undefined,
): Pick<OrderRow, 'group'> => {
	if (groupOrder === undefined) return {};
	const found = groupOrder?.lignes[code];
	const amount = amountOf(line.perm.mode, found?.att);
	const missing = halvesMissing(found, line.perm);
	return { group: { amount, missing, people: found?.cmd.nco ?? 0 } };
};

const reducedOf = (line: CatalogueLine, order: ConsumerOrder | null, code: string) => {
	const mine = order?.lignes[code];
	const attributed = mine?.att && amountOf(line.perm.mode, mine.att);
	return attributed !== undefined && attributed < amountOf(line.perm.mode, mine?.cmd)
		? { reduced: attributed }
		: {};
};

const rowOf = (code: string, line: OfferedLine, sources: RowSources): OrderRow => {
	const { perm, act, ouv } = line;
	const mine = sources.order?.lignes[code];
	const amount = amountOf(perm.mode, mine?.cmd);
	const nothing = quantityFigures(quantityOf(perm.mode, 0), line);
	return {
		...{ code, perm, amount },
		price: act.pu,
		...(ouv && ouv.pu !== act.pu ? { priceBefore: ouv.pu } : {}),
		...(perm.mode === 'P' ? {} : { net: act.pn }),
		offered: line.indispo !== true && isOffered(line, sources.gc),
		stock: act.dispo,
		isNew: perm.cree >= sources.newSince,
		step: perm.mode === 'P' ? (perm.pas ?? DEFAULT_STEP) : 2,
		...(act.qmax === undefined ? {} : { max: act.qmax }),
		figures: mine ? lineFigures(mine, line) : nothing,
		isHigh: act.qmax !== undefined && amount > act.qmax,
		state: stateOf(code, sources.pending),
		...reducedOf(line, sources.order, code),
		...groupOf(code, line, sources.groupOrder),
	};
};

const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** Every product of the catalogue that may be seen: offered, or ordered before it was withdrawn. */
export const orderRows = (sources: RowSources): readonly OrderRow[] =>
	Object.entries(sources.catalogue.lignes)
		.map(([code, line]) => rowOf(code, line, sources))
		.sort(
			(a, b) =>
				collator.compare(a.perm.rayon, b.perm.rayon) || collator.compare(a.perm.lib, b.perm.lib),
		);

/** The same rows by shelf. */
export const shelvesOf = (rows: readonly OrderRow[]): readonly Shelf[] => {
	const shelves = new Map<string, OrderRow[]>();
	for (const row of rows) {
		const rest = shelves.get(row.perm.rayon);
		if (rest) rest.push(row);
		else shelves.set(row.perm.rayon, [row]);
	}
	return [...shelves].map(([name, found]) => ({ name, rows: found }));
};
