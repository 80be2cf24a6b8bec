import { type ReportHandle, type RoleView, useNow, useReport, useThread } from '@navette/ui';
import { useMemo } from 'react';
import {
	cartonsByGroup,
	documentOf,
	documentsOf,
	NO_CATALOGUE,
	type OfferedCatalogue,
	type Preparation,
	type Producer,
	preparationOf,
	producerOf,
	producerThread,
} from '../../client/index.ts';
import type { Carton, Delivery } from '../../model/index.ts';
import { oldestSync } from '../parts/use-threads.ts';

type Thread = ReturnType<typeof useThread>;

/** One delivery as one producer sees it, live. */
export interface ProducerView {
	readonly producer: Producer;
	readonly livr: string;
	/** What is missing first: the calendar, or the cartons. */
	readonly missing: Thread;
	readonly delivery: Delivery | undefined;
	/** By group. */
	readonly cartons: Readonly<Record<string, Carton>>;
	readonly report: ReportHandle<OfferedCatalogue>;
	readonly catalogue: OfferedCatalogue;
	readonly preparation: Preparation | undefined;
	/** Version of the thread of the cartons. */
	readonly version: number;
	readonly syncedAt: number | undefined;
	readonly now: number;
	groupName(gc: string): string;
}

/** Names of groups from the general directory; the code of those it does not have. */
export function useGroupNames(): (gc: string) => string {
	const directory = documentOf(useThread('RGP/', { types: ['RG'] }), 'RG', '');
	return useMemo(() => (gc: string) => directory?.gcs[gc]?.nom ?? gc, [directory]);
}

/** Listens to everything that a producer's part of a delivery shows. */
export function useProducerDelivery(role: RoleView, livr: string): ProducerView {
	const { right, gp, pr } = producerOf(role);
	const producer = useMemo(() => ({ right, gp, pr }), [right, gp, pr]);
	const now = useNow();
	const calendar = useThread(`CALGP/${gp}`);
	const thread = useThread(producerThread(producer));
	const report = useReport<OfferedCatalogue>('Catalogue', { right, gp, livr });
	const groupName = useGroupNames();
	const documents = documentsOf(thread, 'CART');
	const cartons = useMemo(() => cartonsByGroup(documents.values(), livr), [documents, livr]);
	const delivery = documentOf(calendar, 'LIVRG', `${gp}.${livr}`);
	const catalogue = report.result ?? NO_CATALOGUE;
	const preparation = useMemo(
		() => delivery && preparationOf(pr, delivery, cartons, catalogue, now),
		[pr, delivery, cartons, catalogue, now],
	);
	return {
		...{ producer, livr, delivery, cartons, report, catalogue, preparation, now, groupName },
		missing: calendar.status === 'ready' ? thread : calendar,
		version: thread.version,
		syncedAt: oldestSync([calendar, thread]),
	};
}
