import { err, ok, type Result } from '@navette/core';
import { alertBits } from './alerts.ts';
import { isWhole } from './arithmetic.ts';
import { type Failure, failure } from './errors.ts';
import type { Instant } from './fields.ts';
import { quantityFigures } from './line-figures.ts';
import { orderTotals } from './order-totals.ts';
import type { ConsumerLine, ConsumerOrder, WeighedQuantity, WrittenQuantity } from './orders.ts';
import type { CatalogueLine, DeliveryCatalogue } from './product.ts';
import { amountOf, quantityOf, wantedOf } from './quantities.ts';

/** Lines of one order, at most. */
export const MAX_ORDER_LINES = 300;
/** Price of one line, at most ten million euros: a typing error above it. */
const MAX_LINE_PRICE = 1_000_000_000;

/** Whether a product is sold to a group in this delivery. */
export const isOffered = (product: CatalogueLine | undefined, gc: string): boolean =>
	product !== undefined && product.act.dispo > 0 && !(product.act.excl ?? []).includes(gc);

/**
 * Checks the form of an amount: halves (U, UP) or grams (P). `E-DEMI` half of what is not halved,
 * for everybody; `E-PAS` not a multiple of the step, not an integer, or absurdly large.
 */
export const checkAmount = (product: CatalogueLine, amount: number): Result<void, Failure> => {
	const { mode, demi, pas } = product.perm;
	const wrong = (max: number) => !Number.isSafeInteger(amount) || amount < 0 || amount > max;
	if (wrong(mode === 'P' ? 10_000_000 : 20_000)) return err(failure('E-PAS', { amount }));
	if (mode === 'P' && amount % (pas ?? 1) !== 0) return err(failure('E-PAS', { pas: pas ?? 1 }));
	if (mode !== 'P' && !isWhole(amount) && !demi) return err(failure('E-DEMI'));
	return quantityFigures(quantityOf(mode, amount), product).px > MAX_LINE_PRICE
		? err(failure('E-PAS', { amount }))
		: ok(undefined);
};

/** A quantity that somebody writes in a line of an order. */
export interface LineWrite {
	/** `pr.rp`. */
	readonly code: string;
	/** Halves (U, UP) or grams (P); 0 removes. */
	readonly amount: number;
	/** What the person saw on the screen; absent = whatever it was ("put mine"). */
	readonly seen?: number;
	readonly author: string;
	readonly now: Instant;
}

/** Around an order line: whose group, which catalogue. */
export interface OrderContext {
	readonly gc: string;
	readonly catalogue: Pick<DeliveryCatalogue, 'lignes'>;
}

/** An order after a write; `null` once it has no line left. */
export interface OrderWritten {
	readonly order: ConsumerOrder | null;
	/** Alert bits that the write raises: QMAX is a warning, never a wall. */
	readonly warnings: number;
}

/**
 * The stale view rule: refuses a write by somebody who saw another quantity than the current one,
 * unless it asks for what is already there. The detail of `E-VU` carries both.
 */
const checkSeen = (
	write: LineWrite,
	current: number,
	written: WrittenQuantity | WeighedQuantity | undefined,
): Result<void, Failure> =>
	write.seen === undefined || write.seen === current || write.amount === current
		? ok(undefined)
		: err(
				failure('E-VU', {
					code: write.code,
					current,
					wanted: write.amount,
					par: written?.par ?? null,
					t: written?.t ?? null,
				}),
			);

/** The order with other lines and fresh totals; `null` when no line is left. */
export const withLines = (
	order: ConsumerOrder | null,
	lignes: Record<string, ConsumerLine>,
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
): ConsumerOrder | null =>
	Object.keys(lignes).length === 0
		? null
		: { ...order, lignes, tot: orderTotals(lignes, catalogue) };

const withLine = (
	order: ConsumerOrder | null,
	code: string,
	line: ConsumerLine | undefined,
	catalogue: Pick<DeliveryCatalogue, 'lignes'>,
): ConsumerOrder | null => {
	const { [code]: _replaced, ...others } = order?.lignes ?? {};
	return withLines(order, line ? { ...others, [code]: line } : others, catalogue);
};

const written = (product: CatalogueLine, write: LineWrite): WrittenQuantity => ({
	...quantityOf(product.perm.mode, write.amount),
	t: write.now,
	par: write.author,
});

