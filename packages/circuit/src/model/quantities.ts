import type { ConsumerLine, QuantitySum } from './orders.ts';
import type { Mode } from './product.ts';

/** Halves in modes U and UP, grams in mode P. A bare quantity, without its author. */
export interface Quantity {
	readonly q2?: number;
	readonly g?: number;
}

/** The number a mode counts in: halves (U, UP) or grams (P); 0 when nothing. */
export const amountOf = (mode: Mode, quantity: Quantity | undefined): number =>
	(mode === 'P' ? quantity?.g : quantity?.q2) ?? 0;

/** The quantity of an amount in a mode. */
export const quantityOf = (mode: Mode, amount: number): { q2: number } | { g: number } =>
	mode === 'P' ? { g: amount } : { q2: amount };

/** What was attributed, failing that what was ordered: what the group wants for the line. */
export const wantedOf = (line: Pick<ConsumerLine, 'cmd' | 'att'>): Quantity => line.att ?? line.cmd;

/**
 * The quantity that counts, for every screen, print, export and total:
 * given, failing that attributed, failing that ordered.
 */
export const dueOf = (line: Pick<ConsumerLine, 'cmd' | 'att' | 'dis'>): Quantity =>
	line.dis ?? line.att ?? line.cmd;

/** Whether anything is in a quantity. */
export const isSome = (quantity: Quantity | undefined): boolean =>
	(quantity?.q2 ?? 0) > 0 || (quantity?.g ?? 0) > 0;

/** No quantity. */
export const ZERO: QuantitySum = { q2: 0, g: 0 };

/** `a + sign·b`; the defect of a negative sum throws, since a delta came from another truth. */
export const addQuantity = (a: QuantitySum, b: Quantity, sign: 1 | -1 = 1): QuantitySum => {
	const sum = { q2: a.q2 + sign * (b.q2 ?? 0), g: a.g + sign * (b.g ?? 0) };
	if (sum.q2 < 0 || sum.g < 0) throw new RangeError('negative sum of orders');
	return sum;
};
