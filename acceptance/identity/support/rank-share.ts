/**
 * How often a value of `left` is above one of `right` (ties count half): 0.5 when nothing tells them
 * apart, 0 or 1 when one value is enough. Mann and Whitney (1947); for n values each, chance alone
 * spreads it by about `sqrt(1 / (6 n))`.
 */
export const rankShare = (left: readonly number[], right: readonly number[]): number => {
	let above = 0;
	for (const a of left) for (const b of right) above += a > b ? 1 : a === b ? 0.5 : 0;
	return above / (left.length * right.length);
};