/** A consumer's new quantity keeps the animator's decision only when it still reduces it. */
const keptAttribution = (
	line: ConsumerLine | undefined,
	product: CatalogueLine,
	amount: number,
) => {
	const { mode } = product.perm;
	const att = line?.att;
	const keeps =
		att && amountOf(mode, att) !== amountOf(mode, line.cmd) && amountOf(mode, att) < amount;
	return keeps ? { att } : {};
};

const orderedLine = (
	line: ConsumerLine | undefined,
	product: CatalogueLine,
	write: LineWrite,
	byAnimator: boolean,
): ConsumerLine => {
	const cmd = written(product, write);
	const { att: _att, ...rest } = line ?? { t1: write.now };
	return {
		...rest,
		cmd,
		...(byAnimator ? { att: cmd } : keptAttribution(line, product, write.amount)),
	};
};

/**
 * Writes an ordered quantity, by the consumer or by an animator (who sets `att` too).
 * A product no longer offered may be reduced or removed, not increased.
 * Errors: `E-PROD`, `E-DEMI`, `E-PAS`, `E-VU`, `E-LIGNES`. Phases and rights are checked before.
 */
export const writeOrdered = (
	order: ConsumerOrder | null,
	write: LineWrite,
	context: OrderContext,
	byAnimator = false,
): Result<OrderWritten, Failure> => {
	const product = context.catalogue.lignes[write.code];
	if (!product) return err(failure('E-PROD', { code: write.code }));
	const line = order?.lignes[write.code];
	const current = amountOf(product.perm.mode, line?.cmd);
	const form = checkAmount(product, write.amount);
	if (!form.ok) return form;
	const seen = checkSeen(write, current, line?.cmd);
	if (!seen.ok) return seen;
	if (write.amount > current && !isOffered(product, context.gc))
		return err(failure('E-PROD', { code: write.code }));
	if (write.amount === current && !byAnimator) return ok({ order, warnings: 0 });
	if (!line && write.amount > 0 && Object.keys(order?.lignes ?? {}).length >= MAX_ORDER_LINES)
		return err(failure('E-LIGNES', { max: MAX_ORDER_LINES }));
	const next = write.amount === 0 ? undefined : orderedLine(line, product, write, byAnimator);
	const high = product.act.qmax !== undefined && write.amount > product.act.qmax;
	return ok({
		order: withLine(order, write.code, next, context.catalogue),
		warnings: high ? alertBits('QMAX') : 0,
	});
};

const emptyLine = (product: CatalogueLine, write: LineWrite): ConsumerLine => ({
	cmd: written(product, { ...write, amount: 0 }),
	t1: write.now,
});

/** Whether a line says nothing any more: nothing ordered, attributed, given or held. */
const isVoid = (line: ConsumerLine, product: CatalogueLine): boolean =>
	[line.cmd, line.att, line.dis].every((one) => amountOf(product.perm.mode, one) === 0) &&
	(line.paq ?? []).length === 0;

/**
 * Writes what the animator attributes (`att`) or gives (`dis`), also of a product that was not
 * ordered (the line is born with 0 ordered). A weight given needs no step. An estimate is `est`.
 * Errors: `E-PROD`, `E-DEMI`, `E-PAS`, `E-VU`, `E-LIGNES`.
 */
export const writeAttributed = (
	order: ConsumerOrder | null,
	field: 'att' | 'dis',
	write: LineWrite & { readonly est?: boolean },
	context: OrderContext,
): Result<OrderWritten, Failure> => {
	const product = context.catalogue.lignes[write.code];
	if (!product) return err(failure('E-PROD', { code: write.code }));
	const line = order?.lignes[write.code];
	const free = { ...product, perm: { ...product.perm, pas: 1 } };
	const form = checkAmount(field === 'dis' ? free : product, write.amount);
	if (!form.ok) return form;
	const before = field === 'att' ? line && wantedOf(line) : line?.dis;
	const seen = checkSeen(
		write,
		amountOf(product.perm.mode, before),
		line?.[field] ?? (field === 'att' ? line?.cmd : undefined),
	);
	if (!seen.ok) return seen;
	if (!line && Object.keys(order?.lignes ?? {}).length >= MAX_ORDER_LINES)
		return err(failure('E-LIGNES', { max: MAX_ORDER_LINES }));
	const value = { ...written(product, write), ...(write.est ? { est: true } : {}) };
	const next: ConsumerLine = { ...(line ?? emptyLine(product, write)), [field]: value };
	const kept = isVoid(next, product) ? undefined : next;
	return ok({ order: withLine(order, write.code, kept, context.catalogue), warnings: 0 });
};
