import { isDeepStrictEqual } from 'node:util';
import type { DocumentSource } from '@navette/engine';
import {
	type ConsumerOrder,
	type ConsumerSheet,
	type DeliveryCatalogue,
	type GroupOrder,
	type GroupSheet,
	parseProductCode,
	rebuildCarton,
	rebuildGroupOrder,
} from '../model/index.ts';
import { catalogueOf, type DeliveryKey } from './delivery-catalogues.ts';
import { byKeyProperty, readGrouped, readOne } from './documents.ts';
import {
	calendarOf,
	consumersDirectoryOf,
	generalDirectoryOf,
	producersDirectoryOf,
} from './save-directories.ts';
import { shownInitials } from './save-order.ts';

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

interface GroupState {
	readonly gc: string;
	readonly group: GroupSheet;
	readonly consumers: Readonly<Record<string, ConsumerSheet>>;
	readonly orders: Readonly<Record<string, ConsumerOrder>>;
	readonly catalogue: DeliveryCatalogue;
}

const checkCartons = async (
	source: DocumentSource,
	{ gp, livr }: DeliveryKey,
	state: GroupState,
	rebuiltGroup: GroupOrder | null,
): Promise<readonly Difference[]> => {
	const { gc, group, consumers, orders, catalogue } = state;
	const found = await readGrouped(source, 'CART', 'groupDelivery', { gc, gp, livr });
	const cartons = byKeyProperty(found, 'pr');
	const shares = Object.entries(orders).map(([co, order]) => {
		const init = shownInitials(group, consumers[co], co);
		return { order, ...(init === undefined ? {} : { init }) };
	});
	const ordered = Object.values(orders).flatMap((order) => Object.keys(order.lignes));
	const producers = ordered.flatMap((code) => parseProductCode(code)?.pr ?? []);
	return [...new Set([...Object.keys(cartons), ...producers])].flatMap((pr) => {
		const stored = cartons[pr] ?? null;
		const around = { catalogue, tolerance: group.par, pr, group: rebuiltGroup };
		const id = `CART/${gp}.${pr}.${livr}.${gc}`;
		return compare(id, stored, rebuildCarton(shares, stored, around));
	});
};

const checkGroup = async (
	source: DocumentSource,
	key: DeliveryKey,
	gc: string,
	catalogue: DeliveryCatalogue,
): Promise<readonly Difference[]> => {
	const { gp, livr } = key;
	const group = await readOne(source, 'FGC', { gc });
	if (!group) return [];
	const orders = byKeyProperty(
		await readGrouped(source, 'BCC', 'groupDelivery', { gc, gp, livr }),
		'co',
	);
	const consumers = byKeyProperty(await readGrouped(source, 'FCO', 'group', { gc }), 'co');
	const stored = (await readOne(source, 'BCG', { gc, gp, livr })) ?? null;
	const around = { catalogue, tolerance: group.par };
	const rebuilt = rebuildGroupOrder(Object.values(orders), stored, around);
	const id = `BCG/${gc}.${gp}.${livr}`;
	const state = { gc, group, consumers, orders, catalogue };
	return [
		...compare(id, stored, rebuilt),
		...packageFaults(id, stored),
		...(await checkCartons(source, key, state, rebuilt)),
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
