import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { daySchema, deleteConditions, livingProduct, withProduct } from '../../model/index.ts';
import { toFailure } from '../failures.ts';
import { openCatalogue } from '../general-catalogues.ts';
import { generalEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** Conditions that never came into force. */
export const condSuppr = defineOperation({
	name: 'CondSuppr',
	about: 'Deletes conditions of sale whose day has not come.',
	input: v.strictObject({ ...generalEntries, d: daySchema }),
	example: { right: 'GP/bocage', gp: 'bocage', prod: '2.1', d: 20250901 },
	who: whoAmong('GP'),
	async handler(context, { gp, prod, d }) {
		const opened = await openCatalogue(context, gp);
		if (!opened.ok) return opened;
		const { catalogue, today } = opened.value;
		const product = livingProduct(catalogue, prod);
		if (!product.ok) return err(toFailure(product.error));
		const without = deleteConditions(product.value, d, today);
		if (!without.ok) return err(toFailure(without.error));
		await context.write('CATG', { gp }, withProduct(catalogue, prod, without.value));
		return ok({ produit: without.value });
	},
});
