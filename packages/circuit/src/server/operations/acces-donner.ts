import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { withAccess } from '../../model/index.ts';
import { accessEntries, grantRight } from '../accesses.ts';
import { toFailure } from '../failures.ts';
import { holding } from '../rights.ts';
import { openSheet, rightOn, saveSheet, sheetEntries } from '../sheets.ts';

/** A secret that lets one more person act for a sheet. */
export const accesDonner = defineOperation({
	name: 'AccesDonner',
	about: 'Gives the right of a sheet to whoever holds the token of this hash.',
	input: v.strictObject({
		...sheetEntries,
		...accessEntries,
		/** 1 main, 2 helper; of a group or groupement. */
		pw: v.exactOptional(v.picklist([1, 2])),
	}),
	example: {
		...{ right: 'GC/dupleix', type: 'FGC', id: 'dupleix', lab: 'Hugo', pw: 2 },
		hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
	},
	who: holding,
	async handler(context, { lab, hash, pw = 1, ...input }) {
		const opened = await openSheet(context, input);
		if (!opened.ok) return opened;
		const { type, key, sheet } = opened.value;
		const power = type === 'FGC' || type === 'FGP' ? pw : 1;
		const given = withAccess(sheet.acces, { lab, pw: power, hash });
		if (!given.ok) return err(toFailure(given.error));
		await saveSheet(context, type, key, { ...sheet, acces: given.value });
		await grantRight(context, { lab, hash }, rightOn(type, input.id, power));
		return ok({ acces: given.value.map((one) => ({ lab: one.lab, pw: one.pw })) });
	},
});
