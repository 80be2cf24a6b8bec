import { isBeyondTolerance } from './arithmetic.ts';
import type { ConsumerLine, GroupLine } from './orders.ts';
import type { CatalogueLine } from './product.ts';
import { amountOf, dueOf, isSome, wantedOf } from './quantities.ts';

/** Who is shown an alert. */
type AlertReader = 'CO' | 'GC' | 'GP' | 'PR';

/** Every alert: its bit, and who is shown it. */
export const alertTable = {
	/** High quantity. */
	QMAX: { bit: 1 << 0, readers: ['CO', 'GC'] },
	/** Shortage for a consumer. */
	FRUSTR: { bit: 1 << 1, readers: ['CO', 'GC'] },
	/** Wrong number of packages in a basket. */
	PAQ: { bit: 1 << 2, readers: ['GC'] },
	/** Halves that do not make whole units. */
	PARITE: { bit: 1 << 3, readers: ['CO', 'GC', 'GP'] },
	/** Not fully distributed, or too much. */
	REPART: { bit: 1 << 4, readers: ['GC'] },
	/** Received more than shipped. */
	EXCES: { bit: 1 << 5, readers: ['GC', 'GP'] },
	/** Received less than shipped. */
	PERTE: { bit: 1 << 6, readers: ['GC', 'GP', 'PR'] },
	/** Package list of the producer ≠ what he says he shipped. */
	PAQE: { bit: 1 << 7, readers: ['PR', 'GP'] },
	/** Package list of the group ≠ what it says it received. */
	PAQR: { bit: 1 << 8, readers: ['GC'] },
	/** Ordered, and neither shipping nor reception declared. */
	NONDECL: { bit: 1 << 9, readers: ['GC', 'GP'] },
	/** Received, not ordered, given to nobody. */
	NONCMD: { bit: 1 << 10, readers: ['GC'] },
	/** Packages left on the shelf. */
	ORPH: { bit: 1 << 11, readers: ['GC'] },
	/** Price changed after opening. */
	PRIX: { bit: 1 << 12, readers: ['CO', 'GC'] },
} as const satisfies Record<string, { bit: number; readers: readonly AlertReader[] }>;
export type AlertName = keyof typeof alertTable;

const names = Object.keys(alertTable) as AlertName[];

/** The bits of some alerts. */
export const alertBits = (...wanted: readonly AlertName[]): number =>
	wanted.reduce((bits, name) => bits | alertTable[name].bit, 0);

/** Names of the alerts in some bits, in their order. */
export const alertNames = (bits: number): AlertName[] =>
	names.filter((name) => (bits & alertTable[name].bit) !== 0);

/** The alerts of some bits that a role is shown. */
export const alertsFor = (role: AlertReader, bits: number): number => {
	const readers = (name: AlertName): readonly AlertReader[] => alertTable[name].readers;
	return bits & alertBits(...names.filter((name) => readers(name).includes(role)));
};

const UNSETTLED = alertBits('PAQ', 'REPART', 'PAQR', 'NONCMD', 'ORPH');

/** Whether a product is settled in a group: nothing left to decide for its distribution. */
export const isSettled = (bits: number): boolean => (bits & UNSETTLED) === 0;

/** Tolerance of a group: grams, and per cent; the larger counts. */
export interface Tolerance {
	readonly tolG: number;
	readonly tolPct: number;
}
export const DEFAULT_TOLERANCE: Tolerance = { tolG: 50, tolPct: 5 };

const bitsOf = (found: Readonly<Partial<Record<AlertName, boolean>>>): number =>
	alertBits(...names.filter((name) => found[name] === true));

/**
 * Alerts of a consumer's line: QMAX, FRUSTR and PRIX, which depend on nothing else, so that they
 * are kept in the order; and PAQ once the product is received by the group (`received`).
 */
export const consumerLineAlerts = (
	line: ConsumerLine,
	product: CatalogueLine | undefined,
	received = false,
): number => {
	if (!product) return 0;
	const { perm, act, ouv } = product;
	const amount = (quantity: Parameters<typeof amountOf>[1]) => amountOf(perm.mode, quantity);
	const ordered = amount(line.cmd);
	return bitsOf({
		QMAX: act.qmax !== undefined && amount(dueOf(line)) > act.qmax,
		FRUSTR:
			(line.att !== undefined && amount(line.att) < ordered) ||
			(line.dis !== undefined && amount(line.dis) < ordered),
		PAQ: perm.mode === 'UP' && received && 2 * (line.paq?.length ?? 0) !== amount(wantedOf(line)),
		PRIX: ouv !== undefined && ordered > 0,
	});
};

