import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { actorCodeSchema, productCodeSchema } from '../../model/index.ts';
import { groupEntries, packageIdSchema } from '../inputs.ts';
import { writePackages } from '../package-writing.ts';
import { whoAmong } from '../rights.ts';

const placeEntries = {
	/** Basket, or `null`: shelf, missing or bin as `st` says. */
	co: v.nullable(actorCodeSchema),
	st: v.picklist([0, 1, 2]),
};
const move = v.strictObject({
	id: packageIdSchema,
	...placeEntries,
	/** Where the person saw it; absent = wherever it was. */
	seen: v.exactOptional(v.strictObject(placeEntries)),
});

/** Packages moved between shelf, baskets, bin and "declared, not found"; several are one step. */
export const paqDeplacer = defineOperation({
	name: 'PaqDeplacer',
	about: 'Moves packages between the shelf, baskets, the bin and the missing ones; all or none.',
	input: v.strictObject({
		...groupEntries,
		prod: productCodeSchema,
		paq: v.pipe(v.array(move), v.minLength(1), v.maxLength(200)),
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614', prod: '1.1' },
		paq: [{ id: 'a1', co: '3', st: 0, seen: { co: null, st: 0 } }],
	},
	who: whoAmong('GC'),
	handler: (context, { paq, ...input }) =>
		writePackages(
			context,
			input,
			paq.map((one) => ({ action: 'move', ...one })),
		),
});
