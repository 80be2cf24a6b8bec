import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { authorMark, cancelDelivery, textSchema } from '../../model/index.ts';
import { postAutomatic } from '../automatic-items.ts';
import { readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { admittedRight, whoAmong } from '../rights.ts';
import { removeDelivery, saveDelivery } from '../save-delivery.ts';

/** A delivery that will not take place. */
export const livrAnnuler = defineOperation({
	name: 'LivrAnnuler',
	about: 'Deletes a delivery that is not open yet, or cancels it with a reason until it leaves.',
	input: v.strictObject({ ...deliveryEntries, raison: v.exactOptional(textSchema(500)) }),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', livr: '20250614' },
		raison: 'Le camion est en panne.',
	},
	who: whoAmong('GP'),
	async handler(context, { gp, livr, right, raison }) {
		const key = { gp, livr };
		const delivery = await readOne(context, 'LIVRG', key);
		const groupement = await readOne(context, 'FGP', { gp });
		if (!delivery || !groupement) return refuse('E-LIEN', key);
		const used = admittedRight(context.account, right);
		const mark = { now: context.now, par: authorMark(used.right, context.account.id) };
		const cancelled = cancelDelivery(delivery, raison, mark);
		if (!cancelled.ok) return err(toFailure(cancelled.error));
		if (cancelled.value === null) {
			await removeDelivery(context, key);
			return ok({ delivery: null });
		}
		await saveDelivery(context, key, cancelled.value);
		const event = { code: 'ANNULE', facts: { raison: raison ?? null } };
		await postAutomatic(context, 'CHL', key, { used, init: groupement.carte.init }, [event]);
		return ok({ delivery: cancelled.value });
	},
});
