import { err, failure as frameworkFailure, ok } from '@navette/core';
import type { DocumentSource } from '@navette/engine';
import { textToKey } from '@navette/model';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import {
	documentAccessOf,
	documentTypes,
	type GivenAccess,
	wrongCodeOf,
} from '../../model/index.ts';
import { readAccessFacts } from '../access-facts.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { rightSchema } from '../inputs.ts';
import { waitingAmong } from '../offers.ts';
import { admittedRight, holding } from '../rights.ts';

/** An access shown on a sheet; `pris`: what was offered has been taken up. */
type ShownAccess = GivenAccess & { readonly pris?: true };
interface WithAccesses {
	readonly acces?: GivenAccess[];
}

/** A sheet that shows its accesses says which offers were taken up. */
const withTaken = async (source: DocumentSource, data: object, seen: unknown): Promise<unknown> => {
	const { acces = [] } = data as WithAccesses;
	const { acces: shown = [] } = seen as WithAccesses;
	if (shown.length === 0 || !acces.some(({ offre }) => offre !== undefined)) return seen;
	const waiting = await waitingAmong(source, acces);
	const isTaken = ({ hash, offre }: GivenAccess) => offre !== undefined && !waiting.has(hash);
	const said = shown.map((one, at): ShownAccess => {
		const kept = acces[at];
		return kept && isTaken(kept) ? { ...one, pris: true } : one;
	});
	return { ...(seen as object), acces: said };
};

/** One document that no thread carries, as a right lets it be seen. */
export const lire = defineReport({
	name: 'Lire',
	about:
		'A sheet or a general catalogue, as the right named lets it be seen; null when there is none.',
	input: v.strictObject({
		right: rightSchema,
		type: v.picklist(['FGC', 'FCO', 'FGP', 'FPR', 'CATG']),
		/** Values of the key joined by `.` */
		id: v.pipe(v.string(), v.maxLength(60)),
	}),
	example: { right: 'CO/dupleix.3', type: 'FGC', id: 'dupleix' },
	who: holding,
	async handler(source, { right, type, id }, account) {
		const key = textToKey(documentTypes[type].key, id);
		if (!key || wrongCodeOf(key))
			return err(frameworkFailure('E-INPUT', { path: 'id', reason: 'not a key' }));
		const facts = await readAccessFacts(source, account, { type, key });
		const access = documentAccessOf(admittedRight(account, right).right, type, key, facts);
		if (!access) return refuse('E-DROIT', { right });
		const data = await readOne(source, type, key);
		if (data === undefined) return ok(null);
		const seen = access.project ? access.project.apply(data, key) : data;
		return ok(await withTaken(source, data, seen));
	},
});
