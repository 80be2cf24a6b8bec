/** A safe integer ≥ 0, or a thrown defect: an amount must never be silently wrong. */
const exact = (value: number): number => {
	if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('not an exact amount');
	return value;
};

/**
 * Price in cents of `q2` half units at `pu` cents a unit, half-up to the cent.
 * Throws a `RangeError` when an argument or the product is not a safe integer ≥ 0.
 */
export const prixU = (q2: number, pu: number): number =>
	Math.floor(exact(exact(q2) * exact(pu) + 1) / 2);

/**
 * Price in cents of `g` grams at `pukg` cents a kilogram, half-up to the cent.
 * Throws a `RangeError` when an argument or the product is not a safe integer ≥ 0.
 */
export const prixP = (g: number, pukg: number): number => {
	const doubled = exact(exact(2 * exact(g) * exact(pukg)) + 1_000);
	return (doubled - (doubled % 2_000)) / 2_000;
};

/** Grams of `q2` half units of `unit` grams, half-up to the gram. */
export const weightOfHalves = (q2: number, unit: number): number => prixU(q2, unit);

/** Whether a number of halves is a whole number of units. */
export const isWhole = (q2: number): boolean => q2 % 2 === 0;

/**
 * Tolerance of a comparison around `x`: whether `difference` is beyond the larger of `tolG` and
 * `tolPct` per cent of `x`. All integers, no rounding.
 */
export const isBeyondTolerance = (
	difference: number,
	x: number,
	tolerance: { readonly tolG: number; readonly tolPct: number },
): boolean => {
	const gap = Math.abs(difference);
	return gap > tolerance.tolG && gap * 100 > tolerance.tolPct * x;
};
