import type { Language } from '../i18n/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** No-break space: between a number and its unit, so that they stay on one line. */
const JOINT = '\u00a0';

/** Texts of numbers, sums, weights and quantities in one language. */
export interface AmountFormats {
	/** `1 234,5` */
	number(value: number, maxDecimals?: number): string;
	/** cents → `1 234,50 €` / `€1,234.50` */
	money(cents: number): string;
	/** cents → `500 €` / `€500`, with cents only where there are some: marks of an axis */
	roundMoney(cents: number): string;
	/** grams → `800 g`, `1,5 kg`; always kg from 1 kg up, up to 3 decimals */
	weight(grams: number): string;
	/** half units → `½`, `1½`, `12`; minus sign in front when negative */
	quantity(halves: number): string;
	/** basis points → `5,5 %` */
	percent(basisPoints: number): string;
}

export const createAmountFormats = (language: Language): AmountFormats => {
	const locale = LOCALES[language];
	const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
	const roundEuros = new Intl.NumberFormat(locale, {
		style: 'currency',
		currency: 'EUR',
		trailingZeroDisplay: 'stripIfInteger',
	});
	const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
	const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
	const number = (value: number, maxDecimals?: number): string =>
		maxDecimals === undefined
			? plain.format(value)
			: new Intl.NumberFormat(locale, { maximumFractionDigits: maxDecimals }).format(value);
	return {
		number,
		money: (cents) => euros.format(cents / 100),
		roundMoney: (cents) => roundEuros.format(cents / 100),
		weight: (grams) =>
			Math.abs(grams) < 1000
				? `${plain.format(grams)}${JOINT}g`
				: `${plain.format(grams / 1000)}${JOINT}kg`,
		quantity: (halves) => {
			const sign = halves < 0 ? '\u2212' : '';
			const whole = Math.floor(Math.abs(halves) / 2);
			if (halves % 2 === 0) return `${sign}${plain.format(whole)}`;
			return `${sign}${whole === 0 ? '' : plain.format(whole)}½`;
		},
		percent: (basisPoints) => share.format(basisPoints / 10_000),
	};
};
