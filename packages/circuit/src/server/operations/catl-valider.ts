import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { openDeliveryCatalogue } from '../catalogue-writing.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** The approval of the catalogue of a delivery. */
export const catlValider = defineOperation({
	name: 'CatlValider',
	about: 'Approves the catalogue of a delivery; without it the groupement is reminded.',
	input: v.strictObject(deliveryEntries),
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614' },
	who: whoAmong('GP'),
	async handler(context, input) {
		const opened = await openDeliveryCatalogue(context, input);
		if (!opened.ok) return opened;
		const { key, catalogue } = opened.value;
		await context.write('CATL', key, { ...catalogue, valid: context.now });
		return ok({ valid: context.now });
	},
});
