import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	type Amendment,
	amendCatalogue,
	authorMark,
	mayWrite,
	phaseOf,
	productCodeSchema,
	unitPriceSchema,
} from '../../model/index.ts';
import { postAutomatic } from '../automatic-items.ts';
import { keptCatalogue } from '../delivery-catalogues.ts';
import { readOne } from '../documents.ts';
import { refuse, toFailure, toOutcome } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { admittedRight, whoAmong } from '../rights.ts';

/** Price or availability of a product in one delivery. */
export const catlAmender = defineOperation({
	name: 'CatlAmender',
	about:
		'Changes the price or the availability of a product in one delivery, until the truck leaves.',
	input: v.strictObject({
		...deliveryEntries,
		prod: productCodeSchema,
		/** Cents per unit or per kilogram. */
		pu: v.exactOptional(unitPriceSchema),
		dispo: v.exactOptional(v.picklist([0, 1, 2, 3, 4])),
	}),
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614', prod: '2.1', pu: 360 },
	who: whoAmong('GP'),
	async handler(context, { gp, livr, prod, pu, dispo, right }) {
		const key = { gp, livr };
		const delivery = await readOne(context, 'LIVRG', key);
		const groupement = await readOne(context, 'FGP', { gp });
		if (!delivery || !groupement) return refuse('E-LIEN', key);
		const phase = phaseOf(delivery, context.now);
		const allowed = mayWrite({ role: 'GP', object: 'CATL', phase });
		if (!allowed.ok) return toOutcome(allowed);
		const used = admittedRight(context.account, right);
		const author = authorMark(used.right, context.account.id);
		const before = await keptCatalogue(context, key, delivery);
		const current = before.lignes[prod]?.act;
		const change: Amendment = {
			...(pu === undefined || pu === current?.pu ? {} : { pu }),
			...(dispo === undefined || dispo === current?.dispo ? {} : { dispo }),
		};
		if (current && Object.keys(change).length === 0) return ok({ ligne: before.lignes[prod] });
		const write = { code: prod, change, now: context.now, author, delivery };
		const amended = amendCatalogue(before, write);
		if (!amended.ok) return err(toFailure(amended.error));
		await context.write('CATL', key, amended.value);
		if (phase !== 0) {
			await refreshPrices(context, key, prod, amended.value);
			const facts = { prod, av: current?.pu ?? null, ap: change.pu ?? null };
			const events = change.pu === undefined ? [] : [{ code: 'PRIX', facts }];
			await postAutomatic(context, 'CHL', key, { used, init: groupement.carte.init }, events);
		}
		return ok({ ligne: amended.value.lignes[prod] });
	},
});
