import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { orderEntries } from '../inputs.ts';
import { writeOrder } from '../order-writing.ts';
import { whoAmong } from '../rights.ts';

/** Empties an order. */
export const cmdVider = defineOperation({
	name: 'CmdVider',
	about: 'Removes every line of an order.',
	input: v.strictObject(orderEntries),
	example: { right: 'CO/dupleix.3', gc: 'dupleix', co: '3', gp: 'bocage', livr: '20250614' },
	who: whoAmong('CO', 'GC'),
	async handler(context, input) {
		const saved = await writeOrder(context, input, 'BCC.cmd', () =>
			ok({ order: null, warnings: 0 }),
		);
		return saved.ok ? ok({ tot: null }) : saved;
	},
});
