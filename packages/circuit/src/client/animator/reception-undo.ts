import { amountOf, type ConsumerOrder, type Quantity, wantedOf } from '../../model/index.ts';
import type { OfferedCatalogue } from './catalogue.ts';
import type { EditScope } from './edition.ts';
import type { ReceptionInputs, ReceptionName } from './reception-inputs.ts';
import type { ReceptionState } from './reception-replay.ts';
import {
	attributedWrite,
	givenWrite,
	packagesMovedWrite,
	pickedUpWrite,
	type ReceptionWrite,
	receivedWrite,
	type WrittenProduct,
} from './reception-writes.ts';

/** What taking back needs to know and to name. */
export interface UndoAround {
	readonly scope: EditScope;
	readonly catalogue: OfferedCatalogue;
	nameOf(co: string): string;
}

type Undo<N extends ReceptionName> = (
	input: ReceptionInputs[N],
	before: ReceptionState,
	around: UndoAround,
) => readonly ReceptionWrite[];

/** A product as writes name it. */
export const writtenProduct = (code: string, catalogue: OfferedCatalogue): WrittenProduct => {
	const perm = catalogue.lignes[code]?.perm;
	return { code, label: perm?.lib ?? code, mode: perm?.mode ?? 'U' };
};

/** What is declared of a product, without who and when. */
export const declaredOf = (quantity: Quantity | undefined): Quantity | null =>
	quantity
		? {
				...(quantity.q2 === undefined ? {} : { q2: quantity.q2 }),
				...(quantity.g === undefined ? {} : { g: quantity.g }),
			}
		: null;

const receivedBefore = (code: string, before: ReceptionState, around: UndoAround) => {
	const rec = before.order?.lignes[code]?.rec;
	const product = writtenProduct(code, around.catalogue);
	return receivedWrite(around.scope, product, {
		rec: declaredOf(rec),
		...(rec?.est ? { est: true } : {}),
	});
};

const givenBefore = (
	co: string,
	code: string,
	order: ConsumerOrder | undefined,
	around: UndoAround,
): ReceptionWrite => {
	const product = writtenProduct(code, around.catalogue);
	const dis = order?.lignes[code]?.dis;
	return givenWrite(around.scope, { co, name: around.nameOf(co) }, product, {
		amount: dis ? amountOf(product.mode, dis) : null,
		...(dis?.est ? { est: true } : {}),
	});
};

const placeBefore = (code: string, id: string, before: ReceptionState) => {
	const one = before.order?.lignes[code]?.paq?.find((other) => other.id === id);
	return one ? [{ id, co: one.co, st: one.st }] : [];
};

const BIN = { co: null, st: 2 } as const;

const UNDO: { readonly [N in ReceptionName]: Undo<N> } = {
	RecLigne({ prod, rem, rec }, before, around) {
		const line = before.order?.lignes[prod];
		const product = writtenProduct(prod, around.catalogue);
		return [
			...(rec === undefined ? [] : [receivedBefore(prod, before, around)]),
			...(rem === undefined
				? []
				: [receivedWrite(around.scope, product, { rem: line?.rem ?? null })]),
		];
	},
	RecCommeExp: ({ pr }, before, around) =>
		Object.entries(before.order?.lignes ?? {})
			.filter(([code, line]) => code.startsWith(`${pr}.`) && !line.rec)
			.map(([code]) => receivedBefore(code, before, around)),
	PaqAjouter: ({ prod, paq }, _before, { scope, catalogue }) => [
		packagesMovedWrite(
			scope,
			writtenProduct(prod, catalogue),
			paq.map(({ id }) => ({ id, ...BIN })),
		),
	],
	PaqDeplacer: ({ prod, paq }, before, { scope, catalogue }) => [
		packagesMovedWrite(
			scope,
			writtenProduct(prod, catalogue),
			paq.flatMap(({ id }) => placeBefore(prod, id, before)),
		),
	],
	PaqCorriger: ({ prod, id, newId }, before, { scope, catalogue }) => [
		packagesMovedWrite(scope, writtenProduct(prod, catalogue), [
			{ id: newId, ...BIN },
			...placeBefore(prod, id, before),
		]),
	],
	DisLigne: ({ co, prod }, before, around) => [givenBefore(co, prod, before.orders[co], around)],
	AttLigne({ co, prod }, before, around) {
		const product = writtenProduct(prod, around.catalogue);
		const line = before.orders[co]?.lignes[prod];
		const amount = line ? amountOf(product.mode, wantedOf(line)) : 0;
		return [attributedWrite(around.scope, { co, name: around.nameOf(co) }, product, { amount })];
	},
	DisRepartir: ({ prod }, before, around) =>
		[...new Set([...Object.keys(before.orders), '1'])]
			.filter((co) => co === '1' || before.orders[co]?.lignes[prod] !== undefined)
			.map((co) => givenBefore(co, prod, before.orders[co], around)),
	DisRetrait({ co, qui }, before, around) {
		const order = before.orders[co];
		const person = { co, name: around.nameOf(co) };
		if (qui === null) return [pickedUpWrite(around.scope, person, order?.ret?.qui ?? person.name)];
		const filled = Object.entries(order?.lignes ?? {}).filter(([code, line]) => {
			return !line.dis && around.catalogue.lignes[code]?.perm.mode !== 'UP';
		});
		return [
			pickedUpWrite(around.scope, person, null),
			...filled.map(([code]) => givenBefore(co, code, order, around)),
		];
	},
	LivrDire: () => [],
};

const undo = <N extends ReceptionName>(
	name: N,
	input: unknown,
	before: ReceptionState,
	around: UndoAround,
): readonly ReceptionWrite[] => UNDO[name](input as ReceptionInputs[N], before, around);

/**
 * The writes that take others back, last first: what they replaced is put again, whatever was done
 * since. None for what cannot be taken back.
 */
export const undoWrites = (
	writes: readonly ReceptionWrite[],
	before: ReceptionState,
	around: UndoAround,
): ReceptionWrite[] =>
	writes.toReversed().flatMap(({ name, input }) => undo(name, input, before, around));
