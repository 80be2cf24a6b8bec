import { type RoleView, useReport, useText, useUndo } from '@navette/ui';
import { useMemo } from 'react';
import {
	type ComparedRow,
	changedAgain,
	comparedRows,
	handChanges,
	NO_CATALOGUE,
	type OfferedCatalogue,
} from '../../../client/index.ts';
import type {
	CatalogueDifference,
	Delivery,
	GeneralCatalogue,
	Phase,
} from '../../../model/index.ts';
import { phaseOf } from '../../../model/index.ts';
import { useWrite, type Writing } from '../../parts/use-write.ts';
import { type GroupementView, useGroupement } from '../parts/use-groupement.ts';
import { deliveryCatalogueTexts } from './delivery-catalogue-texts.ts';

interface Compared {
	readonly valid: number | null;
	readonly ecarts: readonly CatalogueDifference[];
}

/** The catalogue of a delivery between the general one and that of the delivery before. */
export interface DeliveryCatalogueDesk {
	readonly view: GroupementView;
	readonly place: { readonly right: string; readonly gp: string; readonly livr: string };
	readonly delivery: Delivery | undefined;
	readonly phase: Phase;
	/** Code of the delivery before; absent when there is none. */
	readonly previous: string | undefined;
	readonly report: ReturnType<typeof useReport<OfferedCatalogue>>;
	readonly rows: readonly ComparedRow[];
	/** When it was approved. */
	readonly valid: number | undefined;
	readonly writing: Writing;
	/** Runs operations, then compares again. */
	write(calls: Parameters<Writing['run']>[0], said: string): Promise<boolean>;
}

/** Everything as the general catalogue says, what was changed by hand too; taken back as one step. */
export function useReset({ rows, place, write }: DeliveryCatalogueDesk) {
	const text = useText(deliveryCatalogueTexts);
	const offerUndo = useUndo();
	const changed = handChanges(rows);
	const reset = async () => {
		const message = text.resetDone(changed.length);
		const calls = [{ name: 'CatlCalculer', input: { ...place, reset: true } }];
		if (!(await write(calls, message))) return;
		const back = changed.flatMap((row) => {
			const change = changedAgain(row);
			const input = { ...place, prod: row.code, ...change };
			return change ? [{ name: 'CatlAmender', input }] : [];
		});
		offerUndo({ message, undo: () => void write(back, text.recalculated) });
	};
	return { count: changed.length, reset };
}

const NOTHING: GeneralCatalogue = { prods: {} };

export function useDeliveryCatalogue(
	role: RoleView,
	gp: string,
	livr: string,
): DeliveryCatalogueDesk {
	const view = useGroupement(role);
	const writing = useWrite();
	const place = { right: role.right, gp, livr };
	const { deliveries, now } = view;
	const delivery = deliveries.find((one) => one.livr === livr)?.delivery;
	const previous = deliveries.findLast((one) => one.livr < livr && !one.delivery.ann)?.livr;
	const report = useReport<OfferedCatalogue>('Catalogue', place);
	const general = useReport<Compared>('CatlComparer', { ...place, avec: 'general' });
	const before = useReport<Compared>(previous === undefined ? undefined : 'CatlComparer', {
		...place,
		avec: previous ?? '',
	});
	const known = useReport<GeneralCatalogue | null>('Lire', {
		...{ right: role.right, type: 'CATG', id: gp },
	});
	const rows = useMemo(
		() =>
			comparedRows(
				report.result ?? NO_CATALOGUE,
				general.result?.ecarts,
				before.result?.ecarts,
				known.result ?? NOTHING,
			),
		[report.result, general.result, before.result, known.result],
	);
	const write = async (calls: Parameters<Writing['run']>[0], said: string) => {
		const done = await writing.run(calls, said);
		for (const one of [report, general, before]) one.refresh();
		return done !== undefined;
	};
	return {
		...{ view, place, delivery, previous, report, rows, writing, write },
		phase: delivery ? phaseOf(delivery, now) : 0,
		valid: general.result?.valid ?? undefined,
	};
}
