import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	changeProduct,
	livingProduct,
	permanentSchema,
	productCodeSchema,
	textSchema,
	withProduct,
} from '../../model/index.ts';
import { toFailure } from '../failures.ts';
import { openCatalogue } from '../general-catalogues.ts';
import { generalEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

const { lib, rayon } = permanentSchema.entries;

/** Words, shelf, photo and family of a product: the rest of its permanent part never changes. */
export const prodMaj = defineOperation({
	name: 'ProdMaj',
	about: 'Changes the name, description, shelf, photo or family of a product; null removes.',
	input: v.strictObject({
		...generalEntries,
		lib: v.exactOptional(lib),
		rayon: v.exactOptional(rayon),
		desc: v.exactOptional(v.nullable(textSchema(500))),
		fid: v.exactOptional(v.nullable(textSchema(128))),
		fam: v.exactOptional(v.nullable(productCodeSchema)),
	}),
	example: { right: 'GP/bocage', gp: 'bocage', prod: '2.1', lib: 'Oranges 10 kg' },
	who: whoAmong('GP'),
	async handler(context, { right: _right, gp, prod, ...change }) {
		const opened = await openCatalogue(context, gp);
		if (!opened.ok) return opened;
		const { catalogue } = opened.value;
		const product = livingProduct(catalogue, prod);
		if (!product.ok) return err(toFailure(product.error));
		const changed = changeProduct(product.value, change);
		await context.write('CATG', { gp }, withProduct(catalogue, prod, changed));
		return ok({ produit: changed });
	},
});
