import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	checkDates,
	type Delivery,
	defaultArchive,
	deliverySchema,
	groupCodeSchema,
	stopSchema,
} from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { refuse, toOutcome } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { saveDelivery } from '../save-delivery.ts';
import { activeGroupement, checkLinks, otherExpeditions } from '../tour-links.ts';

const { lib, tOuv, tClo, tExp, tArc } = deliverySchema.entries;
const { retire: _retire, ...stopEntries } = stopSchema.entries;

/** A new delivery with its stops. */
export const livrCreer = defineOperation({
	name: 'LivrCreer',
	about: 'Creates a delivery with its dates and its stops; it may have been announced.',
	input: v.strictObject({
		...deliveryEntries,
		...{ lib, tOuv, tClo, tExp },
		/** As the groupement usually does, unless told. */
		tArc: v.exactOptional(tArc),
		/** By group. */
		pts: v.record(groupCodeSchema, v.strictObject(stopEntries)),
	}),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', livr: '20250712' },
		...{ tOuv: 1_750_831_200_000, tClo: 1_752_170_400_000, tExp: 1_752_292_800_000 },
		pts: {
			dupleix: {
				...{ tLiv: 1_752_303_600_000, adrL: '1 place de la Halle' },
				...{ tDis: 1_752_307_200_000, adrD: '1 place de la Halle', ordre: 1 },
			},
		},
	},
	who: whoAmong('GP'),
	async handler(context, { right: _right, gp, livr, pts, ...asked }) {
		const groupement = await activeGroupement(context, gp);
		if (!groupement.ok) return groupement;
		if (await readOne(context, 'LIVRG', { gp, livr })) return refuse('E-DEJA', { livr });
		if (asked.tClo <= context.now) return refuse('E-DATE', { champ: 'tClo' });
		const { archJ } = groupement.value.par;
		const archive = asked.tArc ?? defaultArchive(asked.tExp, Object.values(pts), archJ);
		const delivery: Delivery = { ...asked, tArc: archive, pts, hist: [] };
		const dates = checkDates(delivery, await otherExpeditions(context, gp, livr));
		if (!dates.ok) return toOutcome(dates);
		const linked = await checkLinks(context, gp, groupement.value, Object.keys(pts));
		if (!linked.ok) return linked;
		await saveDelivery(context, { gp, livr }, delivery);
		return ok({ delivery });
	},
});
