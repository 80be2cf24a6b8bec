import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { cartonSchema, writeCarton } from '../../model/index.ts';
import { openCarton } from '../carton-writing.ts';
import { refuse } from '../failures.ts';
import { cartonEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { saveCarton } from '../save-carton.ts';

/** How far a carton is. */
export const cartEtat = defineOperation({
	name: 'CartEtat',
	about: 'Says how far a carton is: 0 empty, 1 in progress, 2 ready, 3 loaded.',
	input: v.strictObject({
		...cartonEntries,
		etat: cartonSchema.entries.etat,
		/** What the person saw. */
		seen: v.exactOptional(cartonSchema.entries.etat),
	}),
	example: {
		...{ right: 'PR/bocage.1', gp: 'bocage', pr: '1', livr: '20250614', gc: 'dupleix' },
		etat: 2,
	},
	who: whoAmong('PR', 'GP'),
	async handler(context, input) {
		const opened = await openCarton(context, input);
		if (!opened.ok) return opened;
		const { open, carton, around } = opened.value;
		const { etat, seen, pr } = input;
		if (!carton) return refuse('E-VIDE', { pr });
		if (seen !== undefined && seen !== carton.etat && etat !== carton.etat)
			return refuse('E-VU', { current: carton.etat, wanted: etat });
		if (etat === carton.etat) return ok({ carton });
		const after = writeCarton(carton, { etat }, around);
		return ok({ carton: await saveCarton(context, open, pr, { before: carton, after }) });
	},
});
