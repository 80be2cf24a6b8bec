import { err, ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import { productCodeSchema, withoutGiven, writeAttributed } from '../../model/index.ts';
import { refuse, toOutcome } from '../failures.ts';
import { orderEntries, quantitySchema, seenQuantitySchema } from '../inputs.ts';
import { type OpenOrder, toLineWrite, writeOrder } from '../order-writing.ts';
import { finishReception } from '../reception-finished.ts';
import { whoAmong } from '../rights.ts';

const input = v.strictObject({
	...orderEntries,
	prod: productCodeSchema,
	/** Given; `null` takes it back. */
	dis: v.nullable(quantitySchema),
	/** The weight is an estimate. */
	est: v.exactOptional(v.boolean()),
	seen: seenQuantitySchema,
});

const decide = (open: OpenOrder, asked: v.InferOutput<typeof input>, now: number) => {
	const { prod, dis, est, seen, gc } = asked;
	const { order, catalogue } = open;
	// Who holds a piece is said by the list of packages of the group.
	if (catalogue.lignes[prod]?.perm.mode === 'UP') return refuse('E-PAQ', { code: prod });
	const line = { prod, ...dis, ...(seen === undefined ? {} : { seen }) };
	const write = toLineWrite(open, line, now);
	if (!write.ok) return err(write.error);
	const given = { ...write.value, ...(est ? { est } : {}) };
	const written = toOutcome(writeAttributed(order, 'dis', given, { gc, catalogue }));
	if (!written.ok || dis) return written;
	return ok({ order: withoutGiven(order, prod, catalogue), warnings: 0 });
};

/** What a consumer is given of a product by the unit or by weight. */
export const disLigne = defineOperation({
	name: 'DisLigne',
	about: 'Writes what a consumer is given of a product; null takes it back.',
	input,
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', co: '3', gp: 'bocage', livr: '20250614' },
		...{ prod: '3.1', dis: { g: 1_040 } },
	},
	who: whoAmong('GC'),
	async handler(context, asked) {
		const saved = await writeOrder(context, asked, 'BCC.dis', (open) =>
			decide(open, asked, context.now),
		);
		if (!saved.ok) return saved;
		await finishReception(context, asked);
		const { order } = saved.value;
		return ok({ ligne: order?.lignes[asked.prod] ?? null, tot: order?.tot ?? null });
	},
});
