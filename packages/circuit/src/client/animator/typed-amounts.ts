import { err, ok, type Result } from '@navette/core';
import { parseQuantity, parseWeight } from '@navette/ui/formats';
import { checkAmount, type Failure, failure } from '../../model/index.ts';
import type { OfferedLine } from './catalogue.ts';
import { isImplausibleWeight, type UnloadingRow } from './unloading.ts';

/**
 * Reads what somebody types while unloading: `8`, `1½`, `6+2` units, or `1720`, `1720+1850` grams,
 * `1,5` kg. Scales show no step: any weight will do. Errors: `E-PAS` not an amount, `E-DEMI`.
 */
export const readReceived = (text: string, product: OfferedLine): Result<number, Failure> => {
	const read = product.perm.mode === 'P' ? parseWeight : parseQuantity;
	const parts = text.split('+').map((part) => read(part));
	if (!parts.every((part) => part !== undefined)) return err(failure('E-PAS', { text }));
	const amount = parts.reduce((sum, part) => sum + part, 0);
	const free = { ...product, perm: { ...product.perm, pas: 1 } };
	const checked = checkAmount(free, amount);
	return checked.ok ? ok(amount) : checked;
};

/** Reads the weights of packages typed in a row: `1720`, `1720 1850`, `1720+1850` grams. */
export const readWeights = (text: string): readonly number[] | undefined => {
	const parts = text.split(/[+\s;]+/).filter((part) => part !== '');
	const grams = parts.map((part) => parseWeight(part));
	const isEach = grams.every((one) => one !== undefined && one >= 1 && one <= 400_000);
	return isEach && grams.length > 0 ? (grams as readonly number[]) : undefined;
};

/**
 * Whether an amount is so far from what is expected that it is asked again: a weight below 0.3 or above
 * 3 times, a number of units above 3 times. Fewer units than expected are an ordinary loss.
 */
export const isDoubtfulAmount = (
	amount: number,
	row: Pick<UnloadingRow, 'mode' | 'ordered' | 'shipped' | 'expectedGrams'>,
): boolean => {
	const expected = row.shipped ?? row.ordered;
	if (row.mode === 'P') return amount > 0 && isImplausibleWeight(amount, expected);
	return expected > 0 && amount > 3 * expected;
};
