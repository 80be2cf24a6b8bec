import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { alignLine, productCodeSchema } from '../../model/index.ts';
import { openDeliveryCatalogue, saveDeliveryCatalogue } from '../catalogue-writing.ts';
import { otherCatalogue, otherCatalogueSchema } from '../compared-catalogue.ts';
import { toFailure } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** Differences chosen on the comparison of two catalogues, applied. */
export const catlAligner = defineOperation({
	name: 'CatlAligner',
	about: 'Takes over the conditions of some products from the general or another catalogue.',
	input: v.strictObject({
		...deliveryEntries,
		avec: otherCatalogueSchema,
		prods: v.pipe(v.array(productCodeSchema), v.minLength(1), v.maxLength(500)),
	}),
	example: {
		...{ right: 'GP/bocage', gp: 'bocage', livr: '20250614' },
		...{ avec: 'general', prods: ['2.1'] },
	},
	who: whoAmong('GP'),
	async handler(context, { avec, prods, ...input }) {
		const opened = await openDeliveryCatalogue(context, input);
		if (!opened.ok) return opened;
		const { key, delivery, author } = opened.value;
		const there = await otherCatalogue(context, key, delivery, avec);
		if (!there.ok) return there;
		let { catalogue } = opened.value;
		for (const code of prods) {
			const write = { code, now: context.now, author, delivery };
			const aligned = alignLine(catalogue, there.value, write);
			if (!aligned.ok) return err(toFailure(aligned.error));
			catalogue = aligned.value;
		}
		await saveDeliveryCatalogue(context, opened.value, catalogue, prods);
		return ok({ prods });
	},
});
