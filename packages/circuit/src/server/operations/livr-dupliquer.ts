import { err, type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	copyCatalogue,
	type Delivery,
	deliveryCodeSchema,
	duplicateDelivery,
} from '../../model/index.ts';
import { catalogueOf, type DeliveryKey } from '../delivery-catalogues.ts';
import { readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { saveDelivery } from '../save-delivery.ts';
import { activeGroupement, checkLinks, otherExpeditions } from '../tour-links.ts';

/** Copies made at once, at most: two years of months. */
const MAX_COPIES = 24;

const copyOf = async (
	context: OperationContext,
	{ gp, livr }: DeliveryKey,
	source: Delivery,
	to: string,
	tz: string,
): Promise<Result<Delivery, Failure>> => {
	if (await readOne(context, 'LIVRG', { gp, livr: to })) return refuse('E-DEJA', { livr: to });
	const others = await otherExpeditions(context, gp, to);
	const copy = duplicateDelivery(source, livr, to, tz, others);
	if (!copy.ok)
		return err(toFailure({ ...copy.error, detail: { ...copy.error.detail, livr: to } }));
	return copy.value.tClo <= context.now ? refuse('E-DATE', { champ: 'tClo', livr: to }) : copy;
};

const takeCatalogue = async (
	context: OperationContext,
	from: DeliveryKey,
	source: Delivery,
	to: string,
): Promise<void> => {
	const catalogue = await catalogueOf(context, from, source);
	const general = await readOne(context, 'CATG', { gp: from.gp });
	const isRemoved = (code: string) => general?.prods[code]?.sup !== undefined;
	const copy = copyCatalogue(catalogue, context.now, isRemoved);
	await context.write('CATL', { gp: from.gp, livr: to }, copy);
};

/** A delivery copied to other days, a season at once. */
export const livrDupliquer = defineOperation({
	name: 'LivrDupliquer',
	about: 'Copies a delivery to other days: same weekday offsets and hours; all or none.',
	input: v.strictObject({
		...deliveryEntries,
		to: v.pipe(v.array(deliveryCodeSchema), v.minLength(1), v.maxLength(MAX_COPIES)),
		/** The conditions of this delivery; otherwise those of the general catalogue. */
		catalogue: v.boolean(),
	}),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', livr: '20250614' },
		...{ to: ['20250712'], catalogue: false },
	},
	who: whoAmong('GP'),
	async handler(context, { gp, livr, to, catalogue }) {
		const groupement = await activeGroupement(context, gp);
		if (!groupement.ok) return groupement;
		const source = await readOne(context, 'LIVRG', { gp, livr });
		if (!source) return refuse('E-LIEN', { gp, livr });
		const groups = Object.entries(source.pts).filter(([, { retire }]) => retire === undefined);
		const codes = groups.map(([gc]) => gc);
		const linked = await checkLinks(context, gp, groupement.value, codes);
		if (!linked.ok) return linked;
		const made: Record<string, Delivery> = {};
		for (const day of to) {
			const copy = await copyOf(context, { gp, livr }, source, day, groupement.value.tz);
			if (!copy.ok) return copy;
			await saveDelivery(context, { gp, livr: day }, copy.value);
			if (catalogue) await takeCatalogue(context, { gp, livr }, source, day);
			made[day] = copy.value;
		}
		return ok({ livrs: made });
	},
});
