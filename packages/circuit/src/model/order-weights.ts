import { lineFigures } from './line-figures.ts';
import type { ConsumerOrder } from './orders.ts';
import type { DeliveryCatalogue } from './product.ts';

/** Cents and net grams (what is eaten). */
export interface NetFigures {
	readonly px: number;
	readonly pn: number;
}

/** An order by the quantities that count: what is sure apart from what is estimated. */
export interface OrderWeights {
	/** Weighed, or sold by the unit. */
	readonly sur: NetFigures;
	readonly est: NetFigures;
}

/** Sums an order up line by line: one piece still to be weighed does not make all of it an estimate. */
export const orderWeights = (
	{ lignes }: Pick<ConsumerOrder, 'lignes'>,
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
): OrderWeights => {
	const sums = { sur: { px: 0, pn: 0 }, est: { px: 0, pn: 0 } };
	for (const [code, line] of Object.entries(lignes)) {
		const { px, net, est } = lineFigures(line, catalogue.lignes[code]);
		const sum = est ? sums.est : sums.sur;
		sum.px += px;
		sum.pn += net;
	}
	return sums;
};
