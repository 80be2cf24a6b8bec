import { err, type Failure, ok, type Result } from '@navette/core';
import type { OperationContext } from '@navette/engine';
import {
	amountOf,
	authorMark,
	type ConsumerOrder,
	type DeliveryCatalogue,
	type LineWrite,
	type OrderWritten,
	type WrittenObject,
	writeOrdered,
} from '../model/index.ts';
import { keptCatalogue } from './delivery-catalogues.ts';
import { readOne } from './documents.ts';
import { refuse, toFailure } from './failures.ts';
import type { LineInput } from './inputs.ts';
import { type OrderFacts, type OrderKey, readOrderFacts } from './order-facts.ts';
import { admittedRight, type UsedRight } from './rights.ts';
import { saveOrder } from './save-order.ts';

/** An order opened for writing by somebody who may. */
export interface OpenOrder {
	readonly key: OrderKey;
	readonly used: UsedRight;
	readonly facts: OrderFacts;
	readonly catalogue: DeliveryCatalogue;
	/** `null` = no order. */
	readonly order: ConsumerOrder | null;
	readonly author: string;
}

/** An order after a write. */
export interface SavedOrder<Decided extends OrderWritten = OrderWritten> {
	/** `null` once nothing is left. */
	readonly order: ConsumerOrder | null;
	/** Alert bits raised by what was written: a high quantity is accepted with a warning. */
	readonly al: number;
	readonly decided: Decided;
}

/**
 * Opens an order, decides, and writes it with all that is derived. The catalogue is kept at the
 * first write. Errors: those of `readOrderFacts`, and of the decision.
 */
export const writeOrder = async <Decided extends OrderWritten>(
	context: OperationContext,
	input: OrderKey & { readonly right: string },
	object: WrittenObject,
	decide: (open: OpenOrder) => Result<Decided, Failure>,
): Promise<Result<SavedOrder<Decided>, Failure>> => {
	const { gc, co, gp, livr } = input;
	const key = { gc, co, gp, livr };
	const used = admittedRight(context.account, input.right);
	const facts = await readOrderFacts(context, used, object, key);
	if (!facts.ok) return facts;
	const catalogue = await keptCatalogue(context, { gp, livr }, facts.value.delivery);
	const before = (await readOne(context, 'BCC', key)) ?? null;
	const author = authorMark(used.right, context.account.id);
	const open = { key, used, facts: facts.value, catalogue, order: before, author };
	const decided = decide(open);
	if (!decided.ok) return decided;
	const { order: after, warnings: al } = decided.value;
	// Nothing moves when nothing changes: no version, no notice.
	if (after === before) return ok({ order: before, al, decided: decided.value });
	const move = { key, facts: facts.value, catalogue, before, after };
	return ok({ order: await saveOrder(context, move), al, decided: decided.value });
};

/**
 * What one line asks, in the unit of its product. A quantity in the other unit would read as zero
 * and remove the line: `E-PAS`. `E-PROD` for a product that the catalogue does not have.
 */
export const toLineWrite = (
	open: OpenOrder,
	line: LineInput,
	now: number,
): Result<LineWrite, Failure> => {
	const mode = open.catalogue.lignes[line.prod]?.perm.mode;
	if (!mode) return refuse('E-PROD', { code: line.prod });
	if ((mode === 'P' ? line.q2 : line.g) !== undefined) return refuse('E-PAS', { code: line.prod });
	return ok({
		code: line.prod,
		amount: amountOf(mode, line),
		author: open.author,
		now,
		...(line.seen === undefined ? {} : { seen: amountOf(mode, line.seen ?? undefined) }),
	});
};

/** Writes ordered quantities one after the other; the first refused refuses all. */
export const orderLines = (
	open: OpenOrder,
	lines: readonly LineInput[],
	now: number,
): Result<OrderWritten, Failure> => {
	const context = { gc: open.key.gc, catalogue: open.catalogue };
	let written: OrderWritten = { order: open.order, warnings: 0 };
	for (const line of lines) {
		const write = toLineWrite(open, line, now);
		if (!write.ok) return write;
		const byAnimator = open.used.holder.role === 'GC';
		const one = writeOrdered(written.order, write.value, context, byAnimator);
		if (!one.ok) return err(toFailure(one.error));
		written = { order: one.value.order, warnings: written.warnings | one.value.warnings };
	}
	return ok(written);
};
