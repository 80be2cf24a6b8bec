import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { productCodeSchema, textSchema, writeWeighed } from '../../model/index.ts';
import { toFailure } from '../failures.ts';
import { openGroup } from '../group-writing.ts';
import { groupEntries, quantitySchema, seenQuantitySchema } from '../inputs.ts';
import { announceReceived } from '../reception-finished.ts';
import { whoAmong } from '../rights.ts';
import { type OwnedChange, saveGroupLines } from '../save-group-lines.ts';

/** What a group found of a product when the truck was unloaded. */
export const recLigne = defineOperation({
	name: 'RecLigne',
	about: 'Writes what a group received of a product, or a remark about it; null takes it back.',
	input: v.strictObject({
		...groupEntries,
		prod: productCodeSchema,
		/** Absent = left as it is. */
		rec: v.exactOptional(v.nullable(quantitySchema)),
		/** The weight is an estimate. */
		est: v.exactOptional(v.boolean()),
		seen: seenQuantitySchema,
		rem: v.exactOptional(v.nullable(textSchema(300))),
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614' },
		...{ prod: '1.1', rec: { q2: 8, g: 7_245 }, seen: null },
	},
	who: whoAmong('GC'),
	async handler(context, { prod, rec, est, seen, rem, ...input }) {
		const opened = await openGroup(context, input, 'BCG.rec');
		if (!opened.ok) return opened;
		const open = opened.value;
		const write = {
			...{ code: prod, quantity: rec ?? null, author: open.author, now: context.now },
			...(est === undefined ? {} : { est }),
			...(seen === undefined || rec === undefined ? {} : { seen }),
		};
		const product = open.catalogue.lignes[prod];
		const written = writeWeighed(open.order?.lignes[prod]?.rec, write, product);
		if (!written.ok) return err(toFailure(written.error));
		const change: OwnedChange = {
			...(rec === undefined ? {} : { rec: written.value }),
			...(rem === undefined ? {} : { rem }),
		};
		const order = await saveGroupLines(context, open, { [prod]: change });
		await announceReceived(context, open);
		return ok({ ligne: order?.lignes[prod] ?? null, tot: order?.tot ?? null });
	},
});
