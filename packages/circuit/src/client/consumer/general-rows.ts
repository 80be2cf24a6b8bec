import { conditionsInForce, type GeneralCatalogue, type Permanent } from '../../model/index.ts';
import type { OfferedCatalogue, OfferedLine } from '../animator/catalogue.ts';
import { type OrderRow, orderRows } from './order-rows.ts';

const NOTHING_PENDING = { lines: new Map(), refused: new Map() };

const permanentOf = ({ cv: _cv, ...perm }: GeneralCatalogue['prods'][string]): Permanent => perm;

/**
 * The general catalogue of a groupement as a group reads it on a day (`yyyymmdd`): products with their
 * conditions in force, without those that were removed. Nothing is ordered from it.
 */
export const generalRows = (
	catalogue: GeneralCatalogue,
	{
		gc,
		today,
		newSince,
	}: { readonly gc: string; readonly today: number; readonly newSince: number },
): readonly OrderRow[] => {
	const lines = Object.entries(catalogue.prods).flatMap(
		([code, product]): [string, OfferedLine][] => {
			const act = conditionsInForce(product, today);
			const isGone = product.sup !== undefined && product.sup <= today;
			return act === undefined || isGone
				? []
				: [[code, { perm: permanentOf(product), act, chg: [] }]];
		},
	);
	const offered: OfferedCatalogue = { calc: 0, lignes: Object.fromEntries(lines) };
	return orderRows({ gc, catalogue: offered, order: null, pending: NOTHING_PENDING, newSince });
};
