import { err, ok } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { isForSale, livingProduct, phaseOf, withProduct } from '../../model/index.ts';
import { readGrouped, readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { openCatalogue } from '../general-catalogues.ts';
import { generalEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** The first delivery, neither archived nor cancelled, whose own catalogue still sells a product. */
const stillSelling = async (
	context: OperationContext,
	gp: string,
	prod: string,
): Promise<string | undefined> => {
	for (const { key, data } of await readGrouped(context, 'CATL', 'groupement', { gp })) {
		const line = data.lignes[prod];
		const delivery = await readOne(context, 'LIVRG', key);
		const phase = delivery ? phaseOf(delivery, context.now) : 'X';
		if (line && isForSale(line.act) && phase !== 6 && phase !== 'X') return key.livr;
	}
	return undefined;
};

/** A product that is no longer sold. */
export const prodRetirer = defineOperation({
	name: 'ProdRetirer',
	about:
		'Removes a product from the general catalogue, with its photo; refused while a delivery offers it.',
	input: v.strictObject(generalEntries),
	example: { right: 'GP/bocage', gp: 'bocage', prod: '2.1' },
	who: whoAmong('GP'),
	async handler(context, { gp, prod }) {
		const opened = await openCatalogue(context, gp);
		if (!opened.ok) return opened;
		const { catalogue, today } = opened.value;
		const product = livingProduct(catalogue, prod);
		if (!product.ok) return err(toFailure(product.error));
		const livr = await stillSelling(context, gp, prod);
		if (livr !== undefined) return refuse('E-DISPO', { code: prod, livr });
		const removed = { ...product.value, sup: today };
		await context.write('CATG', { gp }, withProduct(catalogue, prod, removed));
		// nothing restores a product, and whoever deals with the groupement keeps every thumbnail
		await context.remove('PHOT', { gp, prod });
		return ok({ produit: removed });
	},
});
