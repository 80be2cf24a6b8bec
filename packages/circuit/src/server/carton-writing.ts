import { type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import type { Carton, CartonContext } from '../model/index.ts';
import { readOne } from './documents.ts';
import { type GroupKey, judgedBy, type OpenGroup, openGroup } from './group-writing.ts';

/** A producer's carton for a group, opened for writing by somebody who may. */
export interface OpenCarton {
	readonly open: OpenGroup;
	/** `null` = nothing ordered nor packed. */
	readonly carton: Carton | null;
	readonly around: CartonContext;
}

/** Opens a carton while producers prepare and load. Errors: `E-LIEN`, `E-DROIT`, `E-PHASE`, `E-ARCH`. */
export const openCarton = async (
	context: OperationContext,
	input: GroupKey & { readonly right: string; readonly pr: string },
): Promise<Result<OpenCarton, Failure>> => {
	const opened = await openGroup(context, input, 'CART');
	if (!opened.ok) return opened;
	const { gc, gp, livr, pr } = input;
	const carton = (await readOne(context, 'CART', { gp, pr, livr, gc })) ?? null;
	const open = opened.value;
	return ok({ open, carton, around: { ...judgedBy(open), pr, group: open.order } });
};
