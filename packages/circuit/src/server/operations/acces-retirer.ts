import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { withoutAccess } from '../../model/index.ts';
import { accessEntries, withdrawRight } from '../accesses.ts';
import { toFailure } from '../failures.ts';
import { waitingAmong, withdrawOffer } from '../offers.ts';
import { holding } from '../rights.ts';
import { openSheet, rightOn, saveSheet, sheetEntries } from '../sheets.ts';

/** A secret, or a phrase, that does not let anybody act for a sheet any more. */
export const accesRetirer = defineOperation({
	name: 'AccesRetirer',
	about: 'Withdraws a right given on a sheet, at once, by its name.',
	input: v.strictObject({ ...sheetEntries, lab: accessEntries.lab }),
	example: { right: 'GC/dupleix', type: 'FGC', id: 'dupleix', lab: 'Hugo' },
	who: holding,
	async handler(context, { lab, ...input }) {
		const opened = await openSheet(context, input);
		if (!opened.ok) return opened;
		const { type, key, sheet, as } = opened.value;
		const keepsMain = (type === 'FGC' || type === 'FGP') && as !== 'administrator';
		const waiting = await waitingAmong(context, sheet.acces);
		const without = withoutAccess(sheet.acces, lab, keepsMain, waiting);
		if (!without.ok) return err(toFailure(without.error));
		const { list, gone } = without.value;
		await saveSheet(context, type, key, { ...sheet, acces: list });
		if (gone.offre !== undefined) await withdrawOffer(context, gone.hash);
		else await withdrawRight(context, gone.hash, rightOn(type, input.id, gone.pw));
		return ok({ acces: list.map((one) => ({ lab: one.lab, pw: one.pw })) });
	},
});
