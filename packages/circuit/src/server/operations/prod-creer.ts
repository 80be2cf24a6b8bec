import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	actorCodeSchema,
	conditionsSchema,
	declareProduct,
	groupCodeSchema,
	nextProductNumber,
	type Product,
	permanentSchema,
	productCode,
	productNumberSchema,
} from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { openCatalogue } from '../general-catalogues.ts';
import { rightSchema } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** The groupement itself sells as a producer (`pr = 1`). */
const GROUPEMENT_ITSELF = '1';

const { cree: _cree, sup: _sup, ...declared } = permanentSchema.entries;

/** A new product with its first conditions. */
export const prodCreer = defineOperation({
	name: 'ProdCreer',
	about: 'Declares a product of a producer, with its first conditions of sale.',
	input: v.strictObject({
		...{ right: rightSchema, gp: groupCodeSchema, pr: actorCodeSchema },
		/** The next free number unless told. */
		rp: v.exactOptional(productNumberSchema),
		perm: v.strictObject(declared),
		cv: conditionsSchema,
	}),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', pr: '2' },
		perm: {
			...{ lib: 'Clémentines 8 kg', rayon: 'Fruits', cons: 'F', labels: [], tva: 550 },
			...{ mode: 'U', emb: 'caisse', demi: true, par: 2 },
		},
		cv: { d: 20250601, dispo: 3, pu: 2_240, pn: 8_000, pb: 8_400 },
	},
	who: whoAmong('GP'),
	async handler(context, { gp, pr, rp, perm, cv }) {
		const opened = await openCatalogue(context, gp);
		if (!opened.ok) return opened;
		const { catalogue } = opened.value;
		const producer = await readOne(context, 'FPR', { gp, pr });
		if (!producer && pr !== GROUPEMENT_ITSELF) return refuse('E-PROD', { pr });
		const number = rp ?? nextProductNumber(catalogue, pr);
		const product: Product = { ...perm, cree: context.now, cv: [cv] };
		const made = declareProduct(catalogue, pr, number, product);
		if (!made.ok) return err(toFailure(made.error));
		await context.write('CATG', { gp }, made.value);
		return ok({ prod: productCode(pr, number), produit: product });
	},
});
