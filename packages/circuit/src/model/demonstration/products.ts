import type { Mode, Permanent } from '../product.ts';

/** A product of the demonstration: the permanent part, its first conditions, its price history. */
export interface DemonstrationProduct {
	readonly gp: 'bocage' | 'agrumes';
	readonly pr: string;
	readonly perm: Omit<Permanent, 'cree'>;
	/** Cents per unit or per kg; net and gross grams of a unit. */
	readonly pu: number;
	readonly pn: number;
	readonly pb: number;
	readonly qmax?: number;
}

interface Options {
	readonly mode?: Mode;
	readonly crate?: boolean;
	readonly demi?: boolean;
	readonly step?: number;
	readonly gross?: number;
	readonly cons?: 'S' | 'F' | 'G';
	readonly labels?: readonly string[];
	readonly tva?: number;
	readonly nb?: number;
	readonly qmax?: number;
}

type Row = readonly [lib: string, desc: string, pu: number, pn: number, options?: Options];

/** Half crates are shared inside a group: its total must be whole. */
const CRATE: Options = { crate: true, demi: true };
const BIO = ['AB'];

const productOf = (
	gp: DemonstrationProduct['gp'],
	pr: string,
	rayon: string,
	[lib, desc, pu, pn, options = {}]: Row,
): DemonstrationProduct => {
	const { mode = 'U', crate = false, demi = false, step, nb, qmax } = options;
	return {
		gp,
		pr,
		perm: {
			lib,
			desc,
			rayon,
			cons: options.cons ?? 'S',
			labels: [...(options.labels ?? [])],
			tva: options.tva ?? 550,
			mode,
			emb: crate ? 'caisse' : 'unite',
			demi,
			par: demi ? 2 : 0,
			...(step === undefined ? {} : { pas: step }),
			...(nb === undefined ? {} : { nb }),
		},
		pu,
		pn,
		pb: options.gross ?? pn,
		...(qmax === undefined ? {} : { qmax }),
	};
};

const shelf = (
	gp: DemonstrationProduct['gp'],
	pr: string,
	rayon: string,
	cons: 'S' | 'F' | 'G',
	rows: readonly Row[],
): DemonstrationProduct[] =>
	rows.map(([lib, desc, pu, pn, options]) =>
		productOf(gp, pr, rayon, [lib, desc, pu, pn, { cons, ...options }]),
	);

const piece = (more: Options = {}): Options => ({ mode: 'UP', ...more });
const bulk = (step: number, more: Options = {}): Options => ({ mode: 'P', step, ...more });

const bocage: readonly DemonstrationProduct[] = [
	...shelf('bocage', '2', 'Volailles', 'F', [
		[
			'Poulet fermier',
			'Élevé en plein air, prêt à cuire',
			1_190,
			1_800,
			piece({ labels: BIO, qmax: 8 }),
		],
		['Pintade', 'Élevée en plein air', 1_350, 1_500, piece()],
		['Canette', 'Jeune cane, prête à cuire', 1_420, 2_200, piece()],
		['Lapin', 'Lapin de la ferme, entier', 1_280, 1_400, piece()],
		['Rillettes de canard 180 g', 'Bocal de la ferme', 620, 180, { cons: 'S', gross: 330 }],
	]),
	...shelf('bocage', '2', 'Œufs', 'F', [
		['Œufs par 12', 'De poules en plein air', 420, 720, { gross: 790 }],
		['Œufs par 6', 'De poules en plein air', 225, 360, { gross: 400 }],
	]),
	...shelf('bocage', '3', 'Viandes', 'F', [
		['Caissette d’agneau (demi-agneau)', 'Découpé et étiqueté', 1_780, 7_500, piece({ qmax: 2 })],
		['Caissette de veau 5 kg', 'Morceaux variés, sous vide', 9_250, 5_000, CRATE],
		['Caissette de bœuf 5 kg', 'Morceaux variés, sous vide', 8_400, 5_000, CRATE],
		['Merguez d’agneau', 'Agneau seul, boyau naturel', 1_650, 1_000, bulk(500)],
		['Pâté de campagne 200 g', 'Bocal de la ferme', 480, 200, { cons: 'S', gross: 360 }],
	]),
	...shelf('bocage', '4', 'Légumes', 'F', [
		[
			'Pommes de terre, sac de 5 kg',
			'Chair ferme, de garde',
			750,
			5_000,
			{ gross: 5_050, labels: BIO },
		],
		['Carottes', 'De sable, sans fanes', 220, 1_000, bulk(500, { labels: BIO })],
		['Poireaux', 'Parés', 310, 1_000, bulk(500, { labels: BIO })],
		['Oignons jaunes', 'De garde', 240, 1_000, bulk(500)],
		['Betteraves', 'Crues', 230, 1_000, bulk(500)],
		['Potimarron', 'À la pièce, entre 1 et 2 kg', 260, 1_400, piece()],
		['Chou vert', 'La pièce', 280, 1_200, {}],
		['Salade', 'Cueillie du jour', 140, 300, {}],
		['Ail, tresse de 500 g', 'Ail rose', 690, 500, {}],
	]),
	...shelf('bocage', '4', 'Épicerie', 'S', [
		[
			'Lentilles vertes 1 kg',
			'Triées, récolte de l’année',
			460,
			1_000,
			{ gross: 1_020, labels: BIO },
		],
	]),
	...shelf('bocage', '4', 'Surgelés', 'G', [
		['Soupe surgelée 1 l', 'Légumes de la ferme, sans sel ajouté', 580, 1_000, { gross: 1_060 }],
		['Framboises surgelées 500 g', 'Entières', 720, 500, { gross: 520 }],
	]),
	...shelf('bocage', '5', 'Crèmerie', 'F', [
		['Tome des Haies, à la coupe', 'Lait cru, deux mois de cave', 1_890, 1_000, bulk(100)],
		['Camembert', 'Lait cru, moulé à la louche', 340, 250, { gross: 270 }],
		['Beurre 250 g', 'De baratte, demi-sel', 310, 250, {}],
		['Crème 33 cl', 'Épaisse', 260, 330, { gross: 360 }],
		['Yaourts nature par 4', 'Pots de 125 g', 270, 500, { gross: 560 }],
		['Fromage blanc 500 g', 'Lissé, à la faisselle', 290, 500, { gross: 530 }],
		['Lait cru 1 l', 'À boire sous trois jours', 150, 1_030, { gross: 1_070 }],
	]),
	...shelf('bocage', '6', 'Boissons', 'S', [
		['Cidre brut 75 cl', 'Pommes du verger', 390, 750, { gross: 1_250, tva: 2_000 }],
		[
			'Carton de 6 cidres',
			'Six bouteilles de cidre brut',
			2_160,
			4_500,
			{ ...CRATE, gross: 7_600, tva: 2_000, nb: 6 },
		],
		['Jus de pomme 1 l', 'Pur jus, une seule pression', 280, 1_000, { gross: 1_480 }],
		['Vinaigre de cidre 50 cl', 'Vieilli en fût', 350, 500, { gross: 850 }],
	]),
	...shelf('bocage', '6', 'Fruits', 'F', [
		[
			'Pommes à couteau, caisse de 6 kg',
			'Deux variétés par caisse',
			1_320,
			6_000,
			{ ...CRATE, gross: 6_500 },
		],
		['Poires', 'Conférence', 340, 1_000, bulk(500)],
	]),
	...shelf('bocage', '7', 'Boulangerie', 'F', [
		['Pain au levain 1 kg', 'Se commande aussi par moitié', 560, 1_000, { demi: true }],
		['Brioche 400 g', 'Pur beurre', 520, 400, {}],
	]),
	...shelf('bocage', '7', 'Épicerie', 'S', [
		['Miel 500 g', 'Toutes fleurs de haie', 720, 500, { gross: 760 }],
		['Farine de blé T80 1 kg', 'Moulue à la meule de pierre', 240, 1_000, { labels: BIO }],
		['Sablés au beurre 300 g', 'Pur beurre', 430, 300, { gross: 330 }],
	]),
];

