import type { ConsumerOrder, OrderedSum, QuantitySum } from './orders.ts';
import { addQuantity, isSome, wantedOf, ZERO } from './quantities.ts';

/** What one order adds to a product of its group: all of it linear, hence summed and subtracted. */
export interface Contribution {
	readonly cmd: OrderedSum;
	readonly att: QuantitySum;
	readonly dis: QuantitySum;
}

/** What an order adds to its group, by product code. */
export const contributionsOf = (order: ConsumerOrder | null): Record<string, Contribution> =>
	Object.fromEntries(
		Object.entries(order?.lignes ?? {}).map(([code, line]) => [
			code,
			{
				cmd: { ...addQuantity(ZERO, line.cmd), nco: isSome(line.cmd) ? 1 : 0 },
				att: addQuantity(ZERO, wantedOf(line)),
				dis: addQuantity(ZERO, line.dis ?? ZERO),
			},
		]),
	);

const NONE: Contribution = { cmd: { ...ZERO, nco: 0 }, att: ZERO, dis: ZERO };

const addOrdered = (a: OrderedSum, b: OrderedSum, sign: 1 | -1): OrderedSum => {
	const nco = a.nco + sign * b.nco;
	if (nco < 0) throw new RangeError('negative number of consumers');
	return { ...addQuantity(a, b, sign), nco };
};

/** `base + added − removed`, product by product; throws when a sum would be negative. */
export const movedContribution = (
	base: Contribution,
	removed: Contribution | undefined,
	added: Contribution | undefined,
): Contribution => {
	const plus = added ?? NONE;
	const minus = removed ?? NONE;
	return {
		cmd: addOrdered(addOrdered(base.cmd, plus.cmd, 1), minus.cmd, -1),
		att: addQuantity(addQuantity(base.att, plus.att), minus.att, -1),
		dis: addQuantity(addQuantity(base.dis, plus.dis), minus.dis, -1),
	};
};

/** Nothing contributed. */
export const noContribution = (): Contribution => NONE;

/** Σ of what several orders add, product by product. */
export const sumContributions = (
	orders: readonly (ConsumerOrder | null)[],
): Record<string, Contribution> => {
	const sums: Record<string, Contribution> = {};
	for (const order of orders)
		for (const [code, one] of Object.entries(contributionsOf(order)))
			sums[code] = movedContribution(sums[code] ?? NONE, undefined, one);
	return sums;
};

const sameSum = (a: QuantitySum, b: QuantitySum): boolean => a.q2 === b.q2 && a.g === b.g;

/** Codes of the products whose contribution differs between two states of an order. */
export const changedProducts = (
	before: Readonly<Record<string, Contribution>>,
	after: Readonly<Record<string, Contribution>>,
): string[] =>
	[...new Set([...Object.keys(before), ...Object.keys(after)])].filter((code) => {
		const a = before[code] ?? NONE;
		const b = after[code] ?? NONE;
		return !(
			sameSum(a.cmd, b.cmd) &&
			a.cmd.nco === b.cmd.nco &&
			sameSum(a.att, b.att) &&
			sameSum(a.dis, b.dis)
		);
	});
