import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { productCodeSchema } from '../../model/index.ts';
import { groupEntries, packageGramsSchema, packageIdSchema } from '../inputs.ts';
import { writePackages } from '../package-writing.ts';
import { whoAmong } from '../rights.ts';

/** The weight of a package found wrong: another one takes its place. */
export const paqCorriger = defineOperation({
	name: 'PaqCorriger',
	about: 'Replaces a package by one of another weight; the first is kept as missing.',
	input: v.strictObject({
		...groupEntries,
		prod: productCodeSchema,
		id: packageIdSchema,
		newId: packageIdSchema,
		g: packageGramsSchema,
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614', prod: '1.1' },
		...{ id: 'p1', newId: 'p1b', g: 1_730 },
	},
	who: whoAmong('GC'),
	handler: (context, { id, newId, g, ...input }) =>
		writePackages(context, input, [{ action: 'correct', id, newId, g }]),
});