const agrumes: readonly DemonstrationProduct[] = [
	...shelf('agrumes', '2', 'Agrumes', 'F', [
		[
			'Oranges, caisse de 10 kg',
			'À jus et à couteau, sans traitement après récolte',
			2_100,
			10_000,
			{ ...CRATE, gross: 10_600, qmax: 6 },
		],
		['Clémentines, caisse de 8 kg', 'Avec feuilles', 2_240, 8_000, { ...CRATE, gross: 8_500 }],
		['Citrons, caisse de 5 kg', 'Non cirés', 1_450, 5_000, { ...CRATE, gross: 5_400 }],
		['Pamplemousses, caisse de 6 kg', 'Roses', 1_560, 6_000, { ...CRATE, gross: 6_450 }],
		['Oranges sanguines, caisse de 8 kg', 'Tarocco', 2_080, 8_000, { ...CRATE, gross: 8_500 }],
		['Kumquats', 'Se mangent entiers', 690, 1_000, bulk(250)],
		['Marmelade d’oranges amères', 'Peu sucrée', 510, 350, { cons: 'S', gross: 560 }],
	]),
	...shelf('agrumes', '3', 'Fruits', 'F', [
		[
			'Avocats, caisse de 4 kg',
			'À faire mûrir une semaine',
			1_960,
			4_000,
			{ ...CRATE, gross: 4_350 },
		],
		['Kiwis, caisse de 5 kg', 'De garde', 1_700, 5_000, { ...CRATE, gross: 5_350 }],
		['Grenades', 'Juteuses', 420, 1_000, bulk(500)],
	]),
	...shelf('agrumes', '3', 'Épicerie', 'S', [
		[
			'Huile d’olive 1 l',
			'Vierge extra, première pression',
			1_480,
			920,
			{ gross: 1_420, labels: BIO },
		],
		['Olives noires 400 g', 'Au sel', 590, 400, { gross: 640 }],
		['Amandes 500 g', 'Décortiquées, avec leur peau', 980, 500, { gross: 510 }],
		['Riz de Camargue 1 kg', 'Long', 390, 1_000, {}],
	]),
	...shelf('agrumes', '4', 'Épicerie', 'S', [
		['Café 250 g', 'Moulu, jamais partagé', 540, 250, { gross: 260 }],
		['Thé noir 100 g', 'En vrac', 620, 100, { gross: 130 }],
		['Chocolat noir 70 % 100 g', 'Tablette', 320, 100, { gross: 110 }],
		['Pois chiches 1 kg', 'À tremper la veille', 410, 1_000, { labels: BIO }],
	]),
	...shelf('agrumes', '4', 'Fumaisons', 'F', [
		['Truite fumée', 'Filet, fumé au hêtre', 4_900, 180, piece()],
		['Haddock fumé', 'Filet, fumé au hêtre', 3_600, 220, piece()],
	]),
];

/** The 62 products of the demonstration, in the order of their numbers within each producer. */
export const demonstrationProducts: readonly DemonstrationProduct[] = [...bocage, ...agrumes];
