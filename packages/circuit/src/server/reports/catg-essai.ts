import { ok } from '@navette/core';
import { defineReport } from '@navette/server';
import {
	catalogueFileEntries,
	catalogueFileExample,
	readCatalogueFile,
} from '../catalogue-import.ts';
import { whoAmong } from '../rights.ts';

/** The dry run of a file of products. */
export const catgEssai = defineReport({
	name: 'CatgEssai',
	about: 'Says line by line what a file of products would change, or what is wrong with it.',
	input: catalogueFileEntries,
	example: catalogueFileExample,
	who: whoAmong('GP'),
	async handler(source, { gp, lignes }) {
		const read = await readCatalogueFile(source, gp, lignes);
		return read.ok ? ok({ lignes: read.value.lignes }) : read;
	},
});
