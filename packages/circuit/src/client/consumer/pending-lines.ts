import type { OutboxEntry } from '@navette/client';
import type { Mode } from '../../model/index.ts';
import type { OrderPlace } from './consumer-role.ts';
import { isForOrder, lineLabelOf } from './order-calls.ts';

type WireError = NonNullable<OutboxEntry['error']>;

/** A quantity that this device asked for and the order does not show yet. */
export interface PendingLine {
	readonly code: string;
	readonly mode: Mode;
	readonly lib: string;
	/** What the person saw before the first of these changes. */
	readonly from: number;
	/** What the last of them asks for. */
	readonly to: number;
	readonly state: 'waiting' | 'sending';
	/** Ids of the operations that are not being sent: they may still be replaced. */
	readonly waiting: readonly string[];
}

/** A change that the server refused and that the person has not answered yet. */
export interface RefusedLine {
	readonly code: string;
	readonly mode: Mode;
	readonly lib: string;
	readonly to: number;
	readonly error: WireError;
	/** Every refused operation of this product: all go once it is answered. */
	readonly ids: readonly string[];
}

/** The part of the outbox about one order. */
export interface PendingOrder {
	readonly lines: ReadonlyMap<string, PendingLine>;
	readonly refused: ReadonlyMap<string, RefusedLine>;
}

/** Said of a refusal whose reason the device lost. */
const UNKNOWN: WireError = {
	code: 'E-DEFECT',
	saved: false,
	retry: 'never',
	sentence: {
		fr: 'Rien n’a été enregistré. Le serveur a refusé ce changement.',
		en: 'Nothing was saved. The server refused this change.',
	},
};

/** Sorts what the outbox holds about an order by product, the last change of each winning. */
export const pendingOrder = (outbox: readonly OutboxEntry[], place: OrderPlace): PendingOrder => {
	const lines = new Map<string, PendingLine>();
	const refused = new Map<string, RefusedLine>();
	for (const entry of outbox) {
		const label = lineLabelOf(entry.label);
		if (!label || !isForOrder(entry.input, place)) continue;
		const { code, mode, lib, from, to } = label;
		if (entry.state === 'refused') {
			const ids = [...(refused.get(code)?.ids ?? []), entry.id];
			refused.set(code, { code, mode, lib, to, error: entry.error ?? UNKNOWN, ids });
			continue;
		}
		const before = lines.get(code);
		const sending = entry.state === 'sending' || before?.state === 'sending';
		const waiting = [...(before?.waiting ?? []), ...(entry.state === 'waiting' ? [entry.id] : [])];
		lines.set(code, {
			...{ code, mode, lib, to, waiting },
			from: before?.from ?? from,
			state: sending ? 'sending' : 'waiting',
		});
	}
	return { lines, refused };
};
