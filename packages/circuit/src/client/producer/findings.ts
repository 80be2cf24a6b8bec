import { amountOf, type Mode, parseProductCode } from '../../model/index.ts';
import type { OfferedCatalogue } from '../animator/catalogue.ts';

interface Measured {
	readonly q2?: number;
	readonly g?: number;
	readonly est?: boolean;
}

/** A line of the report `Constats`. */
export interface Finding {
	readonly gc: string;
	readonly prod: string;
	readonly cmd: Measured;
	readonly exp: Measured | null;
	readonly rec: Measured | null;
	readonly rem: string | null;
	/** Alert bits that a producer is shown. */
	readonly al: number;
}

/** The report `Constats`. */
export interface Findings {
	readonly constats: readonly Finding[];
}

/** What a group found of one product. Amounts are halves (U, UP) or grams (P). */
export interface FoundRow {
	readonly code: string;
	readonly label: string;
	readonly mode: Mode;
	readonly emb: 'unite' | 'caisse';
	readonly ordered: number;
	/** Absent = nothing declared. */
	readonly shipped?: number;
	readonly found?: number;
	/** Grams of pieces, when both sides weighed them (UP). */
	readonly shippedGrams?: number;
	readonly foundGrams?: number;
	/** Found less shipped; absent while one of them is not known. */
	readonly gap?: number;
	readonly remark?: string;
	readonly alerts: number;
}

/** What one group found. */
export interface GroupFindings {
	readonly gc: string;
	readonly rows: readonly FoundRow[];
	/** Products that nobody has counted yet. */
	readonly waiting: number;
}

const rowOf = (finding: Finding, catalogue: OfferedCatalogue): FoundRow => {
	const { prod: code, cmd, exp, rec, rem, al } = finding;
	const product = catalogue.lignes[code];
	const mode = product?.perm.mode ?? ((cmd.g ?? 0) > 0 ? 'P' : 'U');
	const shipped = exp ? amountOf(mode, exp) : undefined;
	const found = rec ? amountOf(mode, rec) : undefined;
	return {
		...{ code, mode, alerts: al, label: product?.perm.lib ?? code },
		emb: product?.perm.emb ?? 'unite',
		ordered: amountOf(mode, cmd),
		...(shipped === undefined ? {} : { shipped }),
		...(found === undefined ? {} : { found }),
		...(mode === 'UP' && exp?.g ? { shippedGrams: exp.g } : {}),
		...(mode === 'UP' && rec?.g ? { foundGrams: rec.g } : {}),
		...(shipped === undefined || found === undefined ? {} : { gap: found - shipped }),
		...(rem === null ? {} : { remark: rem }),
	};
};

/** What groups found of a producer's products, by group in the order of their codes. */
export const findingsByGroup = (
	findings: Findings | undefined,
	pr: string,
	catalogue: OfferedCatalogue,
): GroupFindings[] => {
	const own = (findings?.constats ?? []).filter(({ prod }) => parseProductCode(prod)?.pr === pr);
	return [...new Set(own.map(({ gc }) => gc))].toSorted().map((gc) => {
		const rows = own
			.filter((one) => one.gc === gc)
			.map((one) => rowOf(one, catalogue))
			.toSorted((a, b) => a.label.localeCompare(b.label, 'fr'));
		return { gc, rows, waiting: rows.filter(({ found }) => found === undefined).length };
	});
};
