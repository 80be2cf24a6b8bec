import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import * as v from 'valibot';
import {
	type CatalogueImport,
	type Cells,
	groupCodeSchema,
	importCatalogue,
} from '../model/index.ts';
import { readGrouped } from './documents.ts';
import { openCatalogue } from './general-catalogues.ts';
import { cellsSchema } from './import-cells.ts';
import { rightSchema } from './inputs.ts';

/** A file of products, for a groupement. */
export const catalogueFileEntries = v.strictObject({
	...{ right: rightSchema, gp: groupCodeSchema },
	lignes: cellsSchema,
});

export const catalogueFileExample = {
	...{ right: 'GP/bocage', gp: 'bocage' },
	lignes: [
		['Producteur', 'Numéro', 'Produit', 'Rayon', 'Mode', 'Prix', 'Poids net (g)'],
		['2', '', 'Clémentines', 'Fruits', 'U', '22,40', '8000'],
	],
};

/** What a file would do to the general catalogue now. */
export const readCatalogueFile = async (
	source: DocumentSource,
	gp: string,
	cells: Cells,
): Promise<Result<CatalogueImport, Failure>> => {
	const opened = await openCatalogue(source, gp);
	if (!opened.ok) return opened;
	const { catalogue, today } = opened.value;
	const known = await readGrouped(source, 'FPR', 'groupement', { gp });
	const producers = ['1', ...known.map(({ key }) => key.pr ?? '')];
	return ok(importCatalogue(catalogue, cells, { today, now: source.now, producers }));
};
