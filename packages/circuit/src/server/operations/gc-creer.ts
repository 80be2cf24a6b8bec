import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { DEFAULT_TOLERANCE, type GroupSheet, groupCodeSchema } from '../../model/index.ts';
import { rightSchema } from '../inputs.ts';
import { createSheet, newSheetEntries, newSheetOf } from '../new-sheets.ts';
import { whoAmong } from '../rights.ts';

/** A new group of consumers. */
export const gcCreer = defineOperation({
	name: 'GcCreer',
	about: 'Creates a group with the usual settings, and gives a first access to its animator.',
	input: v.strictObject({ right: rightSchema, gc: groupCodeSchema, ...newSheetEntries }),
	example: { right: 'ADM', gc: 'canal', carte: { nom: 'Groupe du Canal', init: 'CA' } },
	who: whoAmong('ADM'),
	async handler(context, { right: _right, gc, ...asked }) {
		const sheet: GroupSheet = {
			...newSheetOf(asked),
			gps: [],
			par: { avance: 12, ...DEFAULT_TOLERANCE, detPr: false, langue: 'fr' },
			...{ tz: 'Europe/Paris', st: 'actif' },
		};
		const created = await createSheet(context, 'FGC', { gc }, sheet);
		return created.ok ? ok({ gc }) : created;
	},
});
