import type { PendingOrder } from './pending-lines.ts';

/** A quantity just asked on the screen, shown until the order or a refusal says otherwise. */
export interface AskedLine {
	readonly code: string;
	/** halves, or grams in mode P */
	readonly to: number;
	/** the device is still keeping the operation: nothing else knows it yet */
	readonly keeping: boolean;
	/** version of the thread when it was asked */
	readonly version: number;
}

export type AskedLines = ReadonlyMap<string, AskedLine>;

/** What is needed to tell whether an asked quantity has arrived. */
interface Arrival {
	readonly pending: PendingOrder;
	readonly version: number;
	/** amount that the order holds now */
	amountOf(code: string): number;
}

/**
 * Whether a quantity must still be shown as asked: the outbox says nothing of it any more, and the
 * order has not moved since. Between the answer of the server and the moved order, the screen
 * would otherwise blink back to the old quantity.
 */
const isStillAsked = (line: AskedLine, { pending, version, amountOf }: Arrival): boolean => {
	if (line.keeping) return true;
	if (pending.refused.has(line.code) || pending.lines.has(line.code)) return false;
	return amountOf(line.code) !== line.to && version <= line.version;
};

/** The quantities still shown as asked; the same map when nothing arrived. */
export const stillAsked = (asked: AskedLines, arrival: Arrival): AskedLines => {
	const kept = [...asked].filter(([, line]) => isStillAsked(line, arrival));
	return kept.length === asked.size ? asked : new Map(kept);
};

/** Everything to show above the order: what the outbox holds, then what was asked since. */
export const linesToShow = (
	pending: PendingOrder,
	asked: AskedLines,
): ReadonlyMap<string, { readonly code: string; readonly to: number }> =>
	new Map<string, { code: string; to: number }>([...pending.lines, ...asked]);
