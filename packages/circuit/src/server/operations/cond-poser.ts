import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { conditionsSchema, livingProduct, putConditions, withProduct } from '../../model/index.ts';
import { toFailure } from '../failures.ts';
import { openCatalogue } from '../general-catalogues.ts';
import { generalEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** Conditions of sale from a day on. */
export const condPoser = defineOperation({
	name: 'CondPoser',
	about: 'Puts conditions of sale of a product from today or a later day on.',
	input: v.strictObject({ ...generalEntries, cv: conditionsSchema }),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', prod: '2.1' },
		cv: { d: 20250901, dispo: 3, pu: 2_150, pn: 10_000, pb: 10_400 },
	},
	who: whoAmong('GP'),
	async handler(context, { gp, prod, cv }) {
		const opened = await openCatalogue(context, gp);
		if (!opened.ok) return opened;
		const { catalogue, today } = opened.value;
		const product = livingProduct(catalogue, prod);
		if (!product.ok) return err(toFailure(product.error));
		const put = putConditions(product.value, cv, today);
		if (!put.ok) return err(toFailure(put.error));
		await context.write('CATG', { gp }, withProduct(catalogue, prod, put.value));
		return ok({ produit: put.value });
	},
});
