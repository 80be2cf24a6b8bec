import { defineMessages, type Formats, plural } from '@navette/ui';
import type { Permanent } from '../../model/index.ts';

/** How the units of a product are called. */
const amountWords = defineMessages({
	fr: {
		crate: { one: 'cagette', other: 'cagettes' },
		piece: { one: 'pièce', other: 'pièces' },
		unit: { one: 'unité', other: 'unités' },
		perCrate: 'la cagette',
		perPiece: 'la pièce',
		perUnit: 'l’unité',
		perKilo: 'le kg',
	},
	en: {
		crate: { one: 'crate', other: 'crates' },
		piece: { one: 'piece', other: 'pieces' },
		unit: { one: 'unit', other: 'units' },
		perCrate: 'a crate',
		perPiece: 'a piece',
		perUnit: 'each',
		perKilo: 'a kg',
	},
});

type Counted = Pick<Permanent, 'mode' | 'emb'>;

/** What one of a product is: a crate, a piece with its own weight, or a plain unit. */
const unitKindOf = ({ mode, emb }: Counted): 'crate' | 'piece' | 'unit' => {
	if (mode === 'UP') return 'piece';
	return emb === 'caisse' ? 'crate' : 'unit';
};

/** An amount (halves, or grams in mode P) without its unit: `1½`, `3`, `1,5 kg`. */
export const amountShort = (amount: number, mode: Permanent['mode'], formats: Formats): string =>
	mode === 'P' ? formats.weight(amount) : formats.quantity(amount);

/** An amount with its unit in words: `1½ crates`, `3 pieces`, `1.5 kg`. */
export const amountInWords = (amount: number, product: Counted, formats: Formats): string => {
	if (product.mode === 'P') return formats.weight(amount);
	const forms = amountWords[formats.language][unitKindOf(product)];
	// Half a crate is singular in both languages, whatever the rules say of decimals.
	const word = amount === 1 ? forms.one : plural(formats.language, amount / 2, forms);
	return `${formats.quantity(amount)} ${word}`;
};

/** What the price of a product is for: `a crate`, `a kg`. */
export const priceUnit = (product: Counted, formats: Formats): string => {
	const words = amountWords[formats.language];
	if (product.mode !== 'U') return words.perKilo;
	return product.emb === 'caisse' ? words.perCrate : words.perUnit;
};
