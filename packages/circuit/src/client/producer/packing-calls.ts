import { createFormats, parseWeight } from '@navette/ui/formats';
import { type Carton, quantityOf } from '../../model/index.ts';
import type { QueuedCall } from '../consumer/order-calls.ts';
import type { PackingRow } from './carton-rows.ts';
import type { CartonPlace } from './producer-role.ts';

type Boxes = NonNullable<Carton['cols']>;

const FORMATS = { fr: createFormats('fr'), en: createFormats('en') };

/** What lists of waiting operations show. */
const labelled = (lib: string, value: (language: 'fr' | 'en') => string, livr: string) => ({
	kind: 'carton',
	fr: `${lib}\u00a0: ${value('fr')} (${FORMATS.fr.day(livr, 'short')})`,
	en: `${lib}: ${value('en')} (${FORMATS.en.day(livr, 'short')})`,
});

const amountIn = (row: Pick<PackingRow, 'mode'>, amount: number) => (language: 'fr' | 'en') =>
	row.mode === 'P' ? FORMATS[language].weight(amount) : FORMATS[language].quantity(amount);

/**
 * What is packed of a product: halves (U, UP) or grams (P); `undefined` takes it back. It says what
 * was seen, so that a colleague who packs the same carton is not overwritten.
 */
export const packCall = (
	place: CartonPlace,
	row: PackingRow,
	amount: number | undefined,
): QueuedCall => {
	const quantity = amount === undefined ? null : quantityOf(row.mode, amount);
	const seen =
		row.packed === undefined
			? null
			: { ...quantityOf(row.mode, row.packed), ...(row.weighed ? { g: row.weighed } : {}) };
	return {
		name: 'CartExp',
		input: { ...place, lignes: [{ rp: row.rp, exp: quantity, seen }] },
		label: labelled(row.label, amountIn(row, amount ?? 0), place.livr),
	};
};

/** Everything that nothing is said of, packed as it was ordered. */
export const packAllCall = (
	place: CartonPlace,
	rows: readonly PackingRow[],
): QueuedCall | undefined => {
	const left = rows.filter(({ packed, mode }) => packed === undefined && mode === 'U');
	if (left.length === 0) return undefined;
	const lignes = left.map(({ rp, mode, ordered }) => ({
		...{ rp, exp: quantityOf(mode, ordered), seen: null },
	}));
	const names = left.map(({ label }) => label).join(', ');
	const count = (language: 'fr' | 'en') => FORMATS[language].number(left.length);
	return {
		name: 'CartExp',
		input: { ...place, lignes },
		label: labelled(names, count, place.livr),
	};
};

/** Packages weighed or taken out, and the number and weight shipped that follow from the list. */
export const packagesCalls = (
	place: CartonPlace,
	row: PackingRow,
	change: {
		readonly add?: readonly { readonly id: string; readonly g: number }[];
		readonly remove?: readonly string[];
	},
): QueuedCall[] => {
	const { add = [], remove = [] } = change;
	const list = [...row.packages.filter(({ id }) => !remove.includes(id)), ...add];
	const g = list.reduce((sum, one) => sum + one.g, 0);
	const exp = list.length === 0 ? null : { q2: 2 * list.length, g };
	const words = (language: 'fr' | 'en') =>
		`${FORMATS[language].number(list.length)}, ${FORMATS[language].weight(g)}`;
	const label = labelled(row.label, words, place.livr);
	return [
		{
			name: 'CartPaquets',
			input: { ...place, rp: row.rp, ajouts: add, retraits: remove },
			label,
		},
		{ name: 'CartExp', input: { ...place, lignes: [{ rp: row.rp, exp }] }, label },
	];
};

/** The boxes that a carton makes. */
export const boxesCall = (place: CartonPlace, cols: Boxes): QueuedCall => ({
	name: 'CartColis',
	input: { ...place, cols },
	label: labelled(
		place.gc,
		(language) =>
			`${cols.reduce((sum, { n }) => sum + n, 0)} ${language === 'fr' ? 'colis' : 'boxes'}`,
		place.livr,
	),
});

const STATES = {
	fr: ['vide', 'en cours', 'prêt', 'chargé'],
	en: ['empty', 'in progress', 'ready', 'loaded'],
} as const;

/** How far a carton is: empty, in progress, ready, loaded. */
export const CARTON_STATES = [0, 1, 2, 3] as const;
export type CartonState = (typeof CARTON_STATES)[number];

/** Says how far a carton is. */
export const stateCall = (place: CartonPlace, etat: number, seen: number): QueuedCall => ({
	name: 'CartEtat',
	input: { ...place, etat, seen },
	label: labelled(place.gc, (language) => STATES[language][etat as 0] ?? '', place.livr),
});

/** What stands between two weights typed in a row. */
const BETWEEN = /[\s+;/]/;

/** Grams of several packages typed in a row: `1720 1850`, `1,72 kg + 1850`; `undefined` when unclear. */
export const typedWeights = (text: string): number[] | undefined => {
	const parts: string[] = [];
	for (const part of text.toLowerCase().split(BETWEEN)) {
		// A unit may stand apart from its number.
		if (part === 'kg' || part === 'g') parts.push(`${parts.pop() ?? ''}${part}`);
		else if (part !== '') parts.push(part);
	}
	const grams = parts.map(gramsTyped);
	return grams.length > 0 && grams.every((one) => one !== undefined && one > 0)
		? (grams as number[])
		: undefined;
};

/** Whole kilos without a unit would be grams: a number with a decimal mark, or `kg`, says kilos. */
const gramsTyped = (text: string): number | undefined =>
	/^\d{1,7}g?$/.test(text) || text.endsWith('kg') || /[.,]/.test(text)
		? parseWeight(text)
		: undefined;
