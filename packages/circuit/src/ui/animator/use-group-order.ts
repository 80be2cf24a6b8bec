import { type ReportHandle, type RoleView, useNow, useReport, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	documentOf,
	documentsOf,
	type Edition,
	type EditScope,
	editionIn,
	NO_CATALOGUE,
	type OfferedCatalogue,
	ordersByConsumer,
} from '../../client/index.ts';
import {
	type ConsumersDirectory,
	type Delivery,
	type GeneralDirectory,
	type GroupOrder,
	type NextDate,
	nextDate,
	type Phase,
	type ProducersDirectory,
	phaseForGroup,
} from '../../model/index.ts';
import { oldestSync } from '../parts/use-threads.ts';
import { groupOf } from './use-dashboard.ts';

type Thread = ReturnType<typeof useThread>;

/** The order of a group for one delivery, live, with all it takes to show it. */
export interface GroupOrderView {
	readonly scope: EditScope;
	/** What is missing first: the delivery, its orders. */
	readonly missing: Thread;
	readonly delivery: Delivery | undefined;
	readonly phase: Phase;
	readonly next: NextDate | undefined;
	readonly edition: Edition;
	readonly orders: ReturnType<typeof ordersByConsumer>;
	readonly groupOrder: GroupOrder | undefined;
	readonly cartons: ReturnType<typeof documentsOf<'CART'>>;
	readonly report: ReportHandle<OfferedCatalogue>;
	readonly catalogue: OfferedCatalogue;
	readonly directory: ConsumersDirectory | undefined;
	readonly producers: ProducersDirectory | undefined;
	readonly general: GeneralDirectory | undefined;
	readonly syncedAt: number | undefined;
	/** Version of the orders shown. */
	readonly version: number;
	readonly now: number;
}

/** Listens to everything the group's order shows. */
export function useGroupOrder(role: RoleView, gp: string, livr: string): GroupOrderView {
	const gc = groupOf(role);
	const { right } = role;
	const now = useNow(10_000);
	const calendar = useThread(`CALGP/${gp}`);
	const thread = useThread(`CMDG/${gc}.${gp}.${livr}`);
	const consumers = useThread('RGC/', { types: ['RC'], filters: { RC: { gc } } });
	const groupements = useThread('RGP/', { types: ['RG', 'RP'] });
	const report = useReport<OfferedCatalogue>('Catalogue', { right, gp, livr, gc });
	const documents = documentsOf(thread, 'BCC');
	const orders = useMemo(() => ordersByConsumer(documents), [documents]);
	const delivery = documentOf(calendar, 'LIVRG', `${gp}.${livr}`);
	const phase = delivery ? phaseForGroup(delivery, gc, now) : 'X';
	return {
		scope: useMemo(() => ({ right, gc, gp, livr }), [right, gc, gp, livr]),
		missing: calendar.status === 'ready' ? thread : calendar,
		...{ delivery, phase, orders, report, now },
		next: delivery && nextDate(delivery, gc, now),
		edition: editionIn(phase),
		groupOrder: documentOf(thread, 'BCG', `${gc}.${gp}.${livr}`),
		cartons: documentsOf(thread, 'CART'),
		catalogue: report.result ?? NO_CATALOGUE,
		directory: documentOf(consumers, 'RC', gc),
		producers: documentOf(groupements, 'RP', gp),
		general: documentOf(groupements, 'RG', ''),
		syncedAt: oldestSync([calendar, thread]),
		version: thread.version,
	};
}

/** The name of a producer of a groupement; his number before the directory is there. */
export const producerNameIn =
	(producers: ProducersDirectory | undefined) =>
	(pr: string): string =>
		producers?.prs[pr]?.carte.nom ?? `n° ${pr}`;
