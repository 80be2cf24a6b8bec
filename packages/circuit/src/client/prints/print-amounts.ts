import {
	amountOf,
	type CatalogueLine,
	type ConsumerLine,
	dueOf,
	type LineFigures,
	lineFigures,
	type Permanent,
	type Quantity,
	quantityFigures,
	weightStateOf,
} from '../../model/index.ts';
import type { Printing } from './print-data.ts';

const UNITS = {
	fr: {
		crate: ['cagette', 'cagettes'],
		piece: ['pièce', 'pièces'],
		unit: ['', ''],
		per: { crate: 'la cagette', unit: 'l’unité', kilo: 'le kg' },
	},
	en: {
		crate: ['crate', 'crates'],
		piece: ['piece', 'pieces'],
		unit: ['', ''],
		per: { crate: 'a crate', unit: 'each', kilo: 'a kg' },
	},
} as const;

type Perm = Pick<Permanent, 'mode' | 'emb'>;

const kindOf = ({ mode, emb }: Perm): 'crate' | 'piece' | 'unit' =>
	mode === 'UP' ? 'piece' : emb === 'caisse' ? 'crate' : 'unit';

const PLAIN: Perm = { mode: 'U', emb: 'unite' };

export const permOf = (code: string, { catalogue }: Printing): Perm =>
	catalogue.lignes[code]?.perm ?? PLAIN;

export const nameOf = (code: string, { catalogue }: Printing): string =>
	catalogue.lignes[code]?.perm.lib ?? code;

/** `1½ cagettes`, `3 pièces`, `4`, `1,5 kg`; empty for nothing. */
export const amountText = (amount: number, perm: Perm, { formats, language }: Printing): string => {
	if (amount === 0) return '';
	if (perm.mode === 'P') return formats.weight(amount);
	const [one, other] = UNITS[language][kindOf(perm)];
	const word = amount <= (language === 'fr' ? 3 : 2) ? one : other;
	return `${formats.quantity(amount)}${word === '' ? '' : `\u00a0${word}`}`;
};

export const quantityText = (
	quantity: Quantity | undefined,
	code: string,
	printing: Printing,
): string => {
	const perm = permOf(code, printing);
	return amountText(amountOf(perm.mode, quantity), perm, printing);
};

/** `11,90 € le kg`. */
export const priceText = (
	{ perm, act }: CatalogueLine,
	{ formats, language }: Printing,
): string => {
	const { per } = UNITS[language];
	const unit = perm.mode === 'U' ? (perm.emb === 'caisse' ? per.crate : per.unit) : per.kilo;
	return `${formats.money(act.pu)} ${unit}`;
};

/** A consumer's line by the quantity that counts, its weight with what that weight is. */
export interface DueLine {
	readonly code: string;
	readonly quantity: string;
	/** `3,57 kg pesé`, `3,6 kg estimé`. */
	readonly weight: string;
	readonly figures: LineFigures;
}

export const dueLine = (code: string, line: ConsumerLine, printing: Printing): DueLine => {
	const { catalogue, formats, language } = printing;
	const figures = lineFigures(line, catalogue.lignes[code]);
	const state = weightStateOf(line, figures.est)[language];
	return {
		...{ code, figures },
		quantity: quantityText(dueOf(line), code, printing),
		weight: figures.net === 0 ? '' : `${formats.weight(figures.net)} ${state}`,
	};
};

/** Gross weight of a bare quantity that was only ordered. */
export const orderedWeight = (quantity: Quantity, code: string, printing: Printing): string => {
	const product = printing.catalogue.lignes[code];
	const gross = product ? quantityFigures(quantity, product).gross : 0;
	return gross === 0 ? '' : `${printing.formats.weight(gross)} ${printing.words.orderedWord}`;
};

/** `≈ 12,40 €` while it is an estimate. */
export const sumText = (cents: number, est: boolean, { formats }: Printing): string =>
	`${est ? '≈\u00a0' : ''}${formats.money(cents)}`;

/** Codes by shelf then name, as people read them. */
export const byShelf = (codes: Iterable<string>, printing: Printing): string[] => {
	const place = (code: string) => {
		const perm = printing.catalogue.lignes[code]?.perm;
		return `${perm?.rayon ?? ''}\n${perm?.lib ?? code}`;
	};
	return [...codes].toSorted((a, b) => place(a).localeCompare(place(b), 'fr'));
};

/** Consumers in the order of their names; the group itself last. */
export const consumersByName = (printing: Printing): string[] =>
	Object.keys(printing.orders)
		.filter((co) => Object.keys(printing.orders[co]?.lignes ?? {}).length > 0)
		.toSorted(
			(a, b) =>
				Number(a === '1') - Number(b === '1') ||
				printing.consumerName(a).localeCompare(printing.consumerName(b), 'fr'),
		);
