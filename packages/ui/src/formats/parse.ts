/** Spaces people and `Intl` put inside numbers: plain, no-break, narrow no-break, thin. */
const SPACES = /[\s\u00a0\u202f\u2009]/g;

const HALF = /^(\d*)½$/;

const plainNumber = (text: string): number | undefined => {
	if (!/^(\d+([.,]\d*)?|[.,]\d+)$/.test(text)) return undefined;
	const value = Number(text.replace(',', '.'));
	return Number.isFinite(value) ? value : undefined;
};

/** `1 234,5`, `1234.5`, `,5` → number ≥ 0; one decimal mark, comma or point; else `undefined`. */
export const parseNumber = (text: string): number | undefined =>
	plainNumber(text.replace(SPACES, ''));

/** `12,50`, `€12.5`, `12 €` → cents (1250), rounded to the cent is refused: `undefined`. */
export const parseMoney = (text: string): number | undefined =>
	scaled(text.replace(SPACES, '').replace(/^€|€$/, ''), 100);

/**
 * `1,5 kg`, `1500 g`, `1500`, `1,5` → grams. Without a unit, a number with a decimal mark is kg and
 * a whole one is grams. Fractions of a gram are refused: `undefined`.
 */
export const parseWeight = (text: string): number | undefined => {
	const compact = text.replace(SPACES, '').toLowerCase();
	const kilos = compact.match(/^(.+)kg$/)?.[1];
	if (kilos !== undefined) return scaled(kilos, 1000);
	const grams = compact.match(/^(.+)g$/)?.[1];
	if (grams !== undefined) return scaled(grams, 1);
	return /[.,]/.test(compact) ? scaled(compact, 1000) : scaled(compact, 1);
};

/** As {@link parseWeight}, or a sum of such weights: `800+700`, `1,2 kg + 350`. */
export const parseWeights = (text: string): number | undefined =>
	text
		.split('+')
		.map(parseWeight)
		.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);

/** `2`, `1,5`, `.5`, `1½` → half units (4, 3, 1, 3). Other fractions are refused: `undefined`. */
export const parseQuantity = (text: string): number | undefined => {
	const compact = text.replace(SPACES, '');
	const half = compact.match(HALF);
	if (half) return half[1] === '' ? 1 : Number(half[1]) * 2 + 1;
	return scaled(compact, 2);
};

const scaled = (text: string, factor: number): number | undefined => {
	const value = plainNumber(text);
	if (value === undefined) return undefined;
	const whole = Math.round(value * factor);
	const exact = Math.abs(value * factor - whole) < 1e-6;
	return exact && Number.isSafeInteger(whole) ? whole : undefined;
};
