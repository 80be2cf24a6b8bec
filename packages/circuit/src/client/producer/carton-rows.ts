import {
	amountOf,
	type Carton,
	type CartonLine,
	type Mode,
	productCode,
	quantityFigures,
} from '../../model/index.ts';
import type { OfferedCatalogue } from '../animator/catalogue.ts';
import { isImplausibleWeight } from '../animator/unloading.ts';

/** A package that a producer weighed. */
export interface WeighedPackage {
	readonly id: string;
	readonly g: number;
	/** Its weight is far from the nominal one. */
	readonly isOdd: boolean;
}

/** A product of a carton, as its producer packs it. Amounts are halves (U, UP) or grams (P). */
export interface PackingRow {
	readonly rp: string;
	readonly code: string;
	readonly label: string;
	readonly mode: Mode;
	readonly emb: 'unite' | 'caisse';
	readonly half: boolean;
	readonly cons: 'S' | 'F' | 'G';
	readonly ordered: number;
	/** Absent = nothing said yet. */
	readonly packed?: number;
	/** Grams of the pieces packed, when they are weighed (UP). */
	readonly weighed?: number;
	readonly packages: readonly WeighedPackage[];
	/** Net grams of one unit, nominal; of one kilo in mode P. */
	readonly nominal: number;
	/** Gross grams and cents expected for what is ordered. */
	readonly gross: number;
	readonly price: number;
	readonly detail: NonNullable<CartonLine['det']>;
	/** What was packed is what was ordered. */
	readonly isComplete: boolean;
}

const packagesOf = (line: CartonLine, nominal: number): WeighedPackage[] =>
	(line.paq ?? []).map(({ id, g }) => ({ id, g, isOdd: isImplausibleWeight(g, nominal) }));

const rowOf = (
	rp: string,
	line: CartonLine,
	code: string,
	catalogue: OfferedCatalogue,
): PackingRow => {
	const product = catalogue.lignes[code];
	const mode = product?.perm.mode ?? (line.cmd.g > 0 ? 'P' : 'U');
	const figures = product && quantityFigures(line.cmd, product);
	const ordered = amountOf(mode, line.cmd);
	const packed = line.exp && amountOf(mode, line.exp);
	const nominal = product?.act.pn ?? 0;
	return {
		...{ rp, code, mode, ordered, nominal, label: product?.perm.lib ?? code },
		...{ emb: product?.perm.emb ?? 'unite', half: product?.perm.demi ?? false },
		cons: product?.perm.cons ?? 'S',
		...(packed === undefined ? {} : { packed }),
		...(mode === 'UP' && line.exp?.g !== undefined ? { weighed: line.exp.g } : {}),
		packages: packagesOf(line, nominal),
		...{ gross: figures?.gross ?? 0, price: figures?.px ?? 0 },
		detail: line.det ?? [],
		isComplete: packed === ordered,
	};
};

/** The products of a carton in the order of names. */
export const packingRows = (
	pr: string,
	carton: Carton | undefined,
	catalogue: OfferedCatalogue,
): PackingRow[] =>
	Object.entries(carton?.lignes ?? {})
		.map(([rp, line]) => rowOf(rp, line, productCode(pr, rp), catalogue))
		.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));

/** Gross grams expected of the products of a carton by class: what its boxes should weigh. */
export const expectedByClass = (
	rows: readonly PackingRow[],
): Readonly<Partial<Record<'S' | 'F' | 'G', number>>> => {
	const sums: Partial<Record<'S' | 'F' | 'G', number>> = {};
	for (const { cons, gross } of rows) sums[cons] = (sums[cons] ?? 0) + gross;
	return sums;
};
