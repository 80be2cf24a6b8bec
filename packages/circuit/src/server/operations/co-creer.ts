import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	actorCodeSchema,
	type ConsumerSheet,
	GROUP_ITSELF,
	groupCodeSchema,
	isReachable,
} from '../../model/index.ts';
import { readGrouped, readOne } from '../documents.ts';
import { refuse } from '../failures.ts';
import { rightSchema } from '../inputs.ts';
import { createSheet, newSheetEntries, newSheetOf, nextNumber } from '../new-sheets.ts';
import { whoMainAmong } from '../rights.ts';

/** A new consumer of a group, with the secret that lets him in. */
export const coCreer = defineOperation({
	name: 'CoCreer',
	about: 'Creates the sheet of a consumer in a group, and gives a first access to it.',
	input: v.strictObject({
		...{ right: rightSchema, gc: groupCodeSchema },
		/** The next free number unless told. */
		co: v.exactOptional(actorCodeSchema),
		...newSheetEntries,
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', carte: { nom: 'Ana Pinto', init: 'AP' } },
		contact: { tels: [], mails: ['ana@dupleix.example'] },
		acces: {
			lab: 'Ana',
			hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
		},
	},
	who: whoMainAmong('GC'),
	async handler(context, { right: _right, gc, co, ...asked }) {
		const group = await readOne(context, 'FGC', { gc });
		if (group?.st !== 'actif') return refuse('E-VIDE', { gc });
		const known = await readGrouped(context, 'FCO', 'group', { gc });
		const next = co === undefined ? nextNumber(known.map(({ key }) => key.co)) : ok(co);
		if (!next.ok) return next;
		if (next.value === GROUP_ITSELF) return refuse('E-DEJA', { id: `${gc}.1` });
		const pref = { rappels: false, langue: group.par.langue };
		const sheet: ConsumerSheet = { ...newSheetOf(asked), st: 0, pref };
		if (!isReachable(sheet.contact, sheet.conf)) return refuse('E-JOINDRE');
		const created = await createSheet(context, 'FCO', { gc, co: next.value }, sheet);
		return created.ok ? ok({ co: next.value }) : created;
	},
});
