import { type RoleView, useNow, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	type DeliveryEntry,
	deliveryEntries,
	documentOf,
	documentsOf,
	type GroupementSource,
} from '../../client/index.ts';
import type { ConsumersDirectory, GeneralDirectory } from '../../model/index.ts';
import { areLoading, oldestSync, type ThreadViews, useThreads } from '../parts/use-threads.ts';

/** The group of an animator's role. */
export const groupOf = (role: RoleView): string => role.gc ?? role.right.split('/')[1] ?? '';

interface Dashboard {
	readonly loading: boolean;
	readonly syncedAt: number | undefined;
	readonly entries: readonly DeliveryEntry[];
	readonly directory: ConsumersDirectory | undefined;
	readonly general: GeneralDirectory | undefined;
	readonly now: number;
}

const sourcesOf = (
	gc: string,
	gps: readonly string[],
	calendars: ThreadViews,
	orders: ThreadViews,
): GroupementSource[] =>
	gps.flatMap((gp) => {
		const calendar = calendars.get(`CALGP/${gp}`);
		if (!calendar) return [];
		const overview = orders.get(`CMDOV/${gc}.${gp}`);
		const documents = overview ? [...documentsOf(overview, 'BCG').values()] : [];
		const announced = documentOf(calendar, 'CALG', gp);
		return [
			{
				gp,
				...(announced ? { calendar: announced } : {}),
				deliveries: documentsOf(calendar, 'LIVRG').values(),
				orders: new Map(documents.map(({ key, data }) => [key.livr ?? '', data] as const)),
			},
		];
	});

/** Everything the dashboard shows, live. */
export function useDashboard(role: RoleView): Dashboard {
	const gc = groupOf(role);
	const gps = role.gps ?? [];
	const now = useNow();
	const calendarPaths = gps.map((gp) => `CALGP/${gp}`);
	const calendars = useThreads(calendarPaths);
	const orders = useThreads(gps.map((gp) => `CMDOV/${gc}.${gp}`));
	const consumers = useThread('RGC/', { types: ['RC'], filters: { RC: { gc } } });
	const groupements = useThread('RGP/', { types: ['RG', 'RP'] });
	const gpsKey = gps.join(' ');
	const entries = useMemo(
		() => deliveryEntries(sourcesOf(gc, gpsKey.split(' '), calendars, orders), gc, now),
		[gc, gpsKey, calendars, orders, now],
	);
	return {
		loading: areLoading(calendars, calendarPaths),
		syncedAt: oldestSync([...calendars.values(), ...orders.values()]),
		entries,
		directory: documentOf(consumers, 'RC', gc),
		general: documentOf(groupements, 'RG', ''),
		now,
	};
}
