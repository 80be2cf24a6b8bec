import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	calendarEntrySchema,
	checkDates,
	defaultArchive,
	withCalendarEntry,
	withoutCalendarEntry,
} from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { refuse, toOutcome } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { activeGroupement, checkLinks } from '../tour-links.ts';

const { tOuv, tClo, tExp, tArc, lib, gcs } = calendarEntrySchema.entries;

/** A delivery announced in the calendar before it exists. */
export const livrAnnoncer = defineOperation({
	name: 'LivrAnnoncer',
	about: 'Announces a delivery in the calendar, or withdraws what was only announced.',
	input: v.strictObject({
		...deliveryEntries,
		/** Absent = withdrawn. */
		annonce: v.exactOptional(
			v.strictObject({ lib, tOuv, tClo, tExp, tArc: v.exactOptional(tArc), gcs }),
		),
	}),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', livr: '20250712' },
		annonce: {
			...{ tOuv: 1_750_831_200_000, tClo: 1_752_170_400_000, tExp: 1_752_292_800_000 },
			gcs: ['dupleix'],
		},
	},
	who: whoAmong('GP'),
	async handler(context, { gp, livr, annonce }) {
		const groupement = await activeGroupement(context, gp);
		if (!groupement.ok) return groupement;
		// What exists is changed where it is: the calendar only copies it.
		if (await readOne(context, 'LIVRG', { gp, livr })) return refuse('E-DEJA', { livr });
		const calendar = (await readOne(context, 'CALG', { gp })) ?? { livrs: [] };
		if (!annonce) {
			const isThere = calendar.livrs.some((one) => one.livr === livr);
			if (!isThere) return refuse('E-VIDE', { livr });
			await context.write('CALG', { gp }, withoutCalendarEntry(calendar, livr));
			return ok({ livr: null });
		}
		const tArcOf = annonce.tArc ?? defaultArchive(annonce.tExp, [], groupement.value.par.archJ);
		const dates = checkDates({ ...annonce, tArc: tArcOf, pts: {} });
		if (!dates.ok) return toOutcome(dates);
		const linked = await checkLinks(context, gp, groupement.value, annonce.gcs);
		if (!linked.ok) return linked;
		const entry = { ...annonce, livr, tArc: tArcOf, det: false };
		await context.write('CALG', { gp }, withCalendarEntry(calendar, entry));
		return ok({ livr: entry });
	},
});
