import { withLines } from './order-lines.ts';
import type { ConsumerLine, ConsumerOrder, WeighedQuantity } from './orders.ts';
import type { DeliveryCatalogue } from './product.ts';
import { isSome, wantedOf } from './quantities.ts';

type Catalogue = Pick<DeliveryCatalogue, 'lignes'>;

/** An order in which nothing is said given of a product any more; a line born by it goes. */
export const withoutGiven = (
	order: ConsumerOrder | null,
	code: string,
	catalogue: Catalogue,
): ConsumerOrder | null => {
	const { [code]: line, ...others } = order?.lignes ?? {};
	if (!order || !line?.dis) return order;
	const { dis: _dis, ...rest } = line;
	const isEmpty = !isSome(rest.cmd) && !isSome(rest.att) && !rest.paq;
	return withLines(order, isEmpty ? others : { ...others, [code]: rest }, catalogue);
};

/**
 * "The basket is given": each line of an order that nobody filled is given as it was wanted; a bulk
 * weight is an estimate until it is weighed. Packages speak for themselves.
 */
export const basketGiven = (
	order: ConsumerOrder,
	mark: Pick<WeighedQuantity, 't' | 'par'>,
	catalogue: Catalogue,
): ConsumerOrder => {
	const given = ([code, line]: [string, ConsumerLine]): [string, ConsumerLine] => {
		const mode = catalogue.lignes[code]?.perm.mode;
		if (line.dis || mode === undefined || mode === 'UP') return [code, line];
		const { q2, g } = wantedOf(line);
		const quantity = mode === 'P' ? { g: g ?? 0, est: true } : { q2: q2 ?? 0 };
		return [code, { ...line, dis: { ...quantity, ...mark } }];
	};
	const lignes = Object.fromEntries(Object.entries(order.lignes).map(given));
	return withLines(order, lignes, catalogue) ?? order;
};

/** An order whose basket is not picked up any more. */
export const withoutPickUp = ({ ret: _ret, ...order }: ConsumerOrder): ConsumerOrder => order;
