import type { CatalogueLine, DeliveryCatalogue } from '../../model/index.ts';

/** A line of the report `Catalogue`: `indispo` = not offered to the group that asks. */
export type OfferedLine = CatalogueLine & { readonly indispo?: boolean };

/** The report `Catalogue`: the catalogue of a delivery as one group may order from it. */
export type OfferedCatalogue = Omit<DeliveryCatalogue, 'lignes'> & {
	readonly lignes: Readonly<Record<string, OfferedLine>>;
};

/** Before the catalogue is there, nothing is offered. */
export const NO_CATALOGUE: OfferedCatalogue = { calc: 0, lignes: {} };

/** Whether the group may order a product now. */
export const isOfferedLine = (line: OfferedLine): boolean =>
	line.indispo !== true && line.act.dispo > 0;
