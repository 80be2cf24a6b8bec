import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	actorCodeSchema,
	consumerSheetSchema,
	consumerStatusSchema,
	groupCodeSchema,
} from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { rightSchema } from '../inputs.ts';
import { whoMainAmong } from '../rights.ts';
import { saveSheet } from '../sheets.ts';

/** Whether a consumer may order, or enter at all. */
export const coStatut = defineOperation({
	name: 'CoStatut',
	about: 'Blocks the orders or the access of a consumer, lets him go, or takes him back.',
	input: v.strictObject({
		...{ right: rightSchema, gc: groupCodeSchema, co: actorCodeSchema },
		/** 0 active, 1 orders blocked, 2 access blocked, 9 left. */
		st: consumerStatusSchema,
		raison: consumerSheetSchema.entries.raison,
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', co: '3', st: 1 },
		raison: 'Cotisation en attente',
	},
	who: whoMainAmong('GC'),
	async handler(context, { gc, co, st, raison }) {
		const sheet = await readOne(context, 'FCO', { gc, co });
		if (!sheet) return refuse('E-VIDE', { gc, co });
		const { raison: before, ...kept } = sheet;
		const changed = { ...kept, st, ...(raison === undefined ? {} : { raison }) };
		await saveSheet(context, 'FCO', { gc, co }, changed);
		// What it was, so that a change can be taken back with the reason that went with it.
		const avant = { st: sheet.st, ...(before === undefined ? {} : { raison: before }) };
		return ok({ st, avant });
	},
});
