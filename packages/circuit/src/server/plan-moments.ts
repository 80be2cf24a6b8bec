import type { OperationContext } from '@navette/engine';
import { type Delivery, isDigest, MOMENTS, type Moment, momentsOf } from '../model/index.ts';
import type { DeliveryKey } from './delivery-catalogues.ts';
import { readOne } from './documents.ts';

/** Name of the task that tells what time alone brings. */
export const TELL_MOMENT = 'circuit.tell-moment';

const idOf = ({ gp, livr }: DeliveryKey, moment: Moment): string =>
	`circuit/${gp}.${livr}/${moment}`;

/** Has a moment of a delivery told at an instant, instead of what was planned for it before. */
export const planMoment = async (
	context: OperationContext,
	key: DeliveryKey,
	quoi: Moment,
	at: number,
	/** What the last digest said; absent = there was none. */
	dit?: { readonly nco: number; readonly px: number },
): Promise<void> => {
	const { gp, livr } = key;
	const input = { gp, livr, quoi, ...(dit ? { dit } : {}) };
	await context.defer({ name: TELL_MOMENT, input, at, id: idOf(key, quoi) });
};

/** Plans every moment of a delivery as its dates say now; `undefined` = it is no more. */
export const planMoments = async (
	context: OperationContext,
	key: DeliveryKey,
	delivery: Delivery | undefined,
): Promise<void> => {
	const groupement = await readOne(context, 'FGP', { gp: key.gp });
	const timeZone = groupement?.tz ?? 'Europe/Paris';
	const coming = delivery && momentsOf(delivery, context.now, timeZone);
	const planned = new Map<Moment, number>();
	for (const moment of MOMENTS) {
		const task = await context.read<{ readonly at: number }>('TASK', { id: idOf(key, moment) });
		if (task) planned.set(moment, task.at);
	}
	// A digest that is planned knows what the last one said: none is planned beside it.
	const hasDigest = [...planned.keys()].some(isDigest);
	for (const moment of MOMENTS) {
		const at = coming?.get(moment);
		if (isDigest(moment) && hasDigest && coming?.size) continue;
		if (at === undefined) await context.withdraw(idOf(key, moment));
		else if (planned.get(moment) !== at) await planMoment(context, key, moment, at);
	}
};
