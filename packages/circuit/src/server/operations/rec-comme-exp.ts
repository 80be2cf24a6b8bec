import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { actorCodeSchema, receivedAs } from '../../model/index.ts';
import { openGroup } from '../group-writing.ts';
import { groupEntries } from '../inputs.ts';
import { announceReceived } from '../reception-finished.ts';
import { whoAmong } from '../rights.ts';
import { saveGroupLines } from '../save-group-lines.ts';

/** A whole producer unloaded in one gesture. */
export const recCommeExp = defineOperation({
	name: 'RecCommeExp',
	about:
		'Takes all products of a producer not declared yet for received as shipped, or as ordered.',
	input: v.strictObject({
		...groupEntries,
		pr: actorCodeSchema,
		/** Shipped unless told. */
		de: v.exactOptional(v.picklist(['exp', 'cmd'])),
	}),
	example: { right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614', pr: '1' },
	who: whoAmong('GC'),
	async handler(context, { pr, de = 'exp', ...input }) {
		const opened = await openGroup(context, input, 'BCG.rec');
		if (!opened.ok) return opened;
		const open = opened.value;
		const mark = { t: context.now, par: open.author };
		const found = receivedAs(open.order, open.catalogue, { pr, as: de }, mark);
		const prods = Object.keys(found);
		if (prods.length === 0) return ok({ prods });
		const changes = Object.fromEntries(prods.map((code) => [code, { rec: found[code] ?? null }]));
		await saveGroupLines(context, open, changes);
		await announceReceived(context, open);
		return ok({ prods });
	},
});
