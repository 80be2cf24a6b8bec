import type { OperationContext } from '@navette/engine';
import {
	calendarEntryOf,
	type Delivery,
	withCalendarEntry,
	withoutCalendarEntry,
} from '../model/index.ts';
import type { DeliveryKey } from './delivery-catalogues.ts';
import { readOne } from './documents.ts';
import { planMoments } from './plan-moments.ts';

/** Writes a delivery and its entry in the calendar of its groupement. */
export const saveDelivery = async (
	context: OperationContext,
	key: DeliveryKey,
	delivery: Delivery,
): Promise<void> => {
	const { gp, livr } = key;
	const calendar = (await readOne(context, 'CALG', { gp })) ?? null;
	await context.write('LIVRG', key, delivery);
	await context.write('CALG', { gp }, withCalendarEntry(calendar, calendarEntryOf(livr, delivery)));
	await planMoments(context, key, delivery);
};

/** Deletes a delivery that never opened, with its catalogue and its entry in the calendar. */
export const removeDelivery = async (
	context: OperationContext,
	key: DeliveryKey,
): Promise<void> => {
	const { gp, livr } = key;
	const calendar = await readOne(context, 'CALG', { gp });
	await context.remove('LIVRG', key);
	await context.remove('CATL', key);
	if (calendar) await context.write('CALG', { gp }, withoutCalendarEntry(calendar, livr));
	await planMoments(context, key, undefined);
};
