import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { MAX_ORDER_LINES } from '../../model/index.ts';
import { lineEntries, orderEntries } from '../inputs.ts';
import { orderLines, writeOrder } from '../order-writing.ts';
import { whoAmong } from '../rights.ts';

/** Several quantities of one order, together. */
export const cmdLot = defineOperation({
	name: 'CmdLot',
	about: 'Writes the quantities ordered of several products; the first refused refuses all.',
	input: v.strictObject({
		...orderEntries,
		lignes: v.pipe(
			v.array(v.strictObject(lineEntries)),
			v.minLength(1),
			v.maxLength(MAX_ORDER_LINES),
		),
	}),
	example: {
		right: 'CO/dupleix.3',
		gc: 'dupleix',
		co: '3',
		gp: 'bocage',
		livr: '20250614',
		lignes: [
			{ prod: '1.1', q2: 4 },
			{ prod: '2.1', g: 500, seen: { g: 1000 } },
		],
	},
	who: whoAmong('CO', 'GC'),
	async handler(context, input) {
		const saved = await writeOrder(context, input, 'BCC.cmd', (open) =>
			orderLines(open, input.lignes, context.now),
		);
		if (!saved.ok) return saved;
		const { order, al } = saved.value;
		const lignes = Object.fromEntries(
			input.lignes.map(({ prod }) => [prod, order?.lignes[prod] ?? null]),
		);
		return ok({ lignes, tot: order?.tot ?? null, al });
	},
});
