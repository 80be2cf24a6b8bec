import { type Formats, parseMoney, parseQuantity, parseWeight } from '@navette/ui';
import { type ConditionsDraft, type DraftReaders, dayToText } from '../../../client/index.ts';
import type { Conditions, Permanent } from '../../../model/index.ts';
import { amountInWords, priceUnit } from '../../parts/amount-words.ts';

/** How typed prices, weights and quantities are read. */
export const READERS: DraftReaders = {
	money: parseMoney,
	weight: parseWeight,
	quantity: parseQuantity,
};

type Sold = Pick<Permanent, 'mode' | 'emb'>;

/** `3,60 € l’unité` */
export const priceText = (pu: number, product: Sold, formats: Formats): string =>
	`${formats.money(pu)} ${priceUnit(product, formats)}`;

/** Above how much an order is told: `4 unités`, `5 kg`. */
export const mostText = (conditions: Conditions, product: Sold, formats: Formats): string =>
	amountInWords(conditions.qmax ?? 0, product, formats);

/** Cents as a field holds them: `3,60`. */
export const moneyText = (cents: number, formats: Formats): string => {
	const text = (cents / 100).toFixed(2);
	return formats.language === 'fr' ? text.replace('.', ',') : text;
};

/** A form of conditions from a day on, begun from those known: `undefined` before the first. */
export const startingDraft = (
	base: Omit<Conditions, 'd'> | undefined,
	day: number,
	{ mode }: Pick<Permanent, 'mode'>,
	formats: Formats,
): ConditionsDraft => {
	const { weight, quantity } = formats;
	const most = base?.qmax;
	return {
		day: dayToText(day),
		price: base ? moneyText(base.pu, formats) : '',
		dispo: String(base?.dispo ?? 3),
		net: base ? weight(base.pn) : '',
		gross: base ? weight(base.pb) : '',
		most: most === undefined ? '' : mode === 'P' ? weight(most) : quantity(most),
	};
};
