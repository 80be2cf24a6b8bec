import { alertBits, groupLineAlerts } from './alerts.ts';
import { parseProductCode, productCode } from './codes.ts';
import {
	type Contribution,
	changedProducts,
	contributionsOf,
	movedContribution,
	noContribution,
} from './contributions.ts';
import type { DerivationContext } from './group-order.ts';
import { quantityFigures } from './line-figures.ts';
import type { Carton, CartonLine, ConsumerOrder, GroupOrder, OrderedSum } from './orders.ts';
import { addQuantity, isSome, ZERO } from './quantities.ts';

/** A consumer's order as cartons see it: its content, and initials if the group shows them. */
export interface ConsumerShare {
	readonly order: ConsumerOrder | null;
	/** Initials of the consumer when `par.detPr`; absent = producers see no detail. */
	readonly init?: string;
}

type Detail = NonNullable<CartonLine['det']>;

const CARTON_ALERTS = alertBits('PERTE', 'PAQE');

const isVoid = (line: CartonLine): boolean =>
	!isSome(line.cmd) && !line.exp && (line.paq ?? []).length === 0;

/** The part of an order that a producer's cartons count, by product number. */
const partOf = (share: ConsumerShare, pr: string): Record<string, Contribution> =>
	Object.fromEntries(
		Object.entries(contributionsOf(share.order)).flatMap(([code, one]) => {
			const parsed = parseProductCode(code);
			return parsed?.pr === pr ? [[parsed.rp, one]] : [];
		}),
	);

/** Detail by initials with a quantity added or removed; consumers of equal initials are one. */
const movedDetail = (
	detail: Detail,
	init: string | undefined,
	cmd: OrderedSum | undefined,
	sign: 1 | -1,
): Detail => {
	if (init === undefined || !cmd) return detail;
	const others = detail.filter((one) => one.init !== init);
	const current = detail.find((one) => one.init === init) ?? ZERO;
	const moved = { init, ...addQuantity(current, cmd, sign) };
	const all = isSome(moved) ? [...others, moved] : others;
	return all.toSorted((a, b) => (a.init < b.init ? -1 : 1));
};

const lineOf = (cmd: OrderedSum, det: Detail, owned: CartonLine | undefined): CartonLine => ({
	cmd,
	...(det.length > 0 ? { det } : {}),
	...(owned?.exp ? { exp: owned.exp } : {}),
	...(owned?.paq ? { paq: owned.paq } : {}),
});

/** What tells a carton its prices and what its group found. */
export interface CartonContext extends DerivationContext {
	readonly pr: string;
	/** The group's order, for what was received; its alerts PERTE and PAQE are the carton's. */
	readonly group: GroupOrder | null;
}

const totalsOf = (lines: Readonly<Record<string, CartonLine>>, context: CartonContext) => {
	const total = { nref: 0, pb: 0, px: 0, al: 0 };
	for (const [rp, line] of Object.entries(lines)) {
		const code = productCode(context.pr, rp);
		const product = context.catalogue.lignes[code];
		const groupLine = context.group?.lignes[code];
		if (isSome(line.cmd)) total.nref += 1;
		const figures = product ? quantityFigures(line.cmd, product) : undefined;
		total.pb += figures?.gross ?? 0;
		total.px += figures?.px ?? 0;
		if (groupLine)
			total.al |= groupLineAlerts(groupLine, product, context.tolerance) & CARTON_ALERTS;
	}
	return total;
};

const cartonOf = (
	current: Carton | null,
	lines: Readonly<Record<string, CartonLine>>,
	context: CartonContext,
): Carton | null => {
	const lignes = Object.fromEntries(Object.entries(lines).filter(([, line]) => !isVoid(line)));
	if (Object.keys(lignes).length === 0) return null;
	return {
		lignes,
		...(current?.cols ? { cols: current.cols } : {}),
		etat: current?.etat ?? 0,
		tot: totalsOf(lignes, context),
	};
};

