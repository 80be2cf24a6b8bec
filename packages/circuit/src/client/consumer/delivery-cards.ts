import {
	type AlertName,
	alertNames,
	alertsFor,
	type CalendarEntry,
	type ConsumerOrder,
	type Delivery,
	type NextDate,
	nextDate,
	type OrderSynthesis,
	orderSynthesis,
	type Phase,
	phaseForConsumer,
} from '../../model/index.ts';

/** What is known of one delivery of one groupement. */
export interface DeliveryFacts {
	readonly gp: string;
	readonly entry: CalendarEntry;
	/** absent while the delivery is only announced */
	readonly delivery?: Delivery;
	/** `null` = nothing ordered; absent = not known yet */
	readonly order?: ConsumerOrder | null;
}

/** One delivery as a consumer's list shows it. */
export interface DeliveryCard {
	readonly gp: string;
	readonly livr: string;
	readonly lib?: string;
	readonly phase: Phase;
	readonly next?: NextDate;
	/** absent while the order is not known */
	readonly synthesis?: OrderSynthesis;
	readonly alerts: readonly AlertName[];
	/** whether orders are open to this consumer */
	readonly open: boolean;
	/** whether the delivery has a page: announced ones have none */
	readonly detailed: boolean;
	/** when and where the distribution takes place, from the day the truck left */
	readonly pickUp?: { readonly from: number; readonly until?: number; readonly place: string };
	/** why it was cancelled */
	readonly cancelled?: string;
}

/** The list of a consumer, in the order in which it is read. */
export interface DeliveryList {
	/** Cancelled ones in which something was ordered: said first. */
	readonly cancelled: readonly DeliveryCard[];
	readonly open: readonly DeliveryCard[];
	/** Ordered, and closed, on the road or there. */
	readonly collect: readonly DeliveryCard[];
	readonly coming: readonly DeliveryCard[];
	/** Closed without an order of this consumer. */
	readonly without: readonly DeliveryCard[];
	/** The first coming opening, ms. */
	readonly nextOpening?: number;
}

interface Viewer {
	readonly gc: string;
	readonly avance: number;
	readonly now: number;
}

const phaseOfFacts = ({ entry, delivery }: DeliveryFacts, viewer: Viewer): Phase => {
	if (delivery) return phaseForConsumer(delivery, viewer.gc, viewer.now, viewer.avance);
	return entry.ann === undefined ? 0 : 'X';
};

const nextOf = ({ entry, delivery }: DeliveryFacts, viewer: Viewer): NextDate | undefined => {
	if (delivery) return nextDate(delivery, viewer.gc, viewer.now, viewer.avance);
	return entry.tOuv > viewer.now ? { date: 'tOuv', at: entry.tOuv } : undefined;
};

const pickUpOf = (delivery: Delivery | undefined, gc: string): Pick<DeliveryCard, 'pickUp'> => {
	const stop = delivery?.pts[gc];
	if (!stop) return {};
	const until = stop.finDis === undefined ? {} : { until: stop.finDis };
	return { pickUp: { from: stop.tDis, ...until, place: stop.adrD } };
};

/** The card of a delivery. */
export const deliveryCard = (facts: DeliveryFacts, viewer: Viewer): DeliveryCard => {
	const { gp, entry, delivery, order } = facts;
	const phase = phaseOfFacts(facts, viewer);
	const next = nextOf(facts, viewer);
	const synthesis = order === undefined ? undefined : orderSynthesis(order);
	const lib = delivery?.lib ?? entry.lib;
	return {
		gp,
		livr: entry.livr,
		phase,
		open: phase === 1,
		detailed: delivery !== undefined,
		alerts: alertNames(alertsFor('CO', synthesis?.alerts ?? 0)),
		...(lib === undefined ? {} : { lib }),
		...(next ? { next } : {}),
		...(synthesis ? { synthesis } : {}),
		...pickUpOf(delivery, viewer.gc),
		...(delivery?.ann ? { cancelled: delivery.ann.raison } : {}),
	};
};

const isOrdered = ({ synthesis }: DeliveryCard): boolean => (synthesis?.references ?? 0) > 0;
const isUnderWay = ({ phase }: DeliveryCard): boolean =>
	phase === 2 || phase === 3 || phase === 4 || phase === 5;

const byNext = (a: DeliveryCard, b: DeliveryCard): number =>
	(a.next?.at ?? 0) - (b.next?.at ?? 0) || a.livr.localeCompare(b.livr);
const byDay = (a: DeliveryCard, b: DeliveryCard): number => a.livr.localeCompare(b.livr);

/** Sorts the deliveries that serve a group into what its consumer has to do about them. */
export const deliveryList = (facts: readonly DeliveryFacts[], viewer: Viewer): DeliveryList => {
	const serves = ({ entry, delivery }: DeliveryFacts) =>
		delivery ? delivery.pts[viewer.gc] !== undefined : entry.gcs.includes(viewer.gc);
	const cards = facts.filter(serves).map((one) => deliveryCard(one, viewer));
	const coming = cards.filter((card) => card.phase === 0 && card.next).sort(byNext);
	const nextOpening = coming[0]?.next?.at;
	return {
		cancelled: cards.filter((card) => card.phase === 'X' && isOrdered(card)).sort(byDay),
		open: cards.filter((card) => card.open).sort(byNext),
		collect: cards.filter((card) => isUnderWay(card) && isOrdered(card)).sort(byDay),
		coming,
		without: cards
			.filter((card) => isUnderWay(card) && card.synthesis && !isOrdered(card))
			.sort(byDay),
		...(nextOpening === undefined ? {} : { nextOpening }),
	};
};

/** Whether a consumer may have an order worth following in a delivery: opened, not archived. */
export const isFollowed = (delivery: Delivery, { gc, now, avance }: Viewer): boolean =>
	delivery.pts[gc] !== undefined &&
	now >= delivery.tOuv &&
	phaseForConsumer(delivery, gc, now, avance) !== 6;
