import { ok } from '@navette/core';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	type ConsumerOrder,
	deliveryCodeSchema,
	isSome,
	type OrderWritten,
} from '../../model/index.ts';
import { readOne } from '../documents.ts';
import { orderEntries } from '../inputs.ts';
import { type OpenOrder, orderLines, writeOrder } from '../order-writing.ts';
import { whoAmong } from '../rights.ts';

/** What was copied of an earlier order, and what could not be. */
interface Copied extends OrderWritten {
	readonly copied: number;
	readonly unavailable: readonly string[];
}

/** Lines of an earlier order put in this one; a product already ordered is left as it is. */
const copyLines = (open: OpenOrder, source: ConsumerOrder | undefined, now: number): Copied => {
	let order = open.order;
	let warnings = 0;
	let copied = 0;
	const unavailable: string[] = [];
	for (const [prod, { cmd }] of Object.entries(source?.lignes ?? {})) {
		if (!isSome(cmd) || isSome(open.order?.lignes[prod]?.cmd)) continue;
		const { q2, g } = cmd;
		const line = { prod, ...(q2 === undefined ? {} : { q2 }), ...(g === undefined ? {} : { g }) };
		const one = orderLines({ ...open, order }, [line], now);
		if (!one.ok) {
			unavailable.push(prod);
			continue;
		}
		order = one.value.order;
		warnings |= one.value.warnings;
		copied += 1;
	}
	return { order, warnings, copied, unavailable };
};

/** "Order as last time". */
export const cmdCopier = defineOperation({
	name: 'CmdCopier',
	about: 'Adds to an order the lines of an earlier one, and says what is no longer available.',
	input: v.strictObject({ ...orderEntries, from: deliveryCodeSchema }),
	example: {
		right: 'CO/dupleix.3',
		gc: 'dupleix',
		co: '3',
		gp: 'bocage',
		livr: '20250614',
		from: '20250510',
	},
	who: whoAmong('CO', 'GC'),
	async handler(context, input) {
		const { gc, co, gp, from } = input;
		const source = await readOne(context, 'BCC', { gc, co, gp, livr: from });
		const saved = await writeOrder(context, input, 'BCC.cmd', (open) =>
			ok(copyLines(open, source, context.now)),
		);
		if (!saved.ok) return saved;
		const { order, al, decided } = saved.value;
		const { copied, unavailable } = decided;
		return ok({ copied, unavailable, tot: order?.tot ?? null, al });
	},
});