/** Producers of the products whose ordered quantity differs: whose cartons a change touches. */
export const touchedProducers = (
	before: ConsumerOrder | null,
	after: ConsumerOrder | null,
): string[] => {
	const orderedOnly = (order: ConsumerOrder | null) =>
		Object.fromEntries(
			Object.entries(contributionsOf(order)).map(([code, { cmd }]) => [
				code,
				{ ...noContribution(), cmd },
			]),
		);
	const codes = changedProducts(orderedOnly(before), orderedOnly(after));
	return [...new Set(codes.flatMap((code) => parseProductCode(code)?.pr ?? []))];
};

/** A carton after one consumer's order moved from `before` to `after`. */
export const moveCarton = (
	carton: Carton | null,
	before: ConsumerShare,
	after: ConsumerShare,
	context: CartonContext,
): Carton | null => {
	const removed = partOf(before, context.pr);
	const added = partOf(after, context.pr);
	const lines: Record<string, CartonLine> = { ...carton?.lignes };
	for (const rp of changedProducts(removed, added)) {
		const line = lines[rp];
		const base = { ...noContribution(), ...(line ? { cmd: line.cmd } : {}) };
		const { cmd } = movedContribution(
			base,
			removed[rp] && { ...noContribution(), cmd: removed[rp].cmd },
			added[rp] && { ...noContribution(), cmd: added[rp].cmd },
		);
		const less = movedDetail(line?.det ?? [], before.init, removed[rp]?.cmd, -1);
		lines[rp] = lineOf(cmd, movedDetail(less, after.init, added[rp]?.cmd, 1), line);
	}
	return cartonOf(carton, lines, context);
};

/**
 * A carton rebuilt from the orders of its group. From the current one it keeps only what the
 * producer wrote: shipped, packages, boxes, state.
 */
export const rebuildCarton = (
	shares: readonly ConsumerShare[],
	current: Carton | null,
	context: CartonContext,
): Carton | null => {
	const lines: Record<string, CartonLine> = {};
	for (const [rp, line] of Object.entries(current?.lignes ?? {}))
		lines[rp] = lineOf({ ...ZERO, nco: 0 }, [], line);
	for (const share of shares)
		for (const [rp, { cmd }] of Object.entries(partOf(share, context.pr))) {
			const line = lines[rp];
			const sum = line?.cmd ?? { ...ZERO, nco: 0 };
			const total = { ...addQuantity(sum, cmd), nco: sum.nco + cmd.nco };
			const detail = isSome(cmd) ? movedDetail(line?.det ?? [], share.init, cmd, 1) : line?.det;
			lines[rp] = lineOf(total, detail ?? [], line);
		}
	return cartonOf(current, lines, context);
};

/** What a producer writes in a carton. */
export interface CartonWrite {
	/** By product number; `null` removes. */
	readonly exp?: Readonly<Record<string, NonNullable<CartonLine['exp']> | null>>;
	readonly paq?: Readonly<Record<string, NonNullable<CartonLine['paq']> | null>>;
	readonly cols?: NonNullable<Carton['cols']>;
	readonly etat?: Carton['etat'];
}

const NO_LINE: CartonLine = { cmd: { ...ZERO, nco: 0 } };

/** A carton with what its producer writes, also of a product nobody ordered. */
export const writeCarton = (
	carton: Carton | null,
	write: CartonWrite,
	context: CartonContext,
): Carton | null => {
	const lines: Record<string, CartonLine> = { ...carton?.lignes };
	for (const field of ['exp', 'paq'] as const)
		for (const [rp, value] of Object.entries(write[field] ?? {})) {
			const { [field]: _replaced, ...rest } = lines[rp] ?? NO_LINE;
			lines[rp] = value === null ? rest : { ...rest, [field]: value };
		}
	const made = cartonOf(carton, lines, context);
	return (
		made && {
			...made,
			...(write.cols ? { cols: write.cols } : {}),
			...(write.etat === undefined ? {} : { etat: write.etat }),
		}
	);
};

/** A carton judged again: after a change of prices, or of what its group received. */
export const refreshCarton = (carton: Carton | null, context: CartonContext): Carton | null =>
	carton && cartonOf(carton, carton.lignes, context);
