import { ok } from '@navette/core';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import {
	actorCodeSchema,
	type Delivery,
	groupCodeSchema,
	type OrderWeights,
	orderWeights,
} from '../../model/index.ts';
import { catalogueOf } from '../delivery-catalogues.ts';
import { readGrouped, readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { rightSchema } from '../inputs.ts';
import { admittedRight, whoAmong } from '../rights.ts';
import { readSeen } from '../seen-documents.ts';

/** Deliveries looked at, the last ones: a year of months with three each. */
const MOST = 36;

/** What one order came to. */
interface OrderSum extends OrderWeights {
	readonly gp: string;
	readonly livr: string;
}

type OfDelivery = { readonly gp: string; readonly livr: string; readonly delivery: Delivery };

/** One's own orders, summed up at net weights, which only catalogues know. */
export const bilan = defineReport({
	name: 'Bilan',
	about: 'Own orders of a consumer by delivery: cents and net grams, sure apart from estimated.',
	input: v.strictObject({ right: rightSchema, gc: groupCodeSchema, co: actorCodeSchema }),
	example: { right: 'CO/dupleix.3', gc: 'dupleix', co: '3' },
	who: whoAmong('CO'),
	async handler(source, { right, gc, co }, account) {
		const used = admittedRight(account, right);
		const group = await readOne(source, 'FGC', { gc });
		const served: OfDelivery[] = [];
		for (const { gp } of group?.gps ?? [])
			for (const { key, data } of await readGrouped(source, 'LIVRG', 'groupement', { gp }))
				if (data.pts[gc]) served.push({ gp, livr: key.livr ?? '', delivery: data });
		const last = served.toSorted((a, b) => a.livr.localeCompare(b.livr)).slice(-MOST);
		const commandes: OrderSum[] = [];
		for (const { gp, livr, delivery } of last) {
			const order = await readSeen(source, account, used, 'BCC', { gc, co, gp, livr });
			if (order === undefined) return refuse('E-DROIT', { right });
			if (order === null) continue;
			const catalogue = await catalogueOf(source, { gp, livr }, delivery);
			commandes.push({ gp, livr, ...orderWeights(order, catalogue) });
		}
		return ok({ commandes });
	},
});
