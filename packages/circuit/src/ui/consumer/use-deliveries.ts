import { type RoleView, useNow, useObservable, useSession } from '@navette/ui';
import { useEffect, useState } from 'react';
import {
	type Consumer,
	consumerOf,
	type DeliveryFacts,
	deliveryList,
	documentOf,
	documentsOf,
	isFollowed,
	orderId,
	orderPlace,
	orderThread,
} from '../../client/index.ts';
import { areLoading, oldestSync, type ThreadViews, useThreads } from '../parts/use-threads.ts';

interface Followed {
	readonly gp: string;
	readonly livr: string;
	readonly path: string;
}

const followedOf = (consumer: Consumer, calendars: ThreadViews, now: number): Followed[] =>
	consumer.gps.flatMap((gp) => {
		const calendar = calendars.get(`CALGP/${gp}`);
		const deliveries = calendar ? [...documentsOf(calendar, 'LIVRG').values()] : [];
		return deliveries
			.filter(({ data }) => isFollowed(data, { ...consumer, now }))
			.map(({ key: { livr = '' } }) => ({
				...{ gp, livr },
				path: orderThread({ gc: consumer.gc, gp, livr }),
			}));
	});

const factsOf = (
	consumer: Consumer,
	calendars: ThreadViews,
	orders: ThreadViews,
): DeliveryFacts[] =>
	consumer.gps.flatMap((gp) => {
		const view = calendars.get(`CALGP/${gp}`);
		const calendar = view && documentOf(view, 'CALG', gp);
		return (calendar?.livrs ?? []).map((entry) => {
			const { livr } = entry;
			const delivery = view && documentOf(view, 'LIVRG', `${gp}.${livr}`);
			const place = orderPlace(consumer, gp, livr);
			const thread = orders.get(orderThread(place));
			return {
				...{ gp, entry },
				...(delivery ? { delivery } : {}),
				...(thread?.status === 'ready'
					? { order: documentOf(thread, 'BCC', orderId(place)) ?? null }
					: {}),
			};
		});
	});

/**
 * Whether the list is still read for the first time: shown before its orders are there, cards would
 * jump from one place to another. Offline, what this device never held is not waited for.
 */
const useFirstReading = (calendars: boolean, orders: boolean): boolean => {
	const offline = useObservable(useSession().sync).kind === 'offline';
	const [shown, setShown] = useState(false);
	const waits = calendars || (orders && !offline && !shown);
	useEffect(() => {
		if (!waits) setShown(true);
	}, [waits]);
	return waits;
};

/** Everything the list of deliveries shows. */
export function useDeliveries(role: RoleView) {
	const consumer = consumerOf(role);
	const now = useNow();
	const paths = consumer.gps.map((gp) => `CALGP/${gp}`);
	const calendars = useThreads(paths);
	const followed = followedOf(consumer, calendars, now);
	const orderPaths = followed.map(({ path }) => path);
	const orders = useThreads(orderPaths, { types: ['BCC'], filters: { BCC: { co: consumer.co } } });
	const isFirst = useFirstReading(areLoading(calendars, paths), areLoading(orders, orderPaths));
	const views = [...calendars.values(), ...orders.values()];
	return {
		consumer,
		now,
		loading: isFirst,
		error: views.find(({ status }) => status === 'refused')?.error,
		list: deliveryList(factsOf(consumer, calendars, orders), { ...consumer, now }),
		syncedAt: oldestSync(views),
	};
}
