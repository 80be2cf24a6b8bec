/** Bounds of a quantity in half units. */
export interface QuantityBounds {
	/** whether halves are allowed */
	readonly half: boolean;
	readonly max?: number;
}

const clamp = (value: number, max: number | undefined): number =>
	Math.max(0, max === undefined ? value : Math.min(value, max));

/** One unit more (`+1`) or less (`-1`): a half left over is kept, never below nothing. */
export const stepQuantity = (halves: number, units: number, bounds: QuantityBounds): number =>
	clamp(halves + units * 2, bounds.max);

/** Adds a half, or takes off the one there is. */
export const toggleHalf = (halves: number, bounds: QuantityBounds): number => {
	const next = halves % 2 === 0 ? halves + 1 : halves - 1;
	return bounds.half ? clamp(next, bounds.max) : halves;
};

export type QuantityFault = 'not-a-quantity' | 'no-half' | 'too-much';

/** Why a typed quantity cannot be taken; `undefined` when it can. */
export const quantityFault = (
	halves: number | undefined,
	bounds: QuantityBounds,
): QuantityFault | undefined => {
	if (halves === undefined) return 'not-a-quantity';
	if (!bounds.half && halves % 2 !== 0) return 'no-half';
	return bounds.max !== undefined && halves > bounds.max ? 'too-much' : undefined;
};

/** The next multiple of the step above (`+1`) or below (`-1`) a weight in grams. */
export const stepWeight = (
	grams: number,
	direction: 1 | -1,
	step: number,
	max?: number,
): number => {
	const steps = grams / step;
	const next = direction === 1 ? Math.floor(steps) + 1 : Math.ceil(steps) - 1;
	return clamp(next * step, max);
};

export type WeightFault = 'not-a-weight' | 'not-a-step' | 'too-much';

/** Why a typed weight cannot be taken; `undefined` when it can. */
export const weightFault = (
	grams: number | undefined,
	step: number,
	max?: number,
): WeightFault | undefined => {
	if (grams === undefined) return 'not-a-weight';
	if (grams % step !== 0) return 'not-a-step';
	return max !== undefined && grams > max ? 'too-much' : undefined;
};
