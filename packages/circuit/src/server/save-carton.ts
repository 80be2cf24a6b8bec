import type { OperationContext } from '@navette/engine';
import { applyCartonChange, type Carton, type GroupOrder, refreshCarton } from '../model/index.ts';
import { readOne, writeOrRemove } from './documents.ts';
import { judgedBy, type OpenGroup } from './group-writing.ts';

/**
 * Writes a carton that its producer changed, and what it says in the order of its group: what was
 * shipped, and the list of packages.
 */
export const saveCarton = async (
	context: OperationContext,
	open: OpenGroup,
	pr: string,
	{ before, after }: { readonly before: Carton | null; readonly after: Carton | null },
): Promise<Carton | null> => {
	const { gc, gp, livr } = open.key;
	const around = { ...judgedBy(open), pr };
	const group = applyCartonChange(before, after, open.order, {
		...around,
		...{ t: context.now, par: open.author },
	});
	const carton = refreshCarton(after, { ...around, group });
	await writeOrRemove(context, 'CART', { gp, pr, livr, gc }, carton);
	await writeOrRemove(context, 'BCG', open.key, group);
	return carton;
};

/**
 * After the reception of products of some producers: their cartons show what was lost on the way.
 * One whose alerts stay the same does not move.
 */
export const judgeCartons = async (
	context: OperationContext,
	open: OpenGroup,
	group: GroupOrder | null,
	producers: readonly string[],
): Promise<void> => {
	const { gc, gp, livr } = open.key;
	for (const pr of new Set(producers)) {
		const key = { gp, pr, livr, gc };
		const stored = await readOne(context, 'CART', key);
		if (!stored) continue;
		const judged = refreshCarton(stored, { ...judgedBy(open), pr, group });
		if (judged?.tot.al !== stored.tot.al) await writeOrRemove(context, 'CART', key, judged);
	}
};
