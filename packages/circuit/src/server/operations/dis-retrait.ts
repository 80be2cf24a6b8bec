import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { basketGiven, textSchema, withoutPickUp } from '../../model/index.ts';
import { refuse } from '../failures.ts';
import { orderEntries } from '../inputs.ts';
import { writeOrder } from '../order-writing.ts';
import { finishReception } from '../reception-finished.ts';
import { whoAmong } from '../rights.ts';

/** A basket that leaves with somebody. */
export const disRetrait = defineOperation({
	name: 'DisRetrait',
	about: 'Ticks a basket as picked up, and by whom; null takes the tick away.',
	input: v.strictObject({
		...orderEntries,
		/** Name of who took it. */
		qui: v.nullable(textSchema(80)),
		/** What nobody filled is given as it was wanted. */
		donner: v.exactOptional(v.boolean()),
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', co: '3', gp: 'bocage', livr: '20250614' },
		...{ qui: 'Paul', donner: true },
	},
	who: whoAmong('GC'),
	async handler(context, { qui, donner, ...input }) {
		const saved = await writeOrder(context, input, 'BCC.ret', ({ order, author, catalogue }) => {
			if (!order) return refuse('E-VIDE', { co: input.co });
			const mark = { t: context.now, par: author };
			const filled = donner && qui !== null ? basketGiven(order, mark, catalogue) : order;
			const after = qui === null ? withoutPickUp(filled) : { ...filled, ret: { ...mark, qui } };
			return ok({ order: after, warnings: 0 });
		});
		if (!saved.ok) return saved;
		if (donner) await finishReception(context, input);
		return ok({ ret: saved.value.order?.ret ?? null, tot: saved.value.order?.tot ?? null });
	},
});
