import {
	alertBits,
	amountOf,
	type ConsumerOrder,
	type GroupOrder,
	halvesMissing,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';

/** Something to look at before the orders of a group close. */
export interface ClosingEntry {
	readonly code: string;
	readonly label: string;
	/** Halves do not make whole units; a quantity is high; only one person ordered it. */
	readonly why: 'halves' | 'high' | 'alone';
	/** Consumers concerned: those with a half, with much, or the only one. */
	readonly people: readonly string[];
}

const HIGH = alertBits('QMAX');

const peopleWith = (
	orders: Readonly<Record<string, ConsumerOrder>>,
	code: string,
	isOne: (order: ConsumerOrder) => boolean = () => true,
): string[] =>
	Object.entries(orders)
		.filter(([, order]) => order.lignes[code] !== undefined && isOne(order))
		.map(([co]) => co);

/** What an animator checks before the closing: halves, high quantities, products of one person. */
export const closingCheck = (
	order: GroupOrder | null,
	orders: Readonly<Record<string, ConsumerOrder>>,
	catalogue: OfferedCatalogue,
): ClosingEntry[] =>
	Object.entries(order?.lignes ?? {}).flatMap(([code, line]): ClosingEntry[] => {
		const product = catalogue.lignes[code];
		if (!product) return [];
		const { lib: label, mode } = product.perm;
		const ordered = (one: ConsumerOrder) => amountOf(mode, one.lignes[code]?.cmd);
		const max = product.act.qmax ?? Number.POSITIVE_INFINITY;
		const halves = peopleWith(orders, code, (one) => ordered(one) % 2 === 1);
		const high = peopleWith(orders, code, (one) => (one.tot.al & HIGH) !== 0 && ordered(one) > max);
		return [
			...(halvesMissing(line, product.perm)
				? [{ code, label, why: 'halves' as const, people: halves }]
				: []),
			...(high.length > 0 ? [{ code, label, why: 'high' as const, people: high }] : []),
			...(line.cmd.nco === 1
				? [{ code, label, why: 'alone' as const, people: peopleWith(orders, code) }]
				: []),
		];
	});
