import { ok } from '@navette/core';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import { compareCatalogues } from '../../model/index.ts';
import { otherCatalogue, otherCatalogueSchema } from '../compared-catalogue.ts';
import { catalogueOf } from '../delivery-catalogues.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { deliveryEntries } from '../inputs.ts';
import { whoAmong } from '../rights.ts';

/** What differs between the catalogue of a delivery and another one. */
export const catlComparer = defineReport({
	name: 'CatlComparer',
	about: 'Differences between the catalogue of a delivery and the general or another one.',
	input: v.strictObject({ ...deliveryEntries, avec: otherCatalogueSchema }),
	example: { right: 'GP/bocage', gp: 'bocage', livr: '20250614', avec: 'general' },
	who: whoAmong('GP'),
	async handler(source, { gp, livr, avec }) {
		const key = { gp, livr };
		const delivery = await readOne(source, 'LIVRG', key);
		if (!delivery) return refuse('E-LIEN', key);
		const here = await catalogueOf(source, key, delivery);
		const there = await otherCatalogue(source, key, delivery, avec);
		if (!there.ok) return there;
		return ok({ valid: here.valid ?? null, ecarts: compareCatalogues(here, there.value) });
	},
});
