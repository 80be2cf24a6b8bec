import type { DocumentSource } from '@navette/engine';
import { isLinkActive } from '../model/index.ts';
import { readOne } from './documents.ts';

/** Groupements that do business with a group. */
export const linkedGroupements = async (
	source: DocumentSource,
	gc: string,
): Promise<readonly string[]> => {
	const group = await readOne(source, 'FGC', { gc });
	const linked: string[] = [];
	for (const { gp } of group?.gps ?? []) {
		const groupement = await readOne(source, 'FGP', { gp });
		if (group && groupement && isLinkActive(gc, group, gp, groupement)) linked.push(gp);
	}
	return linked;
};

/** Groups that do business with a groupement. */
export const linkedGroups = async (
	source: DocumentSource,
	gp: string,
): Promise<readonly string[]> => {
	const groupement = await readOne(source, 'FGP', { gp });
	const linked: string[] = [];
	for (const { gc } of groupement?.gcs ?? []) {
		const group = await readOne(source, 'FGC', { gc });
		if (group && groupement && isLinkActive(gc, group, gp, groupement)) linked.push(gc);
	}
	return linked;
};
