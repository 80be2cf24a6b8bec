import { type Failure, ok, type Result } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { type GroupementSheet, isLinkActive } from '../model/index.ts';
import { readGrouped, readOne } from './documents.ts';
import { refuse } from './failures.ts';

/** A groupement that works. `E-LIEN` when there is none, or when it is closed. */
export const activeGroupement = async (
	source: DocumentSource,
	gp: string,
): Promise<Result<GroupementSheet, Failure>> => {
	const sheet = await readOne(source, 'FGP', { gp });
	return sheet?.st === 'actif' ? ok(sheet) : refuse('E-LIEN', { gp });
};

/** Every group does business with the groupement. `E-LIEN` with the first that does not. */
export const checkLinks = async (
	source: DocumentSource,
	gp: string,
	groupement: GroupementSheet,
	groups: readonly string[],
): Promise<Result<void, Failure>> => {
	for (const gc of groups) {
		const group = await readOne(source, 'FGC', { gc });
		if (group?.st !== 'actif' || !isLinkActive(gc, group, gp, groupement))
			return refuse('E-LIEN', { gc, gp });
	}
	return ok(undefined);
};

/** When the other deliveries of a groupement leave: no two leave at once. */
export const otherExpeditions = async (
	source: DocumentSource,
	gp: string,
	livr: string,
): Promise<readonly number[]> => {
	const others = await readGrouped(source, 'LIVRG', 'groupement', { gp });
	return others
		.filter(({ key, data }) => key.livr !== livr && !data.ann)
		.map(({ data }) => data.tExp);
};
