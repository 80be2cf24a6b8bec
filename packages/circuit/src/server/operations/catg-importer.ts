import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import {
	catalogueFileEntries,
	catalogueFileExample,
	readCatalogueFile,
} from '../catalogue-import.ts';
import { writeIfChanged } from '../documents.ts';
import { refuseFaults } from '../import-cells.ts';
import { whoAmong } from '../rights.ts';

/** A file of products taken into the general catalogue. */
export const catgImporter = defineOperation({
	name: 'CatgImporter',
	about: 'Takes a file of products into the general catalogue; one wrong line refuses all.',
	input: catalogueFileEntries,
	example: catalogueFileExample,
	who: whoAmong('GP'),
	async handler(context, { gp, lignes }) {
		const read = await readCatalogueFile(context, gp, lignes);
		if (!read.ok) return read;
		const refused = refuseFaults(read.value.lignes);
		if (refused) return refused;
		await writeIfChanged(context, 'CATG', { gp }, read.value.catalogue);
		return ok({ lignes: read.value.lignes });
	},
});
