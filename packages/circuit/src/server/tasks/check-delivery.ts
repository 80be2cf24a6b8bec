import { type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineTask } from '@navette/server';
import * as v from 'valibot';
import { deliveryCodeSchema, groupCodeSchema } from '../../model/index.ts';
import { catalogueOf, type DeliveryKey } from '../delivery-catalogues.ts';
import { readOne, writeIfChanged } from '../documents.ts';
import { planMoments } from '../plan-moments.ts';
import { rebuildGroup, repairGroup } from '../rebuild-group.ts';
import { calendarOf } from '../save-directories.ts';
import { selfCheck } from '../self-check.ts';

/** Name of the task that checks one delivery. */
export const CHECK_DELIVERY = 'circuit.check-delivery';

/** Rebuilds what differs from its truths, as they are in this very transaction. */
const repair = async (
	context: OperationContext,
	{ gp, livr }: DeliveryKey,
): Promise<Result<null, Failure>> => {
	const delivery = await readOne(context, 'LIVRG', { gp, livr });
	if (!delivery) return ok(null);
	const catalogue = await catalogueOf(context, { gp, livr }, delivery);
	for (const gc of Object.keys(delivery.pts)) {
		const rebuilt = await rebuildGroup(context, { gp, livr }, gc, catalogue);
		if (rebuilt) await repairGroup(context, { gp, livr }, gc, rebuilt);
	}
	await writeIfChanged(context, 'CALG', { gp }, await calendarOf(context, gp));
	return ok(null);
};

/** The sums of one delivery held against a rebuild, each night. */
export const checkDelivery = defineTask({
	name: CHECK_DELIVERY,
	about: 'Compares what is derived from the orders of a delivery with a rebuild, and repairs it.',
	input: v.strictObject({ gp: groupCodeSchema, livr: deliveryCodeSchema }),
	async handler({ read, log }, { gp, livr }) {
		const found = await read(async (source) => ok(await selfCheck(source, gp, livr)));
		if (!found.ok) return found;
		for (const { document } of found.value) log.error('circuit.derived-differs', { document });
		const isWrong = found.value.length > 0;
		return ok(async (context: OperationContext) => {
			// A delivery that was never planned (imported, restored) is planned now.
			await planMoments(context, { gp, livr }, await readOne(context, 'LIVRG', { gp, livr }));
			return isWrong ? repair(context, { gp, livr }) : ok(null);
		});
	},
});
