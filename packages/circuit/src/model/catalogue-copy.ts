import type { Instant } from './fields.ts';
import type { CatalogueLine, DeliveryCatalogue } from './product.ts';

const copied = ({ perm, act }: CatalogueLine): CatalogueLine => ({ perm, act, am: true, chg: [] });

/**
 * The catalogue of a delivery taken over by another one: the conditions that counted there, as if
 * amended by hand, so that a new calculation keeps them. Products removed since are left out.
 */
export const copyCatalogue = (
	source: DeliveryCatalogue,
	now: Instant,
	removed: (code: string) => boolean,
): DeliveryCatalogue => ({
	calc: now,
	lignes: Object.fromEntries(
		Object.entries(source.lignes)
			.filter(([code]) => !removed(code))
			.map(([code, line]) => [code, copied(line)]),
	),
});
