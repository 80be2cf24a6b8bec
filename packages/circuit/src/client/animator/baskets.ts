import {
	amountOf,
	type ConsumerLine,
	type ConsumerOrder,
	dueOf,
	lineFigures,
	type Mode,
	type OrderSynthesis,
	orderSynthesis,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';

/** A line of a basket. Amounts are halves (U, UP) or grams (P). */
export interface BasketLine {
	readonly code: string;
	readonly label: string;
	readonly mode: Mode;
	readonly ordered: number;
	/** What counts: given, failing that attributed, failing that ordered. */
	readonly due: number;
	/** Grams of what counts, and whether they are an estimate. */
	readonly grams: number;
	readonly estimated: boolean;
	/** Somebody said that it was given. */
	readonly given: boolean;
	/** Cents. */
	readonly price: number;
	/** Weights of the packages in it. */
	readonly packages: readonly number[];
}

/** What a consumer takes home. */
export interface BasketView {
	readonly co: string;
	readonly lines: readonly BasketLine[];
	readonly synthesis: OrderSynthesis;
	/** Picked up: when, and by whom. */
	readonly pickedUp?: { readonly t: number; readonly by: string };
}

const lineOf = (code: string, line: ConsumerLine, catalogue: OfferedCatalogue): BasketLine => {
	const product = catalogue.lignes[code];
	const mode = product?.perm.mode ?? (line.cmd.g === undefined ? 'U' : 'P');
	const { net, px, est } = lineFigures(line, product);
	return {
		...{ code, mode, label: product?.perm.lib ?? code },
		ordered: amountOf(mode, line.cmd),
		due: amountOf(mode, dueOf(line)),
		...{ grams: net, estimated: est, given: line.dis !== undefined, price: px },
		packages: (line.paq ?? []).map(({ g }) => g),
	};
};

/** The basket of a consumer, in the order of names. */
export const basketOf = (
	co: string,
	order: ConsumerOrder,
	catalogue: OfferedCatalogue,
): BasketView => ({
	co,
	lines: Object.entries(order.lignes)
		.map(([code, line]) => lineOf(code, line, catalogue))
		.toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
	synthesis: orderSynthesis(order),
	...(order.ret ? { pickedUp: { t: order.ret.t, by: order.ret.qui } } : {}),
});

/** One product over all baskets: who is to be given how much. */
export interface ProductSharing {
	readonly code: string;
	readonly label: string;
	readonly parts: readonly (BasketLine & { readonly co: string })[];
}

/** The same, product by product, for those who fill baskets so. */
export const sharingByProduct = (baskets: readonly BasketView[]): ProductSharing[] => {
	const found = new Map<string, ProductSharing>();
	for (const { co, lines } of baskets)
		for (const line of lines) {
			const { code, label } = line;
			const parts = [...(found.get(code)?.parts ?? []), { ...line, co }];
			found.set(code, { code, label, parts });
		}
	return [...found.values()].toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
};

/** Whether what somebody takes home of a product is said: given, or all its packages in the basket. */
export const isFilled = ({ mode, given, estimated, due }: BasketLine): boolean =>
	due === 0 || (mode === 'UP' ? !estimated : given);

/** How far a basket is: lines said, of how many. */
export const filledLines = ({
	lines,
}: BasketView): { readonly done: number; readonly all: number } => ({
	done: lines.filter(isFilled).length,
	all: lines.length,
});
