import { ok } from '@navette/core';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import { consumerClose, type Instant, orderPace, type PaceHour } from '../../model/index.ts';
import { catalogueOf } from '../delivery-catalogues.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { groupEntries } from '../inputs.ts';
import { admittedRight, whoAmong } from '../rights.ts';
import { readAllSeen, readSeen } from '../seen-documents.ts';

/** How the orders of a group came in for a delivery. */
interface Pace {
	readonly tOuv: Instant;
	/** When its consumers can no longer order. */
	readonly tClo: Instant;
	readonly heures: readonly PaceHour[];
}

/**
 * How the orders of a group came in. When one person orders is part of his order: only who sees the
 * orders of the group is answered, and even he is told no name.
 */
export const rythme = defineReport({
	name: 'Rythme',
	about: 'How many orders of a group were begun, and for how much, hour by hour; nobody is named.',
	input: v.strictObject(groupEntries),
	example: { right: 'GC/dupleix', gp: 'bocage', livr: '20250614', gc: 'dupleix' },
	who: whoAmong('GC'),
	async handler(source, { right, gp, livr, gc }, account) {
		const used = admittedRight(account, right);
		const key = { gc, gp, livr };
		const seen = await readSeen(source, account, used, 'BCG', key);
		if (seen === undefined) return refuse('E-DROIT', { right });
		const group = await readOne(source, 'FGC', { gc });
		const delivery = await readOne(source, 'LIVRG', { gp, livr });
		if (!group || !delivery?.pts[gc]) return refuse('E-LIEN', { gc, gp });
		const asked = { name: 'BCC', grouping: 'groupDelivery', key, by: 'co' } as const;
		const orders = Object.values(await readAllSeen(source, account, used, asked));
		const catalogue = await catalogueOf(source, { gp, livr }, delivery);
		const pace: Pace = {
			tOuv: delivery.tOuv,
			tClo: consumerClose(delivery, group.par.avance),
			heures: orderPace(orders, catalogue, group.tz),
		};
		return ok(pace);
	},
});
