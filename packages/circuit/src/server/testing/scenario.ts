import type { Key } from '@navette/model';
import {
	type ConsumerSheet,
	type ConsumerStatus,
	calendarEntryOf,
	type Delivery,
	type DocumentData,
	type DocumentName,
	type GroupementSheet,
	type GroupSheet,
	type Product,
	parseDocument,
} from '../../model/index.ts';

/** A document to be written as it is. */
export interface SeedDocument {
	readonly type: DocumentName;
	readonly key: Key;
	readonly data: unknown;
}

const HOUR = 3_600_000;

/** An instant of June 2025 in Paris: `at(14, 9)` = 14 June 09:00. */
export const at = (day: number, hour: number): number => Date.UTC(2025, 5, day, hour - 2);

export const LIVR = '20250614';
export const NEXT = '20250628';
export const PREVIOUS = '20250531';

export const CHICKEN = '1.1';
export const ORANGES = '2.1';
export const CARROTS = '3.1';
export const COFFEE = '4.1';
export const CAMEMBERT = '3.2';

const product = (
	lib: string,
	pu: number,
	rest: Partial<Product> & Pick<Product, 'mode'>,
	weights = { pn: 1_000, pb: 1_000 },
	excl?: readonly string[],
): Product => ({
	lib,
	rayon: 'Divers',
	cons: 'F',
	labels: [],
	tva: 550,
	emb: 'unite',
	demi: false,
	par: 0,
	cree: 0,
	...rest,
	cv: [{ d: 20250101, dispo: 3, pu, ...weights, ...(excl ? { excl: [...excl] } : {}) }],
});

const CATALOGUE: Record<string, Product> = {
	[CHICKEN]: product('Poulet fermier', 1_190, { mode: 'UP' }, { pn: 1_800, pb: 1_800 }),
	[ORANGES]: product(
		'Oranges',
		2_100,
		{ mode: 'U', emb: 'caisse', demi: true, par: 2 },
		{ pn: 10_000, pb: 10_000 },
	),
	[CARROTS]: product('Carottes', 220, { mode: 'P', pas: 500 }),
	[CAMEMBERT]: product('Camembert', 340, { mode: 'U' }, { pn: 250, pb: 270 }),
	[COFFEE]: product('Café', 540, { mode: 'U' }, { pn: 250, pb: 250 }, ['agora']),
};

const sheet = (nom: string, init: string) => ({
	carte: { nom, init },
	contact: { tels: [{ lab: 'mobile', num: '+33 6 00 00 00 00' }], mails: [] },
	conf: {},
	acces: [],
});

const group = (nom: string, init: string, gps: readonly string[]): GroupSheet => ({
	...sheet(nom, init),
	gps: gps.map((gp) => ({ gp, st: 'actif', t: 0 })),
	par: { avance: 12, tolG: 50, tolPct: 5, detPr: nom === 'Dupleix', langue: 'fr' },
	tz: 'Europe/Paris',
	st: 'actif',
});

const groupement = (nom: string, init: string, gcs: readonly string[]): GroupementSheet => ({
	...sheet(nom, init),
	gcs: gcs.map((gc) => ({ gc, st: 'actif', t: 0 })),
	par: { archJ: 30, tolPct: 5, catRef: 'livraison' },
	tz: 'Europe/Paris',
	st: 'actif',
});

const consumer = (nom: string, init: string, st: ConsumerStatus = 0): ConsumerSheet => ({
	...sheet(nom, init),
	st,
	pref: { rappels: false, langue: 'fr' },
});

const stop = (ordre: number, tLiv: number) => ({
	tLiv,
	adrL: '1 place de la Halle',
	tDis: tLiv + HOUR,
	adrD: '1 place de la Halle',
	ordre,
});

const delivery = (day: number, gcs: readonly string[]): Delivery => ({
	tOuv: at(day, 8) - 12 * 24 * HOUR,
	tClo: at(day, 20) - 2 * 24 * HOUR,
	tExp: at(day, 6),
	tArc: at(day, 6) + 30 * 24 * HOUR,
	pts: Object.fromEntries(gcs.map((gc, order) => [gc, stop(order + 1, at(day, 9 + order))])),
	hist: [],
});

const DELIVERIES: Readonly<Record<string, Delivery>> = {
	[PREVIOUS]: { ...delivery(1, ['dupleix']), tExp: at(1, 5) },
	[LIVR]: delivery(14, ['dupleix', 'agora']),
	[NEXT]: delivery(28, ['dupleix']),
};

const CONSUMERS: readonly (readonly [string, string, ConsumerSheet])[] = [
	['dupleix', '2', consumer('Adèle', 'AD')],
	['dupleix', '3', consumer('Bruno', 'BR')],
	['dupleix', '4', consumer('Chloé', 'CH')],
	['dupleix', '5', consumer('Denis', 'DE', 1)],
	['dupleix', '6', consumer('Elsa', 'EL', 2)],
	['dupleix', '7', consumer('Farid', 'FA', 9)],
	['agora', '2', consumer('Gaëlle', 'GA')],
];

const seed = <N extends DocumentName>(type: N, key: Key, data: DocumentData[N]): SeedDocument => ({
	type,
	key,
	data: parseDocument(type, data),
});

/**
 * A small organisation in which the scenarios happen: groups `dupleix` and `agora` (and `lointain`,
 * which is linked on one side only), groupements `bocage` and `agrumes`, one delivery open from 2 to
 * 12 June 20:00, leaving the 14th at 06:00.
 */
export const scenarioDocuments = (): readonly SeedDocument[] => [
	seed('FGC', { gc: 'dupleix' }, group('Dupleix', 'DX', ['bocage', 'agrumes'])),
	seed('FGC', { gc: 'agora' }, group('Agora', 'AG', ['bocage'])),
	seed('FGC', { gc: 'lointain' }, group('Lointain', 'LO', ['bocage'])),
	seed('FGP', { gp: 'bocage' }, groupement('Bocage', 'BO', ['dupleix', 'agora'])),
	seed('FGP', { gp: 'agrumes' }, groupement('Agrumes', 'AM', ['dupleix'])),
	...CONSUMERS.map(([gc, co, data]) => seed('FCO', { gc, co }, data)),
	...['1', '2', '3', '4'].map((pr) =>
		seed('FPR', { gp: 'bocage', pr }, { ...sheet(`Ferme ${pr}`, 'FE'), rayons: [], st: 'actif' }),
	),
	seed('CATG', { gp: 'bocage' }, { prods: CATALOGUE }),
	...Object.entries(DELIVERIES).map(([livr, data]) => seed('LIVRG', { gp: 'bocage', livr }, data)),
	seed(
		'CALG',
		{ gp: 'bocage' },
		{ livrs: Object.entries(DELIVERIES).map(([livr, one]) => calendarEntryOf(livr, one)) },
	),
];
