import { consumerLineAlerts } from './alerts.ts';
import { lineFigures } from './line-figures.ts';
import type { Carton, ConsumerLine, ConsumerOrder, GroupLine, GroupOrder } from './orders.ts';
import type { DeliveryCatalogue, Permanent } from './product.ts';
import { dueOf, isSome } from './quantities.ts';

/** Totals of a consumer's order, from its lines. */
export const orderTotals = (
	lines: Readonly<Record<string, ConsumerLine>>,
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
): ConsumerOrder['tot'] => {
	const total = { nref: 0, pb: 0, px: 0, est: false, al: 0 };
	for (const [code, line] of Object.entries(lines)) {
		const product = catalogue.lignes[code];
		const figures = lineFigures(line, product);
		if (isSome(dueOf(line))) total.nref += 1;
		total.pb += figures.gross;
		total.px += figures.px;
		total.est ||= figures.est;
		total.al |= consumerLineAlerts(line, product);
	}
	return total;
};

/** What is said of an order everywhere: references, gross grams, cents, and how sure they are. */
export interface OrderSynthesis {
	readonly references: number;
	/** Gross grams. */
	readonly weight: number;
	/** Cents. */
	readonly price: number;
	/** `estimated` as long as something is not weighed; `weighed` once something was given. */
	readonly state: 'ordered' | 'estimated' | 'weighed';
	/** Alert bits. */
	readonly alerts: number;
}

const EMPTY: OrderSynthesis = { references: 0, weight: 0, price: 0, state: 'ordered', alerts: 0 };

/** Synthesis of a consumer's order; of nothing when there is no order. */
export const orderSynthesis = (order: ConsumerOrder | null): OrderSynthesis => {
	if (!order) return EMPTY;
	const { nref, pb, px, est, al } = order.tot;
	const given = Object.values(order.lignes).some((line) => line.dis !== undefined);
	const state = est ? 'estimated' : given ? 'weighed' : 'ordered';
	return { references: nref, weight: pb, price: px, state, alerts: al };
};

/** Synthesis of a group's order or of a carton, whose prices are estimates until distribution. */
export const totalSynthesis = (
	document: Pick<GroupOrder | Carton, 'tot'> | null,
): OrderSynthesis =>
	document
		? {
				references: document.tot.nref,
				weight: document.tot.pb,
				price: document.tot.px,
				state: 'estimated',
				alerts: document.tot.al,
			}
		: EMPTY;

/**
 * Halves that a group lacks to make whole units of a product: 0 or 1 ("½ crate missing: 1 more half
 * completes it").
 */
export const halvesMissing = (
	line: Pick<GroupLine, 'att'> | undefined,
	product: Pick<Permanent, 'par'>,
): 0 | 1 => (product.par === 2 && (line?.att.q2 ?? 0) % 2 === 1 ? 1 : 0);
