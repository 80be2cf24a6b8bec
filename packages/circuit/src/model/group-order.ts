import { groupLineAlerts, type Tolerance } from './alerts.ts';
import { prixP } from './arithmetic.ts';
import {
	type Contribution,
	changedProducts,
	contributionsOf,
	movedContribution,
	noContribution,
	sumContributions,
} from './contributions.ts';
import type { ConsumerOrder, GroupLine, GroupOrder } from './orders.ts';
import type { DeliveryCatalogue } from './product.ts';
import { isSome } from './quantities.ts';

/** What prices and judges a derived document. */
export interface DerivationContext {
	readonly catalogue: Pick<DeliveryCatalogue, 'lignes'>;
	/** Tolerances of the group (its `par`). */
	readonly tolerance: Tolerance;
}

/** Whether a line of a group's order says nothing any more. */
const isVoid = (line: GroupLine): boolean =>
	!isSome(line.cmd) &&
	!isSome(line.att) &&
	!isSome(line.dis) &&
	!line.exp &&
	!line.rec &&
	(line.paq ?? []).length === 0;

const lineOf = (contribution: Contribution, owned: Partial<GroupLine> | undefined): GroupLine => ({
	...(owned?.exp ? { exp: owned.exp } : {}),
	...(owned?.rec ? { rec: owned.rec } : {}),
	...(owned?.paq ? { paq: owned.paq } : {}),
	...(owned?.rem ? { rem: owned.rem } : {}),
	...contribution,
	al: 0,
});

/** What a group line holds of its consumers' orders. */
const contributionIn = (line: GroupLine | undefined): Contribution =>
	line ? { cmd: line.cmd, att: line.att, dis: line.dis } : noContribution();

type Sums = Pick<GroupOrder['tot'], 'nco' | 'pb' | 'px'>;

/** A group's order from its lines, with alerts and totals; `null` (tombstone) when nothing is left. */
const groupOrderOf = (
	lines: Readonly<Record<string, GroupLine>>,
	sums: Sums,
	context: DerivationContext,
): GroupOrder | null => {
	const kept = Object.entries(lines).filter(([, line]) => !isVoid(line));
	if (kept.length === 0) return null;
	const lignes = Object.fromEntries(
		kept.map(([code, line]) => {
			const product = context.catalogue.lignes[code];
			return [code, { ...line, al: groupLineAlerts(line, product, context.tolerance) }];
		}),
	);
	const values = Object.values(lignes);
	const nref = values.filter((line) => isSome(line.att)).length;
	return { lignes, tot: { ...sums, nref, al: values.reduce((al, line) => al | line.al, 0) } };
};

const sumsOf = (order: Pick<GroupOrder, 'tot'> | null): Sums => ({
	nco: order?.tot.nco ?? 0,
	pb: order?.tot.pb ?? 0,
	px: order?.tot.px ?? 0,
});

const orderSums = (order: ConsumerOrder | null): Sums =>
	order ? { nco: 1, pb: order.tot.pb, px: order.tot.px } : { nco: 0, pb: 0, px: 0 };

const moveSums = (base: Sums, removed: Sums, added: Sums): Sums => ({
	nco: base.nco + added.nco - removed.nco,
	pb: base.pb + added.pb - removed.pb,
	px: base.px + added.px - removed.px,
});

/** A group's order after one consumer's order moved from `before` to `after`. */
export const moveGroupOrder = (
	group: GroupOrder | null,
	before: ConsumerOrder | null,
	after: ConsumerOrder | null,
	context: DerivationContext,
): GroupOrder | null => {
	const removed = contributionsOf(before);
	const added = contributionsOf(after);
	const lines: Record<string, GroupLine> = { ...group?.lignes };
	for (const code of changedProducts(removed, added)) {
		const base = contributionIn(lines[code]);
		lines[code] = lineOf(movedContribution(base, removed[code], added[code]), lines[code]);
	}
	return groupOrderOf(lines, moveSums(sumsOf(group), orderSums(before), orderSums(after)), context);
};

/**
 * A group's order rebuilt from its consumers' orders. From the current one it keeps only what is
 * not derived from them: shipped, received, packages, remarks.
 */
export const rebuildGroupOrder = (
	orders: readonly (ConsumerOrder | null)[],
	current: GroupOrder | null,
	context: DerivationContext,
): GroupOrder | null => {
	const sums = sumContributions(orders);
	const codes = new Set([...Object.keys(current?.lignes ?? {}), ...Object.keys(sums)]);
	const lines = Object.fromEntries(
		[...codes].map((code) => [code, lineOf(sums[code] ?? noContribution(), current?.lignes[code])]),
	);
	const totals = orders.reduce<Sums>(
		(base, order) => moveSums(base, orderSums(null), orderSums(order)),
		orderSums(null),
	);
	return groupOrderOf(lines, totals, context);
};

/**
 * A group's order with what it owns of one product replaced (`rec`, `paq`, `exp`, `rem`;
 * `undefined` leaves, `null` removes): the line is born if it was not ordered.
 */
export const withGroupLine = (
	group: GroupOrder | null,
	code: string,
	owned: {
		readonly rec?: GroupLine['rec'] | null;
		readonly exp?: GroupLine['exp'] | null;
		readonly paq?: GroupLine['paq'] | null;
		readonly rem?: string | null;
	},
	context: DerivationContext,
): GroupOrder | null => {
	const given = Object.entries(owned).filter(([, value]) => value !== undefined);
	const replaced = { ...group?.lignes[code], ...Object.fromEntries(given) };
	const line = lineOf(contributionIn(group?.lignes[code]), replaced as Partial<GroupLine>);
	return groupOrderOf({ ...group?.lignes, [code]: line }, sumsOf(group), context);
};

/** Packages weighed before the price changed cost what they cost now. */
const withPackagePrices = (
	line: GroupLine,
	code: string,
	{ catalogue }: DerivationContext,
): GroupLine => {
	const pu = catalogue.lignes[code]?.act.pu;
	if (!line.paq || pu === undefined) return line;
	return { ...line, paq: line.paq.map((one) => ({ ...one, px: prixP(one.g, pu) })) };
};

/** A group's order judged again: after a change of the catalogue or of the tolerances. */
export const refreshGroupOrder = (
	group: GroupOrder | null,
	context: DerivationContext,
): GroupOrder | null => {
	const lines = Object.entries(group?.lignes ?? {});
	const priced = lines.map(([code, line]) => [code, withPackagePrices(line, code, context)]);
	return group && groupOrderOf(Object.fromEntries(priced), sumsOf(group), context);
};
