import { type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import {
	authorMark,
	type DeliveryCatalogue,
	type DerivationContext,
	type GroupOrder,
	type WrittenObject,
} from '../model/index.ts';
import { keptCatalogue } from './delivery-catalogues.ts';
import { readOne } from './documents.ts';
import { type GroupDelivery, type OrderKey, readGroupFacts } from './order-facts.ts';
import { admittedRight, type UsedRight } from './rights.ts';

/** Key of a group's order for a delivery. */
export type GroupKey = Pick<OrderKey, 'gc' | 'gp' | 'livr'>;

/** A group's part of a delivery, opened for writing by somebody who may. */
export interface OpenGroup extends GroupDelivery {
	readonly key: GroupKey;
	readonly used: UsedRight;
	readonly catalogue: DeliveryCatalogue;
	/** `null` = nothing ordered nor received. */
	readonly order: GroupOrder | null;
	readonly author: string;
}

/**
 * Opens a group's part of a delivery for writing one of its parts. Errors: `E-LIEN`, `E-DROIT`,
 * `E-PHASE`, `E-ARCH`.
 */
export const openGroup = async (
	context: OperationContext,
	input: GroupKey & { readonly right: string },
	object: WrittenObject,
): Promise<Result<OpenGroup, Failure>> => {
	const { gc, gp, livr } = input;
	const key = { gc, gp, livr };
	const used = admittedRight(context.account, input.right);
	const facts = await readGroupFacts(context, used, object, key);
	if (!facts.ok) return facts;
	const catalogue = await keptCatalogue(context, { gp, livr }, facts.value.delivery);
	const order = (await readOne(context, 'BCG', key)) ?? null;
	const author = authorMark(used.right, context.account.id);
	return ok({ ...facts.value, key, used, catalogue, order, author });
};

/** What prices and judges the documents of an opened group. */
export const judgedBy = ({ catalogue, group }: OpenGroup): DerivationContext => ({
	catalogue,
	tolerance: group.par,
});
