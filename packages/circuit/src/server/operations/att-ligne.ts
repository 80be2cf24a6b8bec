import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { writeAttributed } from '../../model/index.ts';
import { toOutcome } from '../failures.ts';
import { lineEntries, orderEntries } from '../inputs.ts';
import { toLineWrite, writeOrder } from '../order-writing.ts';
import { whoAmong } from '../rights.ts';

/** What the animator gives a consumer instead of what he ordered. */
export const attLigne = defineOperation({
	name: 'AttLigne',
	about: 'Writes the quantity that the animator attributes, whatever was ordered.',
	input: v.strictObject({ ...orderEntries, ...lineEntries }),
	example: {
		right: 'GC/dupleix',
		gc: 'dupleix',
		co: '3',
		gp: 'bocage',
		livr: '20250614',
		prod: '1.1',
		q2: 0,
	},
	who: whoAmong('GC'),
	async handler(context, input) {
		const saved = await writeOrder(context, input, 'BCC.att', (open) => {
			const write = toLineWrite(open, input, context.now);
			if (!write.ok) return err(write.error);
			const around = { gc: input.gc, catalogue: open.catalogue };
			return toOutcome(writeAttributed(open.order, 'att', write.value, around));
		});
		if (!saved.ok) return saved;
		const { order, al } = saved.value;
		return ok({ lignes: order?.lignes[input.prod] ?? null, tot: order?.tot ?? null, al });
	},
});
