import { parseProductCode } from '../codes.ts';
import type { Sentence } from '../errors.ts';
import { lineFigures, quantityFigures } from '../line-figures.ts';
import type { Carton, ConsumerLine, ConsumerOrder, GroupOrder } from '../orders.ts';
import type { CatalogueLine, DeliveryCatalogue } from '../product.ts';
import { dueOf, type Quantity } from '../quantities.ts';
import { column, type Table, type TableColumn, type TableValue } from './table.ts';

type Lines = DeliveryCatalogue['lignes'];

const ORDERED: Sentence = { fr: 'commandé', en: 'ordered' };
const ESTIMATED: Sentence = { fr: 'estimé', en: 'estimated' };
const WEIGHED: Sentence = { fr: 'pesé', en: 'weighed' };

const PRODUCT: readonly TableColumn[] = [
	column('prod', 'text', 'Code', 'Code'),
	column('lib', 'text', 'Produit', 'Product'),
	column('rayon', 'text', 'Rayon', 'Shelf'),
];

const productCells = (code: string, product: CatalogueLine | undefined): TableValue[] => [
	code,
	product?.perm.lib ?? code,
	product?.perm.rayon ?? '',
];

const quantityColumns = (id: string, fr: string, en: string): TableColumn[] => [
	column(`${id}.q2`, 'halves', `${fr} (unités)`, `${en} (units)`),
	column(`${id}.g`, 'grams', `${fr} (g)`, `${en} (g)`),
];
const quantityCells = (quantity: Quantity | undefined): TableValue[] => [
	quantity?.q2 ?? null,
	quantity?.g ?? null,
];

/** Products by shelf then name, as people read them. */
const sorted = <T>(lines: Readonly<Record<string, T>>, catalogue: Lines): [string, T][] => {
	const place = (code: string) => {
		const perm = catalogue[code]?.perm;
		return `${perm?.rayon ?? ''}\n${perm?.lib ?? ''}\n${code}`;
	};
	return Object.entries(lines).toSorted(([a], [b]) => place(a).localeCompare(place(b), 'fr'));
};

/** What a weight is: of an order that nobody filled, of an estimate, or of scales. */
export const weightStateOf = (line: ConsumerLine, est: boolean): Sentence => {
	if (line.dis === undefined && line.paq === undefined) return est ? ESTIMATED : ORDERED;
	return est ? ESTIMATED : WEIGHED;
};

/** BCC: the order of a consumer, by the quantity that counts. */
export const consumerOrderTable = (
	order: ConsumerOrder | null,
	{ lignes }: Pick<DeliveryCatalogue, 'lignes'>,
): Table => ({
	columns: [
		...PRODUCT,
		...quantityColumns('cmd', 'Commandé', 'Ordered'),
		...quantityColumns('du', 'Dû', 'Due'),
		column('net', 'grams', 'Poids net (g)', 'Net weight (g)'),
		column('pb', 'grams', 'Poids brut (g)', 'Gross weight (g)'),
		column('poids', 'text', 'Poids', 'Weight'),
		column('pu', 'cents', 'Prix unitaire', 'Unit price'),
		column('px', 'cents', 'Montant', 'Amount'),
	],
	rows: sorted(order?.lignes ?? {}, lignes).map(([code, line]) => {
		const product = lignes[code];
		const { net, gross, px, est } = lineFigures(line, product);
		return [
			...productCells(code, product),
			...quantityCells(line.cmd),
			...quantityCells(dueOf(line)),
			...[net, gross, weightStateOf(line, est), product?.act.pu ?? null, px],
		];
	}),
});

/** BCG: the order of a group, from what was ordered to what was given. */
export const groupOrderTable = (
	order: GroupOrder | null,
	{ lignes }: Pick<DeliveryCatalogue, 'lignes'>,
): Table => ({
	columns: [
		...PRODUCT,
		column('nco', 'count', 'Consommateurs', 'Consumers'),
		...quantityColumns('cmd', 'Commandé', 'Ordered'),
		...quantityColumns('att', 'Attribué', 'Attributed'),
		...quantityColumns('exp', 'Expédié', 'Shipped'),
		...quantityColumns('rec', 'Reçu', 'Received'),
		...quantityColumns('dis', 'Distribué', 'Given'),
		column('pu', 'cents', 'Prix unitaire', 'Unit price'),
	],
	rows: sorted(order?.lignes ?? {}, lignes).map(([code, line]) => [
		...productCells(code, lignes[code]),
		line.cmd.nco,
		...[line.cmd, line.att, line.exp, line.rec, line.dis].flatMap(quantityCells),
		lignes[code]?.act.pu ?? null,
	]),
});

/** BCP: what a producer prepares, product by product, with each group's part. */
export const producerOrderTable = (
	pr: string,
	cartons: Readonly<Record<string, Carton>>,
	{ lignes }: Pick<DeliveryCatalogue, 'lignes'>,
	nameOf: (gc: string) => string,
): Table => {
	const groups = Object.keys(cartons).toSorted();
	const ofGroup = (gc: string, rp: string) => cartons[gc]?.lignes[rp]?.cmd;
	const numbers = new Set(groups.flatMap((gc) => Object.keys(cartons[gc]?.lignes ?? {})));
	const totals = Object.fromEntries(
		[...numbers].map((rp) => {
			const parts = groups.flatMap((gc) => ofGroup(gc, rp) ?? []);
			const add = (unit: 'q2' | 'g') => parts.reduce((sum, one) => sum + one[unit], 0);
			return [`${pr}.${rp}`, { q2: add('q2'), g: add('g') }];
		}),
	);
	return {
		columns: [
			...PRODUCT,
			...quantityColumns('cmd', 'À préparer', 'To prepare'),
			column('px', 'cents', 'Montant estimé', 'Estimated amount'),
			...groups.flatMap((gc) => quantityColumns(`gc.${gc}`, nameOf(gc), nameOf(gc))),
		],
		rows: sorted(totals, lignes).map(([code, total]) => {
			const product = lignes[code];
			const { rp = '' } = parseProductCode(code) ?? {};
			return [
				...productCells(code, product),
				...quantityCells(total),
				product ? quantityFigures(total, product).px : null,
				...groups.flatMap((gc) => quantityCells(ofGroup(gc, rp))),
			];
		}),
	};
};

/** Product × consumer: the quantity that counts of each; one column for each consumer. */
export const orderMatrixTable = (
	orders: Readonly<Record<string, ConsumerOrder>>,
	{ lignes }: Pick<DeliveryCatalogue, 'lignes'>,
	nameOf: (co: string) => string,
): Table => {
	const consumers = Object.keys(orders).toSorted((a, b) => Number(a) - Number(b));
	const all = Object.values(orders).flatMap((order) => Object.keys(order.lignes));
	const codes = Object.fromEntries(all.map((code) => [code, code]));
	return {
		columns: [
			...PRODUCT,
			...consumers.flatMap((co) => quantityColumns(`co.${co}`, nameOf(co), nameOf(co))),
		],
		rows: sorted(codes, lignes).map(([code]) => [
			...productCells(code, lignes[code]),
			...consumers.flatMap((co) => {
				const line = orders[co]?.lignes[code];
				return quantityCells(line && dueOf(line));
			}),
		]),
	};
};
