import { useLanguage, useObservable, useSession } from '@navette/ui';
import { useMemo, useRef, useState } from 'react';
import {
	type CartonPlace,
	cartonEntries,
	type PackingRow,
	packingRows,
	type QueuedCall,
	type RefusedPacking,
	refusedPacking,
	shownCarton,
	stateCall,
} from '../../client/index.ts';
import { type Carton, mayWrite, type Phase, phaseForGroup } from '../../model/index.ts';
import type { ProducerView } from './use-producer.ts';
import { useTrack } from './use-track.ts';

/** A carton being packed: what is shown, and the way to change it. */
export interface CartonWriting {
	readonly place: CartonPlace;
	/** With everything asked on this device and not refused. */
	readonly carton: Carton | undefined;
	readonly rows: readonly PackingRow[];
	readonly phase: Phase;
	readonly writable: boolean;
	/** Writes that wait for the network or their answer. */
	readonly waiting: number;
	readonly refused: readonly RefusedPacking[];
	/** Why the device could not keep the last write. */
	readonly fault: string | undefined;
	/** Queues writes in order: at once on the screen, then durably, then on the server. */
	write(calls: readonly QueuedCall[]): void;
	/** The row of a product as it is now: what the next write must say it saw. */
	rowOf(rp: string): PackingRow | undefined;
	dismiss(id: string): void;
}

/** Packs the carton of a group through the outbox of the session. */
export function useCarton(view: ProducerView, gc: string): CartonWriting {
	const session = useSession();
	const language = useLanguage();
	const { producer, livr, delivery, cartons, catalogue, version, now } = view;
	const place = useMemo(() => ({ ...producer, livr, gc }), [producer, livr, gc]);
	const outbox = useObservable(session.outbox);
	const own = useMemo(() => cartonEntries(outbox, place), [outbox, place]);
	const { entries, answered } = useTrack(own, version);
	const [fault, setFault] = useState<string>();
	const carton = useMemo(
		() => shownCarton(cartons[gc], [...answered, ...entries]),
		[cartons, gc, answered, entries],
	);
	const rows = useMemo(
		() => packingRows(producer.pr, carton, catalogue),
		[producer.pr, carton, catalogue],
	);
	const latest = useRef({ rows, carton });
	latest.current = { rows, carton };
	const turn = useRef<Promise<unknown>>(Promise.resolve());
	const keep = async (calls: readonly QueuedCall[]): Promise<void> => {
		for (const { name, input, label } of calls) {
			const queued = await session.queue(name, input, label);
			setFault(queued.ok ? undefined : queued.error.sentence[language]);
			if (!queued.ok) return;
		}
	};
	const phase = delivery ? phaseForGroup(delivery, gc, now) : 'X';
	return {
		...{ place, carton, rows, phase, fault },
		writable: mayWrite({ role: 'PR', object: 'CART', phase }).ok,
		waiting: entries.filter(({ state }) => state !== 'refused').length,
		refused: useMemo(() => refusedPacking(entries), [entries]),
		write(calls) {
			// The first thing packed says that the carton is in progress.
			const isFirst =
				latest.current.carton?.etat === 0 && calls.some((one) => one.name !== 'CartEtat');
			const all = isFirst ? [...calls, stateCall(place, 1, 0)] : calls;
			turn.current = turn.current.then(() => keep(all));
		},
		rowOf: (rp) => latest.current.rows.find((one) => one.rp === rp),
		dismiss: (id) => void session.discard(id),
	};
}
