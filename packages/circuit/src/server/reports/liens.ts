import { ok } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import type { LinkState } from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { rightSchema } from '../inputs.ts';
import { admittedRight, holding } from '../rights.ts';

/** A link as both sides say it; absent = that side knows nothing of it. */
interface LinkEntry {
	readonly gc: string;
	readonly gp: string;
	readonly own: LinkState;
	readonly other?: LinkState;
	/** When one's own side last changed. */
	readonly t: number;
}

const ofGroupement = async (source: DocumentSource, gp: string): Promise<LinkEntry[]> => {
	const sheet = await readOne(source, 'FGP', { gp });
	const links: LinkEntry[] = [];
	for (const { gc, st, t } of sheet?.gcs ?? []) {
		const group = await readOne(source, 'FGC', { gc });
		const other = group?.gps.find((one) => one.gp === gp)?.st;
		links.push({ gc, gp, own: st, t, ...(other ? { other } : {}) });
	}
	return links;
};

const ofGroup = async (source: DocumentSource, gc: string): Promise<LinkEntry[]> => {
	const sheet = await readOne(source, 'FGC', { gc });
	const links: LinkEntry[] = [];
	for (const { gp, st, t } of sheet?.gps ?? []) {
		const groupement = await readOne(source, 'FGP', { gp });
		const other = groupement?.gcs.find((one) => one.gc === gc)?.st;
		links.push({ gc, gp, own: st, t, ...(other ? { other } : {}) });
	}
	return links;
};

/** The links of a group or a groupement: a request that waits is visible to both sides. */
export const liens = defineReport({
	name: 'Liens',
	about: 'The links of a group or a groupement, with what each side says of them.',
	input: v.strictObject({ right: rightSchema }),
	example: { right: 'GP/bocage' },
	who: holding,
	async handler(source, { right }, account) {
		const { holder } = admittedRight(account, right);
		if (holder.role === 'GP') return ok({ liens: await ofGroupement(source, holder.gp) });
		if (holder.role === 'GC') return ok({ liens: await ofGroup(source, holder.gc) });
		return refuse('E-DROIT', { right });
	},
});
