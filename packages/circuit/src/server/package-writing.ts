import { err, type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import {
	changePackages,
	GROUP_ITSELF,
	type GroupLine,
	MAX_PACKAGES,
	type PackageAction,
} from '../model/index.ts';
import { readOne } from './documents.ts';
import { refuse, toFailure } from './failures.ts';
import { type GroupKey, openGroup } from './group-writing.ts';
import { announceReceived } from './reception-finished.ts';
import { saveGroupLines } from './save-group-lines.ts';

/** A basket is that of a consumer of the group, even one who left meanwhile, or of the group itself. */
const isBasket = async (context: OperationContext, gc: string, co: string): Promise<boolean> => {
	return co === GROUP_ITSELF || (await readOne(context, 'FCO', { gc, co })) !== undefined;
};

const unknownBasket = async (
	context: OperationContext,
	gc: string,
	actions: readonly PackageAction[],
): Promise<string | undefined> => {
	for (const action of actions) {
		const co = action.action === 'correct' ? null : action.co;
		if (co !== null && !(await isBasket(context, gc, co))) return co;
	}
	return undefined;
};

/**
 * Applies actions to the packages of a product in a group, all or none, with the baskets and orders
 * that follow. Errors: those of `openGroup`; `E-PROD` a product without packages; `E-PAQ`; `E-DROIT`
 * a basket of nobody.
 */
export const writePackages = async (
	context: OperationContext,
	input: GroupKey & { readonly right: string; readonly prod: string },
	actions: readonly PackageAction[],
): Promise<Result<{ readonly ligne: GroupLine | null }, Failure>> => {
	const { prod, gc } = input;
	const opened = await openGroup(context, input, 'BCG.paq');
	if (!opened.ok) return opened;
	const open = opened.value;
	const product = open.catalogue.lignes[prod];
	if (product?.perm.mode !== 'UP') return refuse('E-PROD', { code: prod });
	const nobody = await unknownBasket(context, gc, actions);
	if (nobody !== undefined) return refuse('E-DROIT', { gc, co: nobody });
	const mark = { t: context.now, par: open.author };
	let paq = open.order?.lignes[prod]?.paq ?? [];
	for (const action of actions) {
		const changed = changePackages(paq, action, mark, product.act.pu);
		if (!changed.ok) return err(toFailure(changed.error));
		paq = changed.value;
	}
	if (paq.length > MAX_PACKAGES) return refuse('E-PAQ', { max: MAX_PACKAGES });
	const order = await saveGroupLines(context, open, { [prod]: { paq } });
	await announceReceived(context, open);
	return ok({ ligne: order?.lignes[prod] ?? null });
};
