import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import * as v from 'valibot';
import {
	amountOf,
	type Cells,
	type ConsumerOrder,
	importOrders,
	type OrderImport,
} from '../model/index.ts';
import { catalogueOf } from './delivery-catalogues.ts';
import { byKeyProperty, readGrouped } from './documents.ts';
import { cellsSchema } from './import-cells.ts';
import { groupEntries } from './inputs.ts';
import { type OrderKey, readGroupFacts } from './order-facts.ts';
import type { UsedRight } from './rights.ts';

/** A file of orders, for a group. */
export const orderFileEntries = v.strictObject({ ...groupEntries, lignes: cellsSchema });

export const orderFileExample = {
	...{ right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614' },
	lignes: [
		['Consommateur', 'Produit', 'Quantité'],
		['3', '2.1', '1,5'],
		['Ana Pinto', 'Carottes', '1,5 kg'],
	],
};

const orderedIn =
	(orders: Readonly<Record<string, ConsumerOrder>>) =>
	(co: string, prod: string): number => {
		const cmd = orders[co]?.lignes[prod]?.cmd;
		return Math.max(amountOf('U', cmd), amountOf('P', cmd));
	};

/** What a file of orders would do now. Errors: `E-LIEN`, `E-PHASE`, `E-ARCH`. */
export const readOrderFile = async (
	source: DocumentSource,
	used: UsedRight,
	key: Pick<OrderKey, 'gc' | 'gp' | 'livr'>,
	cells: Cells,
): Promise<Result<OrderImport, Failure>> => {
	const { gc, gp, livr } = key;
	const facts = await readGroupFacts(source, used, 'BCC.cmd', key);
	if (!facts.ok) return facts;
	const catalogue = await catalogueOf(source, { gp, livr }, facts.value.delivery);
	const orders = byKeyProperty(
		await readGrouped(source, 'BCC', 'groupDelivery', { gc, gp, livr }),
		'co',
	);
	const sheets = await readGrouped(source, 'FCO', 'group', { gc });
	const consumers = new Map(
		sheets
			.filter(({ data }) => data.st !== 9)
			.map(({ key: { co = '' }, data }) => [co, data.carte.nom] as const),
	);
	return ok(importOrders(cells, { gc, catalogue, consumers, ordered: orderedIn(orders) }));
};
