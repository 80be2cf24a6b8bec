import { err, ok, type Result } from '@navette/core';
import { prixP } from './arithmetic.ts';
import { productCode } from './codes.ts';
import { type Failure, failure } from './errors.ts';
import { type DerivationContext, withGroupLine } from './group-order.ts';
import { withLines } from './order-lines.ts';
import type { Carton, ConsumerLine, ConsumerOrder, GroupOrder, Package } from './orders.ts';
import { amountOf, wantedOf } from './quantities.ts';

type Mark = Pick<Package, 't' | 'par'>;

/** What is done to the packages of a product in a group. */
export type PackageAction =
	| {
			readonly action: 'add';
			readonly id: string;
			readonly g: number;
			readonly co: string | null;
	  }
	| {
			readonly action: 'move';
			readonly id: string;
			/** Basket, or `null` for the shelf. */
			readonly co: string | null;
			/** State: 0 present, 1 missing, 2 bin; unassigned unless 0. */
			readonly st: Package['st'];
			/** Where the person saw it; anything else is `E-PAQ`. */
			readonly seen?: { readonly co: string | null; readonly st: Package['st'] };
	  }
	| { readonly action: 'correct'; readonly id: string; readonly newId: string; readonly g: number };

const unknown = (id: string): Result<never, Failure> => err(failure('E-PAQ', { id }));

const moved = (
	one: Package,
	move: Extract<PackageAction, { action: 'move' }>,
	mark: Mark,
): Result<Package, Failure> => {
	const { seen, id, st } = move;
	if (seen && (seen.co !== one.co || seen.st !== one.st))
		return err(failure('E-PAQ', { id, co: one.co, st: one.st, par: one.par, t: one.t }));
	return ok({ ...one, co: st === 0 ? move.co : null, st, ...mark });
};

/**
 * A list of packages after an action. A package entered by the producer is never edited: correcting
 * it adds a new one of the group and marks the old one missing. `pu` is in cents a kilogram.
 * `E-PAQ` when the package is not there, was moved since it was seen, or its id is taken.
 */
export const changePackages = (
	list: readonly Package[],
	change: PackageAction,
	mark: Mark,
	pu: number,
): Result<Package[], Failure> => {
	const made = (id: string, g: number, co: string | null): Package => ({
		id,
		g,
		px: prixP(g, pu),
		or: 'rec',
		co,
		st: 0,
		...mark,
	});
	const isTaken = (id: string) => list.some((one) => one.id === id);
	if (change.action === 'add')
		return isTaken(change.id)
			? unknown(change.id)
			: ok([...list, made(change.id, change.g, change.co)]);
	const one = list.find((candidate) => candidate.id === change.id);
	if (!one) return unknown(change.id);
	const replace = (by: Package) => list.map((other) => (other === one ? by : other));
	if (change.action === 'move') {
		const result = moved(one, change, mark);
		return result.ok ? ok(replace(result.value)) : result;
	}
	if (isTaken(change.newId) || one.st !== 0) return unknown(change.id);
	const missing: Package = { ...one, co: null, st: 1, ...mark };
	return ok([...replace(missing), made(change.newId, change.g, one.co)]);
};

const heldLine = (
	line: ConsumerLine | undefined,
	held: readonly Package[],
	pu: number,
): ConsumerLine | undefined => {
	const last = held.reduce<Mark | undefined>((a, b) => (a && a.t >= b.t ? a : b), undefined);
	if (!last) {
		if (!line) return undefined;
		const { paq: _paq, dis: _dis, ...rest } = line;
		return amountOf('UP', rest.cmd) === 0 && !rest.att ? undefined : rest;
	}
	const mark = { t: last.t, par: last.par };
	const { dis: _dis, ...base } = line ?? { cmd: { q2: 0, ...mark }, t1: last.t };
	const paq = held.map(({ id, g }) => ({ id, g, px: prixP(g, pu) }));
	const g = held.reduce((sum, one) => sum + one.g, 0);
	// Given only once the basket has all its packages: before, the nominal weight still counts.
	const isComplete = 2 * held.length >= amountOf('UP', wantedOf(base));
	return { ...base, paq, ...(isComplete ? { dis: { q2: 2 * held.length, g, ...mark } } : {}) };
};

/**
 * A consumer's order with the packages of a product that the group's list gives him: the only truth
 * of who holds which package. `null` once nothing is left.
 */
export const withHeldPackages = (
	order: ConsumerOrder | null,
	code: string,
	held: readonly Package[],
	catalogue: DerivationContext['catalogue'],
): ConsumerOrder | null => {
	const { [code]: line, ...others } = order?.lignes ?? {};
	const next = heldLine(line, held, catalogue.lignes[code]?.act.pu ?? 0);
	return withLines(order, next ? { ...others, [code]: next } : others, catalogue);
};

/** Who holds packages of a list, by consumer; only present ones count. */
export const packagesByConsumer = (list: readonly Package[]): Record<string, Package[]> => {
	const held: Record<string, Package[]> = {};
	for (const one of list)
		if (one.co !== null && one.st === 0) held[one.co] = [...(held[one.co] ?? []), one];
	return held;
};

/** Consumers whose holding differs between two lists: whose orders must be written again. */
export const touchedHolders = (before: readonly Package[], after: readonly Package[]): string[] => {
	const old = packagesByConsumer(before);
	const now = packagesByConsumer(after);
	const text = (list: readonly Package[] | undefined) =>
		(list ?? []).map((one) => `${one.id} ${one.g} ${one.t}`).join('\n');
	return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
		(co) => text(old[co]) !== text(now[co]),
	);
};

const shippedPackages = (
	current: readonly Package[],
	shipped: readonly { readonly id: string; readonly g: number }[],
	pu: number,
	mark: Mark,
): Package[] => [
	...shipped.map(({ id, g }): Package => {
		const known = current.find((one) => one.id === id && one.or === 'exp');
		const px = prixP(g, pu);
		return known?.g === g
			? { ...known, px }
			: { id, g, px, or: 'exp', co: known?.co ?? null, st: known?.st ?? 0, ...mark };
	}),
	...current.filter((one) => one.or !== 'exp'),
];

/** A group's order after the producer's carton changed: what was shipped, and which packages. */
export const applyCartonChange = (
	before: Carton | null,
	after: Carton | null,
	group: GroupOrder | null,
	context: DerivationContext & { readonly pr: string } & Mark,
): GroupOrder | null => {
	const numbers = new Set([
		...Object.keys(before?.lignes ?? {}),
		...Object.keys(after?.lignes ?? {}),
	]);
	let changed = group;
	for (const rp of numbers) {
		const code = productCode(context.pr, rp);
		const { exp, paq = [] } = after?.lignes[rp] ?? {};
		const weight = paq.reduce((sum, one) => sum + one.g, 0);
		const mark = { t: context.t, par: context.par };
		const pu = context.catalogue.lignes[code]?.act.pu ?? 0;
		const list = shippedPackages(changed?.lignes[code]?.paq ?? [], paq, pu, mark);
		const shipped = { q2: exp?.q2 ?? 2 * paq.length, g: exp?.g ?? weight, np: paq.length };
		changed = withGroupLine(
			changed,
			code,
			{ exp: exp || paq.length > 0 ? shipped : null, paq: list.length > 0 ? list : null },
			context,
		);
	}
	return changed;
};
