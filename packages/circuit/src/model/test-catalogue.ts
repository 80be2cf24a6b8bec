import type { CatalogueLine, Conditions, DeliveryCatalogue, Permanent } from './product.ts';

/** A line of a catalogue for tests. */
export const testLine = (
	perm: Partial<Permanent> & Pick<Permanent, 'lib' | 'mode'>,
	act: Partial<Conditions> & Pick<Conditions, 'pu'>,
): CatalogueLine => ({
	perm: {
		rayon: 'Divers',
		cons: 'F',
		labels: [],
		tva: 550,
		emb: 'unite',
		demi: false,
		par: 0,
		cree: 0,
		...perm,
	},
	act: { d: 20250101, dispo: 3, pn: 1_000, pb: act.pn ?? 1_000, ...act },
	chg: [],
});

export const CHICKEN = '1.1';
export const ORANGES = '1.2';
export const CARROTS = '2.1';
export const COFFEE = '2.2';
export const JAM = '3.1';

/** The products of the acceptance scenarios. */
export const testCatalogue: DeliveryCatalogue = {
	calc: 0,
	lignes: {
		[CHICKEN]: testLine({ lib: 'Poulet fermier', mode: 'UP' }, { pu: 1_190, pn: 1_800 }),
		[ORANGES]: testLine(
			{ lib: 'Oranges', mode: 'U', emb: 'caisse', demi: true, par: 2 },
			{ pu: 2_100, pn: 10_000, qmax: 6 },
		),
		[CARROTS]: testLine({ lib: 'Carottes', mode: 'P', pas: 500 }, { pu: 220 }),
		[COFFEE]: testLine({ lib: 'Café', mode: 'U' }, { pu: 540, pn: 250, excl: ['agora'] }),
		[JAM]: testLine({ lib: 'Confiture', mode: 'U' }, { pu: 345, pn: 350, pb: 520 }),
	},
};
