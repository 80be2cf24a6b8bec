import { err, type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	authorMark,
	changeStops,
	groupCodeSchema,
	type StopChange,
	stopSchema,
	textSchema,
} from '../../model/index.ts';
import { postAutomatic } from '../automatic-items.ts';
import { readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { admittedRight, whoAmong } from '../rights.ts';
import { saveDelivery } from '../save-delivery.ts';
import { activeGroupement, checkLinks } from '../tour-links.ts';

const { retire: _retire, ...stopEntries } = stopSchema.entries;
const input = v.strictObject({
	...deliveryEntries,
	gc: groupCodeSchema,
	/** A new stop; */
	ajout: v.exactOptional(v.strictObject(stopEntries)),
	/** or its place in the tour; */
	ordre: v.exactOptional(stopEntries.ordre),
	/** or its truck, `null` = none any more; */
	cam: v.exactOptional(v.nullable(textSchema(20))),
	/** or none any more: `confirme` when the group has ordered. */
	retrait: v.exactOptional(v.strictObject({ confirme: v.boolean() })),
});
type Input = v.InferOutput<typeof input>;

const changeOf = async (context: OperationContext, asked: Input): Promise<StopChange> => {
	const { gc, gp, livr, ajout, ordre, cam, retrait } = asked;
	if (ajout) return { kind: 'add', gc, stop: ajout };
	if (!retrait)
		return {
			...{ kind: 'place', gc },
			...(ordre === undefined ? {} : { ordre }),
			...(cam === undefined ? {} : { cam }),
		};
	const order = await readOne(context, 'BCG', { gc, gp, livr });
	return { kind: 'remove', gc, hasOrders: order !== undefined, confirmed: retrait.confirme };
};

const checkAdded = async (
	context: OperationContext,
	{ gp, gc, ajout }: Input,
): Promise<Result<string, Failure>> => {
	const groupement = await activeGroupement(context, gp);
	if (!groupement.ok) return groupement;
	const linked = ajout ? await checkLinks(context, gp, groupement.value, [gc]) : ok(undefined);
	return linked.ok ? ok(groupement.value.carte.init) : linked;
};

/** The stops of a tour: which groups, in which order, by which truck. */
export const livrPoints = defineOperation({
	name: 'LivrPoints',
	about: 'Adds a group to a delivery, places it in the tour, or removes it.',
	input,
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614', gc: 'dupleix', ordre: 2 },
	who: whoAmong('GP'),
	async handler(context, asked) {
		const { gp, livr, right } = asked;
		const key = { gp, livr };
		const delivery = await readOne(context, 'LIVRG', key);
		if (!delivery) return refuse('E-LIEN', key);
		const init = await checkAdded(context, asked);
		if (!init.ok) return init;
		const used = admittedRight(context.account, right);
		const mark = { now: context.now, par: authorMark(used.right, context.account.id) };
		const changed = changeStops(delivery, await changeOf(context, asked), mark);
		if (!changed.ok) return err(toFailure(changed.error));
		await saveDelivery(context, key, changed.value);
		const events = changed.value.hist
			.slice(delivery.hist.length)
			.map(({ champ, av, ap }) => ({ code: 'DATE', facts: { champ, av, ap } }));
		await postAutomatic(context, 'CHL', key, { used, init: init.value }, events);
		return ok({ delivery: changed.value });
	},
});
