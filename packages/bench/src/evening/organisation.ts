import {
	type ConsumerSheet,
	createDemonstration,
	type Delivery,
	type DemonstrationDocument,
	type GroupementSheet,
	type GroupSheet,
	rebuildCalendar,
	rebuildConsumersDirectory,
	rebuildGeneralDirectory,
} from '@navette/circuit/model';

const HOUR = 3_600_000;

/** How many groups, and consumers in each. */
export interface Crowd {
	readonly groups: number;
	readonly consumers: number;
}

/** An organisation whose tour is open and closes this evening, before anybody has ordered. */
export interface Evening {
	readonly documents: readonly DemonstrationDocument[];
	readonly tour: { readonly gp: string; readonly livr: string };
	/** Codes `pr.rp` of products sold by whole units, without a most. */
	readonly products: readonly string[];
	readonly groups: readonly string[];
	/** Codes of consumers, the same in every group. */
	readonly consumers: readonly string[];
}

type Named<N extends DemonstrationDocument['type']> = Extract<
	DemonstrationDocument,
	{ readonly type: N }
>;

const allOf = <N extends DemonstrationDocument['type']>(
	documents: readonly DemonstrationDocument[],
	type: N,
): readonly Named<N>[] => documents.filter((one): one is Named<N> => one.type === type);

const must = <T>(value: T | undefined, what: string): T => {
	if (value === undefined) throw new Error(`the demonstration has no ${what}`);
	return value;
};

const numbered = (count: number, name: (n: number) => string): readonly string[] =>
	Array.from({ length: count }, (_, n) => name(n));

const GP = 'bocage';

/** The delivery that is open at `now`, with stops for all groups, and its last hours before it. */
const openDelivery = (all: readonly Named<'LIVRG'>[], groups: readonly string[], now: number) => {
	const { key, data } = must(
		all.find(({ data: { tOuv, tClo } }) => tOuv <= now && now < tClo),
		'open delivery',
	);
	const stop = must(Object.values(data.pts)[0], 'stop');
	const pts = Object.fromEntries(groups.map((gc, at) => [gc, { ...stop, ordre: at + 1 }]));
	const delivery: Delivery = { ...data, tClo: now + 3 * HOUR, pts };
	return { gp: String(key.gp), livr: String(key.livr), delivery };
};

const sheetsOf = (model: Named<'FGC'>['data'], groups: readonly string[], now: number) => {
	const sheet = (at: number): GroupSheet => ({
		...model,
		carte: {
			...model.carte,
			nom: `Groupe ${at + 1}`,
			init: `G${String(at % 100).padStart(2, '0')}`,
		},
		gps: [{ gp: GP, st: 'actif', t: now }],
		par: { ...model.par, avance: 0 },
	});
	return Object.fromEntries(groups.map((gc, at) => [gc, sheet(at)]));
};

const consumersOf = (model: ConsumerSheet, codes: readonly string[]) =>
	Object.fromEntries(
		codes.map((co): [string, ConsumerSheet] => [
			co,
			{ ...model, carte: { ...model.carte, nom: `Personne ${co}` }, st: 0 },
		]),
	);

/** Derived from the demonstration, so that sheets, products and prices are those people see. */
export const eveningOf = ({ groups: count, consumers }: Crowd, now: number): Evening => {
	const { primary, derived } = createDemonstration({ now, seed: 1 });
	const all = [...primary, ...derived];
	const groups = numbered(count, (n) => `g${n + 1}`);
	const codes = numbered(consumers, (n) => String(n + 2));
	const { gp, livr, delivery } = openDelivery(
		allOf(primary, 'LIVRG').filter(({ key }) => key.gp === GP),
		groups,
		now,
	);
	const sheets = sheetsOf(must(allOf(primary, 'FGC')[0], 'group').data, groups, now);
	const people = consumersOf(must(allOf(primary, 'FCO')[0], 'consumer').data, codes);
	const groupement: GroupementSheet = {
		...must(
			allOf(primary, 'FGP').find(({ key }) => key.gp === gp),
			'groupement',
		).data,
		gcs: groups.map((gc) => ({ gc, st: 'actif', t: now })),
	};
	const catalogue = must(
		allOf(all, 'CATL').find(({ key }) => key.gp === gp && key.livr === livr),
		'catalogue',
	);
	const ofGroupement = all.filter(
		({ type, key }) => ['FPR', 'CATG', 'RP'].includes(type) && key.gp === gp,
	);
	const ofGroup = (gc: string): readonly DemonstrationDocument[] => [
		{ type: 'FGC', key: { gc }, data: must(sheets[gc], gc) },
		...codes.map((co) => ({
			type: 'FCO' as const,
			key: { gc, co },
			data: must(people[co], co),
		})),
		{ type: 'RC', key: { gc }, data: rebuildConsumersDirectory(must(sheets[gc], gc), people) },
	];
	return {
		tour: { gp, livr },
		groups,
		consumers: codes,
		products: Object.entries(catalogue.data.lignes)
			.filter(([, { perm, act }]) => perm.mode === 'U' && act.dispo > 0 && act.qmax === undefined)
			.map(([code]) => code),
		documents: [
			...ofGroupement,
			{ type: 'FGP', key: { gp }, data: groupement },
			{ type: 'LIVRG', key: { gp, livr }, data: delivery },
			{ type: 'CALG', key: { gp }, data: rebuildCalendar({ [livr]: delivery }, { livrs: [] }) },
			catalogue,
			...groups.flatMap(ofGroup),
			{ type: 'RG', key: {}, data: rebuildGeneralDirectory(sheets, { [gp]: groupement }) },
		],
	};
};
