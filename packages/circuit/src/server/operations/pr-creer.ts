import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	actorCodeSchema,
	groupCodeSchema,
	type ProducerSheet,
	producerSheetSchema,
} from '../../model/index.ts';
import { readGrouped } from '../documents.ts';
import { rightSchema } from '../inputs.ts';
import { createSheet, newSheetEntries, newSheetOf, nextNumber } from '../new-sheets.ts';
import { whoMainAmong } from '../rights.ts';
import { activeGroupement } from '../tour-links.ts';

/** A new producer of a groupement, with the secret that lets him in. */
export const prCreer = defineOperation({
	name: 'PrCreer',
	about: 'Creates the sheet of a producer in a groupement, and gives a first access to it.',
	input: v.strictObject({
		...{ right: rightSchema, gp: groupCodeSchema },
		/** The next free number unless told. */
		pr: v.exactOptional(actorCodeSchema),
		rayons: v.exactOptional(producerSheetSchema.entries.rayons),
		...newSheetEntries,
	}),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', carte: { nom: 'Ferme de la Lande', init: 'FL' } },
		rayons: ['Volailles'],
	},
	who: whoMainAmong('GP'),
	async handler(context, { right: _right, gp, pr, rayons = [], ...asked }) {
		const groupement = await activeGroupement(context, gp);
		if (!groupement.ok) return groupement;
		const known = await readGrouped(context, 'FPR', 'groupement', { gp });
		const next = pr === undefined ? nextNumber(known.map(({ key }) => key.pr)) : ok(pr);
		if (!next.ok) return next;
		const sheet: ProducerSheet = { ...newSheetOf(asked), rayons, st: 'actif' };
		const created = await createSheet(context, 'FPR', { gp, pr: next.value }, sheet);
		return created.ok ? ok({ pr: next.value }) : created;
	},
});
