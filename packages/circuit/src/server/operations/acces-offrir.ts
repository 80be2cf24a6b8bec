import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { withAccess } from '../../model/index.ts';
import { accessEntries } from '../accesses.ts';
import { refuse, toFailure } from '../failures.ts';
import { offerEntries, offerRight, waitingAmong, withdrawOffer } from '../offers.ts';
import { holding } from '../rights.ts';
import { openSheet, rightOn, saveSheet, sheetEntries } from '../sheets.ts';

const DAY = 86_400_000;

/** A phrase, said to one person, who takes up by it the right to act for a sheet. */
export const accesOffrir = defineOperation({
	name: 'AccesOffrir',
	about:
		'Offers the right of a sheet to whoever knows a phrase; one that waits under the same name is replaced.',
	input: v.strictObject({
		...sheetEntries,
		...{ lab: accessEntries.lab, ...offerEntries },
		/** 1 main, 2 helper; of a group or groupement. */
		pw: v.exactOptional(v.picklist([1, 2])),
	}),
	example: {
		...{ right: 'GC/dupleix', type: 'FGC', id: 'dupleix', lab: 'Hugo', pw: 2 },
		...{ offre: 'AAAAAAAAAAAAAAAAAAAAAA', jours: 14 },
		cle: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
	},
	who: holding,
	async handler(context, { lab, offre, cle, jours, pw = 1, ...input }) {
		const opened = await openSheet(context, input);
		if (!opened.ok) return opened;
		const { type, key, sheet } = opened.value;
		if (await context.read('OFFER', { offer: offre })) return refuse('E-DEJA', { lab });
		const waiting = await waitingAmong(context, sheet.acces);
		const replaced = sheet.acces.find((one) => one.lab === lab && waiting.has(one.hash));
		const others = sheet.acces.filter((one) => one !== replaced);
		const power = type === 'FGC' || type === 'FGP' ? pw : 1;
		const until = context.now + jours * DAY;
		const given = withAccess(others, { lab, pw: power, hash: offre, offre: until });
		if (!given.ok) return err(toFailure(given.error));
		if (replaced) await withdrawOffer(context, replaced.hash);
		await saveSheet(context, type, key, { ...sheet, acces: given.value });
		await offerRight(context, { lab, offre, cle, until }, rightOn(type, input.id, power));
		return ok({ until });
	},
});
