import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import type { Account } from '@navette/model';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import {
	actorCodeSchema,
	catalogueTable,
	consumerOrderTable,
	type DeliveryCatalogue,
	GROUP_ITSELF,
	groupCodeSchema,
	groupOrderTable,
	localTimeOf,
	orderMatrixTable,
	producerOrderTable,
	type Table,
} from '../../model/index.ts';
import { catalogueOf } from '../delivery-catalogues.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { deliveryEntries, rightSchema } from '../inputs.ts';
import { admittedRight, holding, type UsedRight } from '../rights.ts';
import { readAllSeen, readSeen } from '../seen-documents.ts';

const gc = groupCodeSchema;
const input = v.variant('quoi', [
	v.strictObject({ ...deliveryEntries, quoi: v.literal('BCC'), gc, co: actorCodeSchema }),
	v.strictObject({ ...deliveryEntries, quoi: v.literal('BCG'), gc }),
	v.strictObject({ ...deliveryEntries, quoi: v.literal('BCP'), pr: actorCodeSchema }),
	v.strictObject({ ...deliveryEntries, quoi: v.literal('MATRICE'), gc }),
	v.strictObject({ right: rightSchema, quoi: v.literal('CATG'), gp: groupCodeSchema }),
]);
type Input = v.InferOutput<typeof input>;
type OfDelivery = Exclude<Input, { quoi: 'CATG' }>;

interface Reader {
	readonly source: DocumentSource;
	readonly account: Account;
	readonly used: UsedRight;
}

const producerTable = async (
	{ source, account, used }: Reader,
	{ gp, livr, pr }: Extract<Input, { quoi: 'BCP' }>,
	catalogue: DeliveryCatalogue,
): Promise<Table | undefined> => {
	// Cartons of a tour that this right sees, those of this producer.
	const { holder } = used;
	if (holder.role !== 'GP' && !(holder.role === 'PR' && holder.pr === pr)) return undefined;
	const cartons: Record<string, NonNullable<Awaited<ReturnType<typeof readSeen<'CART'>>>>> = {};
	const delivery = await readOne(source, 'LIVRG', { gp, livr });
	for (const group of Object.keys(delivery?.pts ?? {})) {
		const seen = await readSeen(source, account, used, 'CART', { gp, pr, livr, gc: group });
		if (seen === undefined) return undefined;
		if (seen) cartons[group] = seen;
	}
	const directory = await readOne(source, 'RG', {});
	return producerOrderTable(pr, cartons, catalogue, (one) => directory?.gcs[one]?.nom ?? one);
};

const matrixTable = async (
	{ source, account, used }: Reader,
	{ gp, livr, gc: group }: Extract<Input, { quoi: 'MATRICE' }>,
	catalogue: DeliveryCatalogue,
): Promise<Table | undefined> => {
	if (used.holder.role !== 'GC' || used.holder.gc !== group) return undefined;
	const asked = { name: 'BCC', grouping: 'groupDelivery', key: { gc: group, gp, livr }, by: 'co' };
	const orders = await readAllSeen(source, account, used, { ...asked, name: 'BCC' });
	const directory = await readSeen(source, account, used, 'RC', { gc: group });
	const general = await readOne(source, 'RG', {});
	const nameOf = (co: string) =>
		co === GROUP_ITSELF
			? (general?.gcs[group]?.nom ?? group)
			: (directory?.cos[co]?.carte.nom ?? co);
	return orderMatrixTable(orders, catalogue, nameOf);
};

const orderTable = async (
	reader: Reader,
	asked: OfDelivery,
	catalogue: DeliveryCatalogue,
): Promise<Table | undefined> => {
	const { source, account, used } = reader;
	const { gp, livr } = asked;
	if (asked.quoi === 'BCP') return producerTable(reader, asked, catalogue);
	if (asked.quoi === 'MATRICE') return matrixTable(reader, asked, catalogue);
	const group = { gc: asked.gc, gp, livr };
	if (asked.quoi === 'BCG') {
		const order = await readSeen(source, account, used, 'BCG', group);
		return order === undefined ? undefined : groupOrderTable(order, catalogue);
	}
	const order = await readSeen(source, account, used, 'BCC', { ...group, co: asked.co });
	return order === undefined ? undefined : consumerOrderTable(order, catalogue);
};

const tableOf = async (reader: Reader, asked: Input): Promise<Result<Table, Failure>> => {
	const { source, account, used } = reader;
	const { right, gp } = asked;
	if (asked.quoi === 'CATG') {
		const general = await readSeen(source, account, used, 'CATG', { gp });
		const groupement = await readOne(source, 'FGP', { gp });
		const day = localTimeOf(source.now, groupement?.tz ?? 'UTC').day;
		return general === undefined
			? refuse('E-DROIT', { right })
			: ok(catalogueTable(general ?? { prods: {} }, day));
	}
	const key = { gp, livr: asked.livr };
	const delivery = await readOne(source, 'LIVRG', key);
	if (!delivery) return refuse('E-LIEN', key);
	if ('gc' in asked && !delivery.pts[asked.gc]) return refuse('E-LIEN', { gc: asked.gc, gp });
	const table = await orderTable(reader, asked, await catalogueOf(source, key, delivery));
	return table ? ok(table) : refuse('E-DROIT', { right });
};

/** Orders and products as tables, to be written out as CSV, XLSX or JSON. */
export const exporter = defineReport({
	name: 'Exporter',
	about:
		'An order (BCC, BCG, BCP, MATRICE) or a general catalogue (CATG) as a table, as it may be seen.',
	input,
	example: {
		...{ right: 'GC/dupleix', gp: 'bocage', livr: '20250614' },
		...{ quoi: 'BCG', gc: 'dupleix' },
	},
	who: holding,
	async handler(source, asked, account) {
		const used = admittedRight(account, asked.right);
		const table = await tableOf({ source, account, used }, asked);
		return table.ok ? ok({ t: source.now, table: table.value }) : table;
	},
});
