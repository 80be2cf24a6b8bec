import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { cartonSchema, writeCarton } from '../../model/index.ts';
import { openCarton } from '../carton-writing.ts';
import { refuse } from '../failures.ts';
import { cartonEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';
import { saveCarton } from '../save-carton.ts';

/** Boxes of a carton, for labels and the load of the truck. */
export const cartColis = defineOperation({
	name: 'CartColis',
	about: 'Says how many boxes a carton makes, their gross weight, and dry, fresh or frozen.',
	input: v.strictObject({
		...cartonEntries,
		cols: v.pipe(cartonSchema.entries.cols.wrapped, v.maxLength(100)),
	}),
	example: {
		...{ right: 'PR/bocage.1', gp: 'bocage', pr: '1', livr: '20250614', gc: 'dupleix' },
		cols: [{ n: 2, pb: 8_000, cons: 'F' }],
	},
	who: whoAmong('PR', 'GP'),
	async handler(context, input) {
		const opened = await openCarton(context, input);
		if (!opened.ok) return opened;
		const { open, carton, around } = opened.value;
		if (!carton) return refuse('E-VIDE', { pr: input.pr });
		const after = writeCarton(carton, { cols: input.cols }, around);
		return ok({ carton: await saveCarton(context, open, input.pr, { before: carton, after }) });
	},
});
