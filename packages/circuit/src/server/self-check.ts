import { isDeepStrictEqual } from 'node:util';
import type { DocumentSource } from '@navette/engine';
import type { DeliveryCatalogue, GroupOrder } from '../model/index.ts';
import { catalogueOf, type DeliveryKey } from './delivery-catalogues.ts';
import { readOne } from './documents.ts';
import { rebuildGroup } from './rebuild-group.ts';
import {
	calendarOf,
	consumersDirectoryOf,
	generalDirectoryOf,
	producersDirectoryOf,
} from './save-directories.ts';

/** A derived document that is not what a rebuild gives. */
export interface Difference {
	/** `BCG/dupleix.bocage.20250614` */
	readonly document: string;
	readonly stored: unknown;
	readonly rebuilt: unknown;
}

const compare = (document: string, stored: unknown, rebuilt: unknown): readonly Difference[] =>
	isDeepStrictEqual(stored ?? null, rebuilt ?? null)
		? []
		: [{ document, stored: stored ?? null, rebuilt: rebuilt ?? null }];

/** Packages held in two baskets, or whose price is not theirs, would be counted twice. */
const packageFaults = (document: string, group: GroupOrder | null): readonly Difference[] =>
	Object.entries(group?.lignes ?? {}).flatMap(([code, { paq = [] }]) => {
		const ids = paq.map((one) => one.id);
		return compare(`${document} paq ${code}`, ids, [...new Set(ids)]);
	});

const checkGroup = async (
	source: DocumentSource,
	key: DeliveryKey,
	gc: string,
	catalogue: DeliveryCatalogue,
): Promise<readonly Difference[]> => {
	const { gp, livr } = key;
	const found = await rebuildGroup(source, key, gc, catalogue);
	if (!found) return [];
	const { order, cartons } = found;
	const id = `BCG/${gc}.${gp}.${livr}`;
	return [
		...compare(id, order.stored, order.rebuilt),
		...packageFaults(id, order.stored),
		...Object.entries(cartons).flatMap(([pr, { stored, rebuilt }]) =>
			compare(`CART/${gp}.${pr}.${livr}.${gc}`, stored, rebuilt),
		),
	];
};

/**
 * Compares everything derived in a delivery with what a rebuild from its truths gives: orders of
 * groups, cartons, and the calendar. Nothing found = sums never drifted.
 */
export const selfCheck = async (
	source: DocumentSource,
	gp: string,
	livr: string,
): Promise<readonly Difference[]> => {
	const key = { gp, livr };
	const delivery = await readOne(source, 'LIVRG', key);
	if (!delivery) return [];
	const catalogue = await catalogueOf(source, key, delivery);
	const differences: Difference[] = [];
	for (const gc of Object.keys(delivery.pts))
		differences.push(...(await checkGroup(source, key, gc, catalogue)));
	const calendar = await readOne(source, 'CALG', { gp });
	return [...differences, ...compare(`CALG/${gp}`, calendar, await calendarOf(source, gp))];
};

/** Compares the directories of the organisation with what the sheets say. */
export const selfCheckDirectories = async (
	source: DocumentSource,
): Promise<readonly Difference[]> => {
	const differences = [
		...compare('RG/', await readOne(source, 'RG', {}), await generalDirectoryOf(source)),
	];
	for (const { key } of await source.list('FGC')) {
		const { gc = '' } = key;
		const rebuilt = await consumersDirectoryOf(source, gc);
		differences.push(...compare(`RC/${gc}`, await readOne(source, 'RC', { gc }), rebuilt));
	}
	for (const { key } of await source.list('FGP')) {
		const { gp = '' } = key;
		const rebuilt = await producersDirectoryOf(source, gp);
		differences.push(...compare(`RP/${gp}`, await readOne(source, 'RP', { gp }), rebuilt));
	}
	return differences;
};
