import { parseDay } from '@navette/core';

/** A cell without spaces around and inside numbers, whatever space it is. */
const compact = (text: string): string =>
	text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/^(\d*)½$/, (_, whole) => `${whole || 0},5`);

/** A decimal number times a scale (100 for cents), exactly; `undefined` when it is not one. */
export const scaledNumber = (text: string, scale: 1 | 2 | 100): number | undefined => {
	const found = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(compact(text).replace(/(€|%)$/, ''));
	if (!found) return undefined;
	const [, whole = '0', decimals = ''] = found;
	const thousandths = Number(whole) * 1_000 + Number(decimals.padEnd(3, '0'));
	const scaled = thousandths * scale;
	return scaled % 1_000 === 0 ? scaled / 1_000 : undefined;
};

/** Grams of `1 500 g` or `1,5 kg`. Without its unit a weight is not taken: 1000 kg is not 1000 g. */
export const gramsOf = (text: string): number | undefined => {
	const found = /^(.*?)(kg|g)$/i.exec(compact(text));
	if (!found) return undefined;
	const [, number = '', unit = ''] = found;
	if (unit.toLowerCase() === 'g') return scaledNumber(number, 1);
	const decimals = /^(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(number);
	return decimals
		? Number(decimals[1]) * 1_000 + Number((decimals[2] ?? '').padEnd(3, '0'))
		: undefined;
};

/** A calendar day of `01/09/2025`, `2025-09-01` or `20250901`. */
export const dayOfText = (text: string): number | undefined => {
	const plain = compact(text);
	const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
	const digits = french
		? `${french[3]}${french[2]?.padStart(2, '0')}${french[1]?.padStart(2, '0')}`
		: plain.replaceAll('-', '');
	return /^\d{8}$/.test(digits) ? parseDay(Number(digits)) : undefined;
};

const YES = ['oui', 'yes', 'o', 'y', '1', 'vrai', 'true', 'x'];
const NO = ['non', 'no', 'n', '0', 'faux', 'false', ''];

/** Yes or no, in both languages. */
export const yesOrNo = (text: string): boolean | undefined => {
	const plain = plainText(text);
	if (YES.includes(plain)) return true;
	return NO.includes(plain) ? false : undefined;
};

/** A text without accents, case or spaces around: what titles are compared by. */
export const plainText = (text: string): string =>
	text
		.normalize('NFD')
		.replaceAll(/[\u0300-\u036f]/g, '')
		.trim()
		.toLowerCase();
