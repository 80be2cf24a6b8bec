import { alertBits } from './alerts.ts';
import { GROUP_ITSELF } from './codes.ts';
import type { ConsumerOrder } from './orders.ts';
import type { CatalogueLine } from './product.ts';
import { amountOf, wantedOf } from './quantities.ts';
import { type Claim, type SharingStrategy, shareOut } from './sharing-out.ts';

/**
 * Where goes what nobody wanted. `frustres`: one step each to those who lack something in this
 * delivery, first ordered first, then to the group itself. `groupe`: all to the group itself.
 * `laisser`: nowhere, it stays to be shared.
 */
export type Remainder = 'frustres' | 'groupe' | 'laisser';

/** Who is given how much of a product: halves (U) or grams (P). */
export interface Distribution {
	readonly given: ReadonlyMap<string, number>;
	/** What is placed nowhere. */
	readonly left: number;
}

type Orders = Readonly<Record<string, ConsumerOrder>>;

/** What consumers want of a product. */
export const claimsOf = (orders: Orders, code: string, { perm }: CatalogueLine): Claim[] =>
	Object.entries(orders).flatMap(([co, { lignes }]) => {
		const line = lignes[code];
		return line ? [{ co, wanted: amountOf(perm.mode, wantedOf(line)), t1: line.t1 }] : [];
	});

/** Smallest quantity that can be given: a half or a unit; the step of the product, or a gram. */
const stepOf = ({ perm }: CatalogueLine): number =>
	perm.mode === 'P' ? (perm.pas ?? 1) : perm.demi ? 1 : 2;

const LACKS = alertBits('FRUSTR');

const firstOrdered = (order: ConsumerOrder): number =>
	Math.min(...Object.values(order.lignes).map((line) => line.t1));

const lackingIn = (orders: Orders): string[] =>
	Object.entries(orders)
		.filter(([co, { tot }]) => co !== GROUP_ITSELF && (tot.al & LACKS) !== 0)
		.toSorted(([, a], [, b]) => firstOrdered(a) - firstOrdered(b))
		.map(([co]) => co);

const add = (given: Map<string, number>, co: string, amount: number): void => {
	given.set(co, (given.get(co) ?? 0) + amount);
};

/**
 * Shares what a group received of a product of mode U or P. Nobody gets more than he wanted but by
 * the rule of the remainder. What was received always equals what is given plus what is left.
 */
export const distribute = (
	orders: Orders,
	code: string,
	product: CatalogueLine,
	how: { available: number; strategy: SharingStrategy; remainder: Remainder },
): Distribution => {
	const { available, strategy, remainder } = how;
	const isWhole = product.perm.mode !== 'P' && !product.perm.demi;
	const claims = claimsOf(orders, code, product);
	const given = new Map(shareOut(available, claims, strategy, isWhole ? 2 : 1));
	for (const { co } of claims) if (!given.has(co)) given.set(co, 0);
	let left = available - [...given.values()].reduce((sum, one) => sum + one, 0);
	const step = stepOf(product);
	if (remainder === 'frustres')
		for (const co of lackingIn(orders)) {
			if (left < step) break;
			add(given, co, step);
			left -= step;
		}
	if (remainder === 'laisser' || left === 0) return { given, left };
	add(given, GROUP_ITSELF, left);
	return { given, left: 0 };
};
