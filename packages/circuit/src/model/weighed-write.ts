import { err, ok, type Result } from '@navette/core';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';
import { checkAmount } from './order-lines.ts';
import type { WeighedQuantity } from './orders.ts';
import type { CatalogueLine } from './product.ts';
import { amountOf, type Quantity } from './quantities.ts';

/** What somebody declares shipped or received of a product. */
export interface WeighedWrite {
	/** `pr.rp`. */
	readonly code: string;
	/** Halves (U), halves and perhaps the total weight (UP), grams (P); `null` takes it back. */
	readonly quantity: Quantity | null;
	/** The weight is an estimate. */
	readonly est?: boolean;
	/** What the person saw; `null` = nothing declared; absent = whatever it was. */
	readonly seen?: Quantity | null;
	readonly author: string;
	readonly now: Instant;
}

const hasOtherUnit = ({ perm }: CatalogueLine, { q2, g }: Quantity): boolean =>
	(perm.mode === 'P' && q2 !== undefined) || (perm.mode === 'U' && g !== undefined);

const checkForm = (product: CatalogueLine, quantity: Quantity): Result<void, Failure> => {
	if (hasOtherUnit(product, quantity)) return err(failure('E-PAS'));
	// A weight that scales show is no multiple of anything.
	const free = { ...product, perm: { ...product.perm, pas: 1 } };
	return checkAmount(free, amountOf(product.perm.mode, quantity));
};

const same = (a: Quantity | null | undefined, b: Quantity | null | undefined): boolean =>
	(a ? (a.q2 ?? 0) : -1) === (b ? (b.q2 ?? 0) : -1) && (a?.g ?? 0) === (b?.g ?? 0);

/**
 * What is declared after a write; `null` = nothing any more. Errors: `E-PROD` unknown product, `E-DEMI`,
 * `E-PAS` (also the unit of another mode), `E-VU` somebody else declared meanwhile, with both values.
 */
export const writeWeighed = (
	current: WeighedQuantity | undefined,
	write: WeighedWrite,
	product: CatalogueLine | undefined,
): Result<WeighedQuantity | null, Failure> => {
	const { code, quantity, seen, est, author: par, now: t } = write;
	if (!product) return err(failure('E-PROD', { code }));
	const form = quantity ? checkForm(product, quantity) : ok(undefined);
	if (!form.ok) return form;
	const { mode } = product.perm;
	const isStale = seen !== undefined && !same(seen, current) && !same(quantity, current);
	if (isStale)
		return err(
			failure('E-VU', {
				...{
					code,
					current: amountOf(mode, current),
					wanted: amountOf(mode, quantity ?? undefined),
				},
				...{ currentG: current?.g ?? null, par: current?.par ?? null, t: current?.t ?? null },
			}),
		);
	if (!quantity) return ok(null);
	const { q2, g } = quantity;
	return ok({
		...(q2 === undefined ? {} : { q2 }),
		...(g === undefined ? {} : { g }),
		...(est ? { est: true } : {}),
		...{ t, par },
	});
};
