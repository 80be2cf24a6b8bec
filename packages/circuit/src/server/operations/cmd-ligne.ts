import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { lineEntries, orderEntries } from '../inputs.ts';
import { orderLines, writeOrder } from '../order-writing.ts';
import { whoAmong } from '../rights.ts';

/** One quantity of one product in a consumer's order, by the consumer or by an animator. */
export const cmdLigne = defineOperation({
	name: 'CmdLigne',
	about: 'Writes the quantity ordered of one product; none removes the line.',
	input: v.strictObject({ ...orderEntries, ...lineEntries }),
	example: {
		right: 'CO/dupleix.3',
		gc: 'dupleix',
		co: '3',
		gp: 'bocage',
		livr: '20250614',
		prod: '1.1',
		q2: 4,
		seen: null,
	},
	who: whoAmong('CO', 'GC'),
	async handler(context, input) {
		const saved = await writeOrder(context, input, 'BCC.cmd', (open) =>
			orderLines(open, [input], context.now),
		);
		if (!saved.ok) return saved;
		const { order, al } = saved.value;
		return ok({ lignes: order?.lignes[input.prod] ?? null, tot: order?.tot ?? null, al });
	},
});