const present = (line: GroupLine) => (line.paq ?? []).filter((one) => one.st === 0);
const weightOf = (list: readonly { g: number }[]): number => list.reduce((sum, p) => sum + p.g, 0);

/** −1, 0 or 1: what was received compared with what was shipped. */
const comparedWithShipped = (line: GroupLine, bulk: boolean, tolerance: Tolerance): number => {
	const { exp, rec } = line;
	if (!exp || !rec) return 0;
	if (!bulk && (rec.q2 ?? 0) !== exp.q2) return Math.sign((rec.q2 ?? 0) - exp.q2);
	if (!bulk && (rec.g === undefined || exp.g === 0)) return 0;
	const gap = (rec.g ?? 0) - exp.g;
	return isBeyondTolerance(gap, exp.g, tolerance) ? Math.sign(gap) : 0;
};

const isBadlyShared = (line: GroupLine, product: CatalogueLine, tolerance: Tolerance): boolean => {
	if (!line.rec) return false;
	if (product.perm.mode === 'UP') return 2 * present(line).length !== line.att.q2;
	if (product.perm.mode === 'U') return (line.rec.q2 ?? 0) !== line.dis.q2;
	const received = line.rec.g ?? 0;
	return isBeyondTolerance(received - line.dis.g, received, tolerance);
};

const isShippedListWrong = (line: GroupLine, tolerance: Tolerance): boolean => {
	const list = (line.paq ?? []).filter((one) => one.or === 'exp');
	if (!line.exp || line.exp.np === 0) return false;
	const gap = weightOf(list) - line.exp.g;
	return (
		2 * line.exp.np !== line.exp.q2 ||
		(line.exp.g > 0 && isBeyondTolerance(gap, line.exp.g, tolerance))
	);
};

const isReceivedListWrong = (line: GroupLine, tolerance: Tolerance): boolean => {
	if (!line.rec) return false;
	const list = present(line);
	const { q2 = 0, g } = line.rec;
	const gap = weightOf(list) - (g ?? 0);
	return 2 * list.length !== q2 || (g !== undefined && isBeyondTolerance(gap, g, tolerance));
};

/**
 * Alerts of a line of a group's order. `delivered`: the truck has arrived by the clock; without it
 * NONDECL is off, as in what is kept in the document, since time passes without a write.
 */
export const groupLineAlerts = (
	line: GroupLine,
	product: CatalogueLine | undefined,
	tolerance: Tolerance,
	delivered = false,
): number => {
	if (!product) return 0;
	const { mode, par } = product.perm;
	const shipped = comparedWithShipped(line, mode === 'P', tolerance);
	const pieces = mode === 'UP';
	return bitsOf({
		PARITE: par === 2 && line.att.q2 % 2 === 1,
		REPART: isBadlyShared(line, product, tolerance),
		EXCES: shipped > 0,
		PERTE: shipped < 0,
		PAQE: pieces && isShippedListWrong(line, tolerance),
		PAQR: pieces && isReceivedListWrong(line, tolerance),
		NONDECL: delivered && isSome(line.att) && !line.exp && !line.rec,
		NONCMD: isSome(line.rec) && !isSome(line.att) && !isSome(line.dis),
		ORPH: pieces && present(line).some((one) => one.co === null),
		PRIX: product.ouv !== undefined && isSome(line.cmd),
	});
};

/** All the alerts of a product in a group: those of its line and of its consumers' lines. */
export const productAlerts = (
	line: GroupLine,
	consumerLines: readonly ConsumerLine[],
	product: CatalogueLine | undefined,
	tolerance: Tolerance,
	delivered = false,
): number =>
	consumerLines.reduce(
		(bits, one) => bits | consumerLineAlerts(one, product, line.rec !== undefined),
		groupLineAlerts(line, product, tolerance, delivered),
	);
