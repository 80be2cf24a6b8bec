import { err, type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import {
	changeLink,
	groupCodeSchema,
	type LinkSides,
	type LinkVerb,
	withLink,
} from '../model/index.ts';
import { readOne } from './documents.ts';
import { refuse, toFailure } from './failures.ts';
import { rightSchema } from './inputs.ts';
import { admittedRight } from './rights.ts';

/** A group and a groupement, and the right of one of them. */
export const linkEntries = { right: rightSchema, gc: groupCodeSchema, gp: groupCodeSchema };

/** Both sides of a link after one of them spoke. */
export interface WrittenLink {
	/** State on the side of the group, and on that of the groupement. */
	readonly gc: LinkSides['own'];
	readonly gp: LinkSides['own'];
}

/** Writes what one side says of a link in both sheets. Errors: `E-LIEN` one does not exist or is closed. */
export const writeLink = async (
	context: OperationContext,
	{ right, gc, gp }: { readonly right: string; readonly gc: string; readonly gp: string },
	verb: LinkVerb,
): Promise<Result<WrittenLink, Failure>> => {
	const group = await readOne(context, 'FGC', { gc });
	const groupement = await readOne(context, 'FGP', { gp });
	if (group?.st !== 'actif' || groupement?.st !== 'actif') return refuse('E-LIEN', { gc, gp });
	const ofGroup = group.gps.find((one) => one.gp === gp)?.st;
	const ofGroupement = groupement.gcs.find((one) => one.gc === gc)?.st;
	const isGroup = admittedRight(context.account, right).holder.role === 'GC';
	const sides = isGroup
		? { own: ofGroup, other: ofGroupement }
		: { own: ofGroupement, other: ofGroup };
	const changed = changeLink(verb, sides);
	if (!changed.ok) return err(toFailure(changed.error));
	const { own = 'demande', other = 'demande' } = changed.value;
	const [groupSide, groupementSide] = isGroup ? [own, other] : [other, own];
	const t = context.now;
	const gps = withLink(group.gps, { gp, st: groupSide, t }, (one) => one.gp === gp);
	const gcs = withLink(groupement.gcs, { gc, st: groupementSide, t }, (one) => one.gc === gc);
	await context.write('FGC', { gc }, { ...group, gps });
	await context.write('FGP', { gp }, { ...groupement, gcs });
	return ok({ gc: groupSide, gp: groupementSide });
};
