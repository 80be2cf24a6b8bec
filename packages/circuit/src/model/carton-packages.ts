import { err, ok, type Result } from '@navette/core';
import { type Failure, failure } from './errors.ts';
import type { CartonLine } from './orders.ts';

type Packages = NonNullable<CartonLine['paq']>;

/** Packages of one product for one group, at most. */
export const MAX_PACKAGES = 500;

/** Packages put in a carton and taken out of it, together. */
export interface CartonPackages {
	readonly add: Packages;
	/** Ids. */
	readonly remove: readonly string[];
}

/**
 * The list of packages of a product in a carton after a change. Two people may add at once: each
 * says what he adds, not what the list should be. `E-PAQ` when an id is taken or not there.
 */
export const changeCartonPackages = (
	list: Packages,
	{ add, remove }: CartonPackages,
): Result<Packages, Failure> => {
	const unknown = remove.find((id) => !list.some((one) => one.id === id));
	if (unknown !== undefined) return err(failure('E-PAQ', { id: unknown }));
	const kept = list.filter((one) => !remove.includes(one.id));
	const next = [...kept, ...add];
	const ids = new Set(next.map((one) => one.id));
	if (ids.size < next.length || next.length > MAX_PACKAGES)
		return err(failure('E-PAQ', { max: MAX_PACKAGES }));
	return ok(next);
};
