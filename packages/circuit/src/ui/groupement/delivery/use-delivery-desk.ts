import { type ReportHandle, type RoleView, useReport, useThread } from '@navette/ui';
import { useMemo } from 'react';
import { documentsOf } from '../../../client/index.ts';
import type { DateFacts, Delivery, GroupementSheet, Truck } from '../../../model/index.ts';
import { useWrite, type Writing } from '../../parts/use-write.ts';
import { type GroupementView, useGroupement } from '../parts/use-groupement.ts';

/** One delivery at the desk of its groupement. */
export interface DeliveryDesk {
	readonly view: GroupementView;
	readonly livr: string;
	readonly delivery: Delivery;
	/** What the rules of dates know besides the delivery. */
	readonly facts: DateFacts;
	/** Gross grams of a group's order. */
	weightOf(gc: string): number;
	readonly sheet: ReportHandle<GroupementSheet>;
	readonly trucks: readonly Truck[];
	readonly place: { readonly right: string; readonly gp: string; readonly livr: string };
	readonly writing: Writing;
}

const NO_TRUCKS: readonly Truck[] = [];

/** The delivery asked, live; `undefined` when the calendar does not know it. */
export function useDeliveryDesk(
	role: RoleView,
	gp: string,
	livr: string,
): { readonly view: GroupementView; readonly desk: DeliveryDesk | undefined } {
	const view = useGroupement(role);
	const writing = useWrite();
	const tour = useThread(`CMDGP/${gp}.${livr}`);
	const sheet = useReport<GroupementSheet>('Lire', { right: role.right, type: 'FGP', id: gp });
	const orders = documentsOf(tour, 'BCG');
	const cartons = documentsOf(tour, 'CART');
	const delivery = view.deliveries.find((one) => one.livr === livr)?.delivery;
	const facts = useMemo(
		(): DateFacts => ({
			...{ now: view.now, role: 'GP', basketPicked: false },
			cartonStarted: [...cartons.values()].some(({ data }) => data.etat >= 1),
			otherExpeditions: view.deliveries
				.filter((one) => one.livr !== livr && !one.delivery.ann)
				.map((one) => one.delivery.tExp),
		}),
		[view.now, view.deliveries, cartons, livr],
	);
	if (!delivery) return { view, desk: undefined };
	const desk = {
		...{ view, livr, delivery, facts, sheet, writing },
		weightOf: (gc: string) => orders.get(`${gc}.${gp}.${livr}`)?.data.tot.pb ?? 0,
		trucks: sheet.result?.par.camions ?? NO_TRUCKS,
		place: { right: role.right, gp, livr },
	};
	return { view, desk };
}
