import { prixP, prixU, weightOfHalves } from './arithmetic.ts';
import type { ConsumerLine } from './orders.ts';
import type { Conditions, Mode } from './product.ts';
import { amountOf, dueOf, type Quantity, wantedOf } from './quantities.ts';

/** What is needed of a product to price it: a line of a delivery's catalogue has it. */
export interface Priced {
	readonly perm: { readonly mode: Mode };
	readonly act: Pick<Conditions, 'pu' | 'pn' | 'pb'>;
}

/** Figures of a line: amount that counts, net grams (eaten), gross grams (in the truck), cents. */
export interface LineFigures {
	/** Halves (U, UP) or grams (P). */
	readonly amount: number;
	readonly net: number;
	readonly gross: number;
	readonly px: number;
	/** The price or the weight is an estimate (shown `≈`). */
	readonly est: boolean;
}

const NOTHING: LineFigures = { amount: 0, net: 0, gross: 0, px: 0, est: false };

const grossOfBulk = (g: number, { pn, pb }: Priced['act']): number =>
	pn === pb ? g : Math.floor((2 * g * pb + pn) / (2 * pn));

/** Figures of a bare quantity at nominal weights: what a catalogue, a carton or a group shows. */
export const quantityFigures = (quantity: Quantity, product: Priced): LineFigures => {
	const { perm, act } = product;
	const amount = amountOf(perm.mode, quantity);
	if (amount === 0) return NOTHING;
	if (perm.mode === 'P')
		return {
			amount,
			net: amount,
			gross: grossOfBulk(amount, act),
			px: prixP(amount, act.pu),
			est: true,
		};
	const net = weightOfHalves(amount, act.pn);
	const gross = weightOfHalves(amount, act.pb);
	return perm.mode === 'U'
		? { amount, net, gross, px: prixU(amount, act.pu), est: false }
		: { amount, net, gross, px: prixP(net, act.pu), est: true };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Pieces with their own weights; those not weighed yet count at their nominal weight. */
const pieceFigures = (line: ConsumerLine, product: Priced): LineFigures => {
	const packages = line.paq ?? [];
	const { pu, pn, pb } = product.act;
	const wanted = amountOf('UP', wantedOf(line));
	const missing = quantityFigures({ q2: Math.max(0, wanted - 2 * packages.length) }, product);
	const net = sum(packages.map((one) => one.g));
	return {
		amount: amountOf('UP', dueOf(line)),
		net: net + missing.net,
		gross: net + Math.max(0, pb - pn) * packages.length + missing.gross,
		px: sum(packages.map((one) => prixP(one.g, pu))) + missing.px,
		est: missing.amount > 0,
	};
};

/**
 * Figures of a consumer's line by the quantity that counts. A product that the catalogue at hand
 * does not know counts for nothing and is an estimate.
 */
export const lineFigures = (line: ConsumerLine, product: Priced | undefined): LineFigures => {
	if (!product) return { ...NOTHING, est: true };
	if (product.perm.mode === 'UP' && (line.paq || !line.dis)) return pieceFigures(line, product);
	const figures = quantityFigures(dueOf(line), product);
	if (product.perm.mode === 'P') return { ...figures, est: figures.est && isEstimate(line) };
	if (product.perm.mode === 'UP') return weighedPieces(line, product, figures);
	return figures;
};

const isEstimate = (line: ConsumerLine): boolean => line.dis === undefined || line.dis.est === true;

/** Pieces given without a list of packages: their total weight was typed. */
const weighedPieces = (line: ConsumerLine, product: Priced, nominal: LineFigures): LineFigures =>
	line.dis?.g === undefined
		? nominal
		: {
				...nominal,
				net: line.dis.g,
				gross: line.dis.g + nominal.gross - nominal.net,
				px: prixP(line.dis.g, product.act.pu),
				est: line.dis.est === true,
			};
