import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	DEFAULT_ARCHIVE_DAYS,
	DEFAULT_TOLERANCE,
	type GroupementSheet,
	groupCodeSchema,
} from '../../model/index.ts';
import { rightSchema } from '../inputs.ts';
import { createSheet, newSheetEntries, newSheetOf } from '../new-sheets.ts';
import { whoAmong } from '../rights.ts';

/** A new groupement of producers. */
export const gpCreer = defineOperation({
	name: 'GpCreer',
	about: 'Creates a groupement with the usual settings, and gives a first access to its manager.',
	input: v.strictObject({ right: rightSchema, gp: groupCodeSchema, ...newSheetEntries }),
	example: { right: 'ADM', gp: 'vallee', carte: { nom: 'Fermes de la Vallée', init: 'VA' } },
	who: whoAmong('ADM'),
	async handler(context, { right: _right, gp, ...asked }) {
		const { tolPct } = DEFAULT_TOLERANCE;
		const sheet: GroupementSheet = {
			...newSheetOf(asked),
			gcs: [],
			par: { archJ: DEFAULT_ARCHIVE_DAYS, tolPct, catRef: 'livraison' },
			...{ tz: 'Europe/Paris', st: 'actif' },
		};
		const created = await createSheet(context, 'FGP', { gp }, sheet);
		return created.ok ? ok({ gp }) : created;
	},
});
