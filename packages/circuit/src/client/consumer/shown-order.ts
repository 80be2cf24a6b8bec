import {
	amountOf,
	type ConsumerOrder,
	type DeliveryCatalogue,
	writeOrdered,
} from '../../model/index.ts';
import type { PendingLine } from './pending-lines.ts';

/** Around an order shown before the server answered. */
export interface ShownContext {
	readonly gc: string;
	readonly catalogue: Pick<DeliveryCatalogue, 'lignes'> | undefined;
	/** Mark of the author of changes not sent yet. */
	readonly author: string;
	readonly now: number;
}

/**
 * The order as it will be once what is pending is accepted: the rules of the model decide, a change
 * that they refuse is not shown. Without a catalogue, the order as it is.
 */
export const shownOrder = (
	order: ConsumerOrder | null,
	pending: ReadonlyMap<string, Pick<PendingLine, 'code' | 'to'>>,
	{ gc, catalogue, author, now }: ShownContext,
): ConsumerOrder | null => {
	if (!catalogue) return order;
	let shown = order;
	for (const { code, to } of pending.values()) {
		const written = writeOrdered(shown, { code, amount: to, author, now }, { gc, catalogue });
		if (written.ok) shown = written.value.order;
	}
	return shown;
};

/** Ordered amount of a product: halves, or grams in mode P. */
export const orderedAmount = (
	order: ConsumerOrder | null,
	code: string,
	catalogue: Pick<DeliveryCatalogue, 'lignes'> | undefined,
): number => {
	const mode = catalogue?.lignes[code]?.perm.mode;
	const cmd = order?.lignes[code]?.cmd;
	return mode === undefined ? (cmd?.q2 ?? cmd?.g ?? 0) : amountOf(mode, cmd);
};
