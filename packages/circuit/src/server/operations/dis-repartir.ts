import { err, type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import { defineOperation } from '@navette/server';
import * as v from 'valibot';
import {
	amountOf,
	type ConsumerOrder,
	distribute,
	productCodeSchema,
	writeAttributed,
} from '../../model/index.ts';
import { byKeyProperty, readGrouped, readOne } from '../documents.ts';
import { refuse, toFailure } from '../failures.ts';
import { type OpenGroup, openGroup } from '../group-writing.ts';
import { groupEntries } from '../inputs.ts';
import { announceReceived } from '../reception-finished.ts';
import { whoAmong } from '../rights.ts';
import { saveOrder } from '../save-order.ts';

/** Writes what each consumer is given, whatever was given before. */
const give = async (
	context: OperationContext,
	open: OpenGroup,
	code: string,
	orders: Readonly<Record<string, ConsumerOrder>>,
	given: ReadonlyMap<string, number>,
): Promise<Result<void, Failure>> => {
	const { catalogue, group, key, author } = open;
	for (const [co, amount] of given) {
		const before = orders[co] ?? null;
		const write = { code, amount, author, now: context.now };
		const written = writeAttributed(before, 'dis', write, { gc: key.gc, catalogue });
		if (!written.ok) return err(toFailure(written.error));
		const consumer = await readOne(context, 'FCO', { gc: key.gc, co });
		const move = { before, after: written.value.order };
		const facts = { group, consumer };
		await saveOrder(context, { key: { ...key, co }, facts, catalogue, ...move });
	}
	return ok(undefined);
};

/** What was received of a product, shared among those who wanted it. */
export const disRepartir = defineOperation({
	name: 'DisRepartir',
	about: 'Shares what was received of a product, pro rata or first ordered first served.',
	input: v.strictObject({
		...groupEntries,
		prod: productCodeSchema,
		strategie: v.picklist(['rata', 'premier']),
		/** Where goes what nobody wanted; it stays to be shared unless told. */
		reste: v.exactOptional(v.picklist(['frustres', 'groupe', 'laisser'])),
	}),
	example: {
		...{ right: 'GC/dupleix', gc: 'dupleix', gp: 'bocage', livr: '20250614' },
		...{ prod: '2.1', strategie: 'rata' },
	},
	who: whoAmong('GC'),
	async handler(context, { prod, strategie, reste = 'laisser', ...input }) {
		const opened = await openGroup(context, input, 'BCC.dis');
		if (!opened.ok) return opened;
		const open = opened.value;
		const product = open.catalogue.lignes[prod];
		const received = open.order?.lignes[prod]?.rec;
		if (!product) return refuse('E-PROD', { code: prod });
		if (product.perm.mode === 'UP') return refuse('E-PAQ', { code: prod });
		if (!received) return refuse('E-VIDE', { code: prod });
		const orders = byKeyProperty(
			await readGrouped(context, 'BCC', 'groupDelivery', open.key),
			'co',
		);
		const shared = distribute(orders, prod, product, {
			available: amountOf(product.perm.mode, received),
			strategy: strategie,
			remainder: reste,
		});
		const done = await give(context, open, prod, orders, shared.given);
		if (!done.ok) return done;
		await announceReceived(context, open);
		return ok({ parts: Object.fromEntries(shared.given), reste: shared.left });
	},
});
