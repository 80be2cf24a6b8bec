import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { deliverySchema, nameDelivery } from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { saveDelivery } from '../save-delivery.ts';

/** The label of a delivery: it tells apart two tours of a day, and is no date to be told. */
export const livrNommer = defineOperation({
	name: 'LivrNommer',
	about: 'Changes the label of a delivery until its archive; null removes it.',
	input: v.strictObject({
		...deliveryEntries,
		lib: v.nullable(deliverySchema.entries.lib.wrapped),
	}),
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614', lib: 'Tournée de juin' },
	who: whoAmong('GP'),
	async handler(context, { gp, livr, lib }) {
		const key = { gp, livr };
		const delivery = await readOne(context, 'LIVRG', key);
		if (!delivery) return refuse('E-LIEN', key);
		if (lib === (delivery.lib ?? null)) return ok({ delivery });
		const named = nameDelivery(delivery, lib, context.now);
		if (!named.ok) return err(toFailure(named.error));
		await saveDelivery(context, key, named.value);
		return ok({ delivery: named.value });
	},
});
