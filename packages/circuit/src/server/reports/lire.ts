import { err, failure as frameworkFailure, ok } from '@navette/core';
import { textToKey } from '@navette/model';
import { defineReport } from '@navette/server';
import * as v from 'valibot';
import { documentAccessOf, documentTypes, wrongCodeOf } from '../../model/index.ts';
import { readAccessFacts } from '../access-facts.ts';
import { readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { rightSchema } from '../inputs.ts';
import { admittedRight, holding } from '../rights.ts';

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
		return ok(access.project ? access.project.apply(data, key) : data);
	},
});
