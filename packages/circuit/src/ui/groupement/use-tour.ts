import { type ReportHandle, type RoleView, useNow, useReport, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	documentOf,
	documentsOf,
	type GroupColumn,
	NO_CATALOGUE,
	type OfferedCatalogue,
	type Tour,
	type TourRow,
	tourOf,
	tourRows,
} from '../../client/index.ts';
import { oldestSync } from '../parts/use-threads.ts';

type Thread = ReturnType<typeof useThread>;

/** One tour with the orders of all its groups, live. */
export interface TourView {
	readonly missing: Thread;
	readonly tour: Tour | undefined;
	readonly groups: readonly GroupColumn[];
	readonly rows: readonly TourRow[];
	readonly report: ReportHandle<OfferedCatalogue>;
	readonly syncedAt: number | undefined;
	readonly now: number;
	producerName(pr: string): string;
}

/** Listens to everything that the orders of a tour show. */
export function useTour(role: RoleView, gp: string, livr: string): TourView {
	const { right } = role;
	const now = useNow();
	const calendar = useThread(`CALGP/${gp}`);
	const thread = useThread(`CMDGP/${gp}.${livr}`);
	const general = documentOf(useThread('RGC/', { types: ['RG'] }), 'RG', '');
	const producers = documentOf(useThread('RGP/', { types: ['RP'] }), 'RP', gp);
	const report = useReport<OfferedCatalogue>('Catalogue', { right, gp, livr });
	const delivery = documentsOf(calendar, 'LIVRG').get(`${gp}.${livr}`);
	const tour = useMemo(() => (delivery ? tourOf(delivery, now) : undefined), [delivery, now]);
	const orders = documentsOf(thread, 'BCG');
	const stops = tour?.stops;
	const groups = useMemo(
		() =>
			(stops ?? []).flatMap(({ gc, retired }): GroupColumn[] => {
				const order = orders.get(`${gc}.${gp}.${livr}`)?.data;
				if (retired && !order) return [];
				return [{ gc, name: general?.gcs[gc]?.nom ?? gc, ...(order ? { order } : {}) }];
			}),
		[stops, orders, general, gp, livr],
	);
	const catalogue = report.result ?? NO_CATALOGUE;
	return {
		missing: calendar.status === 'ready' ? thread : calendar,
		...{ tour, groups, report, now },
		rows: useMemo(() => tourRows(catalogue, groups), [catalogue, groups]),
		syncedAt: oldestSync([calendar, thread]),
		producerName: useMemo(
			() => (pr: string) => producers?.prs[pr]?.carte.nom ?? `n° ${pr}`,
			[producers],
		),
	};
}
