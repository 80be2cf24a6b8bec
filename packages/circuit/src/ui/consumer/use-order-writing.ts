import { useLanguage, useObservable, useSession } from '@navette/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
	type AskedLines,
	type LineChange,
	linesToShow,
	orderedAmount,
	orderLineCall,
	type PendingOrder,
	pendingOrder,
	shownOrder,
	stillAsked,
} from '../../client/index.ts';
import type { ConsumerOrder } from '../../model/index.ts';
import type { DeliveryView } from './use-delivery.ts';

/** An order being written: what is shown, and the ways to change it. */
export interface OrderWriting {
	/** The order with everything asked on this device and not refused. */
	readonly order: ConsumerOrder | null;
	readonly pending: PendingOrder;
	/** Why the device could not keep the last change. */
	readonly fault: string | undefined;
	/** Writes a quantity, at once on the screen, then durably, then on the server. */
	write(change: LineChange): void;
	/** Amount shown now for a product: what the next change must say it saw. */
	shownAmount(code: string): number;
	/** Forgets the refused changes of some products. */
	dismiss(codes: readonly string[]): void;
}

const without = (asked: AskedLines, code: string): AskedLines =>
	new Map([...asked].filter(([other]) => other !== code));

/** Writes the order of a delivery through the outbox of the session. */
export function useOrderWriting(view: DeliveryView): OrderWriting {
	const session = useSession();
	const language = useLanguage();
	const outbox = useObservable(session.outbox);
	const { place, version, order: kept, now } = view;
	const catalogue = view.catalogue.result;
	const { right, gc, co, gp, livr } = place;
	const pending = useMemo(
		() => pendingOrder(outbox, { right, gc, co, gp, livr }),
		[outbox, right, gc, co, gp, livr],
	);
	const [held, setAsked] = useState<AskedLines>(new Map());
	const [fault, setFault] = useState<string>();
	const asked = stillAsked(held, {
		...{ pending, version },
		amountOf: (code) => orderedAmount(kept, code, catalogue),
	});
	useEffect(() => {
		if (asked !== held) setAsked(asked);
	}, [asked, held]);
	const order = shownOrder(kept, linesToShow(pending, asked), {
		...{ gc, catalogue, author: right, now },
	});
	const shown = useRef(order);
	shown.current = order;
	const shownAmount = useCallback(
		(code: string) => orderedAmount(shown.current, code, catalogue),
		[catalogue],
	);
	const turn = useRef<Promise<unknown>>(Promise.resolve());
	const keep = async (change: LineChange): Promise<void> => {
		const before = pendingOrder(session.outbox.get(), place).lines.get(change.code);
		// Nothing is being sent: a newer quantity replaces the one that waits.
		const isOffline = session.sync.get().kind === 'offline';
		const replaced = isOffline && before?.state === 'waiting' ? before : undefined;
		for (const id of replaced?.waiting ?? []) await session.discard(id);
		const next = { ...change, from: replaced?.from ?? change.from };
		if (next.from === next.to) return;
		const { name, input, label } = orderLineCall(place, next);
		const queued = await session.queue(name, input, label);
		setFault(queued.ok ? undefined : queued.error.sentence[language]);
		if (!queued.ok) setAsked((lines) => without(lines, change.code));
	};
	const write = (change: LineChange): void => {
		const { code, to } = change;
		const line = (keeping: boolean) => ({ code, to, keeping, version });
		setAsked((lines) => new Map([...lines, [code, line(true)]]));
		const kept = () =>
			setAsked((lines) =>
				lines.get(code)?.to === to ? new Map([...lines, [code, line(false)]]) : lines,
			);
		// One after the other, in the order of the keys.
		turn.current = turn.current.then(() => keep(change)).then(kept);
	};
	const dismiss = (codes: readonly string[]): void => {
		for (const code of codes)
			for (const id of pending.refused.get(code)?.ids ?? []) void session.discard(id);
	};
	return { order, pending, fault, write, shownAmount, dismiss };
}
