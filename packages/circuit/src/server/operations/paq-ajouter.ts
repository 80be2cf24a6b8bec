import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { actorCodeSchema, productCodeSchema } from '../../model/index.ts';
import { groupEntries, packageGramsSchema, packageIdSchema } from '../inputs.ts';
import { writePackages } from '../package-writing.ts';
import { whoAmong } from '../rights.ts';

/** Packages weighed at the group, on the shelf or straight in a basket. */
export const paqAjouter = defineOperation({
	name: 'PaqAjouter',
	about: 'Adds packages weighed at the group, to the shelf or to the basket of a consumer.',
	input: v.strictObject({
		...groupEntries,
		prod: productCodeSchema,
		paq: v.pipe(
			v.array(v.strictObject({ id: packageIdSchema, g: packageGramsSchema })),
			v.minLength(1),
			v.maxLength(100),
		),
		/** Whose basket; absent = the shelf. */
		co: v.exactOptional(actorCodeSchema),
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614', prod: '1.1' },
		...{ paq: [{ id: 'a1', g: 1_720 }], co: '3' },
	},
	who: whoAmong('GC'),
	handler: (context, { paq, co = null, ...input }) =>
		writePackages(
			context,
			input,
			paq.map(({ id, g }) => ({ action: 'add', id, g, co })),
		),
});
