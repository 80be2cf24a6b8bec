import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { type Holder, isLinkActive } from '../model/index.ts';
import { readOne } from './documents.ts';
import { refuse } from './failures.ts';

/** Initials of who changes a delivery; a group only if it does business with the groupement. */
export const initialsOfHolder = async (
	source: DocumentSource,
	gp: string,
	holder: Holder,
): Promise<Result<string, Failure>> => {
	const groupement = await readOne(source, 'FGP', { gp });
	if (!groupement) return refuse('E-LIEN', { gp });
	if (holder.role !== 'GC') return ok(groupement.carte.init);
	const { gc } = holder;
	const group = await readOne(source, 'FGC', { gc });
	return group && isLinkActive(gc, group, gp, groupement)
		? ok(group.carte.init)
		: refuse('E-LIEN', { gc, gp });
};
