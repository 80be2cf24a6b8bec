import { type ReportHandle, type RoleView, useNow, useReport, useThread } from '@navette/ui';
import {
	type Consumer,
	consumerOf,
	documentOf,
	groupOrderId,
	groupThread,
	type OfferedCatalogue,
	type OrderPlace,
	orderId,
	orderPlace,
	orderThread,
} from '../../client/index.ts';
import {
	type ConsumerOrder,
	type Delivery,
	type GroupOrder,
	type Phase,
	phaseForConsumer,
} from '../../model/index.ts';
import { usePriceNews } from './use-price-news.ts';

/** One delivery as one consumer sees it, live. */
export interface DeliveryView {
	readonly consumer: Consumer;
	readonly place: OrderPlace;
	readonly now: number;
	/** the calendar's thread, then the order's: what is missing first */
	readonly status: ReturnType<typeof useThread>['status'];
	readonly error?: NonNullable<ReturnType<typeof useThread>['error']>;
	/** absent once ready = no such delivery */
	readonly delivery: Delivery | undefined;
	readonly phase: Phase;
	/** whether this consumer may write his order now */
	readonly writable: boolean;
	/** name of the groupement, its code before the directory is there */
	readonly groupement: string;
	/** `null` = nothing ordered */
	readonly order: ConsumerOrder | null;
	/** `null` = nothing ordered; absent = not known */
	readonly groupOrder: GroupOrder | null | undefined;
	readonly catalogue: ReportHandle<OfferedCatalogue>;
	/** version of the thread of the order */
	readonly version: number;
	readonly syncedAt: number | undefined;
}

/** Names of groupements from the directory; the code of those it does not have. */
export function useGroupementNames(): (gp: string) => string {
	const directory = documentOf(useThread('RGP/', { types: ['RG'] }), 'RG', '');
	return (gp) => directory?.gps[gp]?.nom ?? gp;
}

const oldest = (a: number | undefined, b: number | undefined): number | undefined =>
	a === undefined || b === undefined ? undefined : Math.min(a, b);

/** Everything the screens of one delivery show. */
export function useDelivery(role: RoleView, gp: string, livr: string): DeliveryView {
	const consumer = consumerOf(role);
	const place = orderPlace(consumer, gp, livr);
	const now = useNow();
	const nameOf = useGroupementNames();
	const calendar = useThread(`CALGP/${gp}`);
	const orders = useThread(orderThread(place), {
		types: ['BCC'],
		filters: { BCC: { co: place.co } },
	});
	const group = useThread(groupThread(place), { types: ['BCG'] });
	const catalogue = useReport<OfferedCatalogue>('Catalogue', {
		...{ right: place.right, gp, livr, gc: place.gc },
	});
	usePriceNews(gp, livr, catalogue);
	const delivery = documentOf(calendar, 'LIVRG', `${gp}.${livr}`);
	const missing = calendar.status === 'ready' ? orders : calendar;
	const phase = delivery ? phaseForConsumer(delivery, place.gc, now, consumer.avance) : 'X';
	return {
		...{ consumer, place, now, delivery, catalogue, phase },
		writable: phase === 1 && !consumer.blocked,
		status: missing.status,
		...(missing.error ? { error: missing.error } : {}),
		groupement: nameOf(gp),
		order: documentOf(orders, 'BCC', orderId(place)) ?? null,
		groupOrder:
			group.status === 'ready'
				? (documentOf(group, 'BCG', groupOrderId(place)) ?? null)
				: undefined,
		version: orders.version,
		syncedAt: oldest(orders.syncedAt, calendar.syncedAt),
	};
}
