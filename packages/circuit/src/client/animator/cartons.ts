import {
	amountOf,
	type Carton,
	type Mode,
	type OrderSynthesis,
	type Permanent,
	productCode,
	quantityFigures,
	totalSynthesis,
} from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';

/** A line of a carton. Amounts are halves (U, UP) or grams (P). */
export interface CartonRow {
	readonly code: string;
	/** The product's code when the catalogue does not know it. */
	readonly label: string;
	readonly mode: Mode;
	readonly emb: Permanent['emb'];
	readonly ordered: number;
	readonly people: number;
	/** Absent = the producer declared nothing. */
	readonly shipped?: number;
	/** Cents at nominal weights. */
	readonly price: number;
	readonly estimated: boolean;
}

/** The carton of one producer. */
export interface CartonView {
	readonly pr: string;
	/** 0 empty, 1 in progress, 2 ready, 3 loaded. */
	readonly state: number;
	readonly rows: readonly CartonRow[];
	readonly synthesis: OrderSynthesis;
	/** Boxes declared: how many. */
	readonly boxes: number;
}

const rowOf = (pr: string, rp: string, carton: Carton, catalogue: OfferedCatalogue): CartonRow => {
	const code = productCode(pr, rp);
	const line = carton.lignes[rp];
	const product = catalogue.lignes[code];
	const mode = product?.perm.mode ?? ((line?.cmd.g ?? 0) > 0 ? 'P' : 'U');
	const figures = line && product ? quantityFigures(line.cmd, product) : undefined;
	return {
		code,
		label: product?.perm.lib ?? code,
		mode,
		emb: product?.perm.emb ?? 'unite',
		ordered: amountOf(mode, line?.cmd),
		people: line?.cmd.nco ?? 0,
		...(line?.exp ? { shipped: amountOf(mode, line.exp) } : {}),
		price: figures?.px ?? 0,
		estimated: figures?.est ?? true,
	};
};

/** Cartons by producer, in producer order. */
export const cartonViews = (
	cartons: Iterable<{
		readonly key: Readonly<Record<string, string>>;
		readonly data: Carton;
	}>,
	catalogue: OfferedCatalogue,
): CartonView[] =>
	[...cartons]
		.map(({ key, data }): CartonView => {
			const pr = key.pr ?? '';
			return {
				pr,
				state: data.etat,
				rows: Object.keys(data.lignes)
					.sort((a, b) => Number(a) - Number(b))
					.map((rp) => rowOf(pr, rp, data, catalogue)),
				synthesis: totalSynthesis(data),
				boxes: (data.cols ?? []).reduce((sum, one) => sum + one.n, 0),
			};
		})
		.sort((a, b) => Number(a.pr) - Number(b.pr));
