import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { type GeneralCatalogue, localTimeOf } from '../model/index.ts';
import { readOne } from './documents.ts';
import { activeGroupement } from './tour-links.ts';

/** The general catalogue of a groupement, and the day it is there. */
export interface OpenCatalogue {
	readonly catalogue: GeneralCatalogue;
	/** Calendar day `yyyymmdd` on the clock of the groupement. */
	readonly today: number;
}

/** The general catalogue, empty when nothing was declared yet. `E-LIEN` without a groupement. */
export const openCatalogue = async (
	source: DocumentSource,
	gp: string,
): Promise<Result<OpenCatalogue, Failure>> => {
	const groupement = await activeGroupement(source, gp);
	if (!groupement.ok) return groupement;
	const catalogue = (await readOne(source, 'CATG', { gp })) ?? { prods: {} };
	return ok({ catalogue, today: localTimeOf(source.now, groupement.value.tz).day });
};
