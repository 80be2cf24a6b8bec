import { type OutboxEntry, useAnnounce, useLanguage, useObservable, useSession } from '@navette/ui';
import { useCallback, useMemo, useRef, useState } from 'react';
import {
	type EditScope,
	insistedInput,
	isLoggedFor,
	type LoggedWrite,
	mergedWrite,
	type ReceptionWrite,
	type RefusedWrite,
	refusedWrites,
} from '../../../client/index.ts';
import { useShownLog } from './use-shown-log.ts';

/** The log of an unloading: what this device wrote and the documents do not show yet. */
export interface ReceptionLog {
	/** To be replayed above the documents. */
	readonly shown: readonly LoggedWrite[];
	/** Written and not sent yet. */
	readonly waiting: readonly OutboxEntry[];
	readonly refused: readonly RefusedWrite[];
	/** Why the device could not keep the last write. */
	readonly fault: string | undefined;
	/** Shown at once, kept on the device, then sent in this order. */
	write(writes: readonly ReceptionWrite[]): void;
	/** Leaves what is there. */
	forget(refused: RefusedWrite): void;
	/** Asks again, over whatever is there now. */
	insist(refused: RefusedWrite): void;
}

/** Keeps and replays the log of one group's part of a delivery. */
export function useReceptionLog(scope: EditScope, version: number): ReceptionLog {
	const session = useSession();
	const language = useLanguage();
	const announce = useAnnounce();
	const outbox = useObservable(session.outbox);
	const [keeping, setKeeping] = useState<readonly ReceptionWrite[]>([]);
	const [fault, setFault] = useState<string>();
	const own = useMemo(() => outbox.filter((one) => isLoggedFor(one, scope)), [outbox, scope]);
	const waiting = useMemo(() => own.filter(({ state }) => state !== 'refused'), [own]);
	const refused = useMemo(() => refusedWrites(own), [own]);
	const dropped = useRef(new Set<string>());
	const isDropped = (id: string) =>
		dropped.current.has(id) || own.some((one) => one.id === id && one.state === 'refused');
	const log = useShownLog(waiting, version, isDropped);
	const turn = useRef<Promise<unknown>>(Promise.resolve());

	const discard = useCallback(
		(id: string) => {
			dropped.current.add(id);
			return session.discard(id);
		},
		[session],
	);
	const keep = useCallback(
		async (asked: ReceptionWrite): Promise<void> => {
			const isOffline = session.sync.get().kind === 'offline';
			const queued = session.outbox.get().filter((one) => isLoggedFor(one, scope));
			const merged = isOffline ? mergedWrite(queued, asked) : undefined;
			if (merged) await discard(merged.replaced);
			const { name, input, label } = merged?.write ?? asked;
			const result = await session.queue(name, input, label);
			setKeeping((all) => all.filter((one) => one !== asked));
			const sentence = result.ok ? undefined : result.error.sentence[language];
			setFault(sentence);
			if (sentence) announce(sentence);
		},
		[session, scope, language, announce, discard],
	);
	const write = useCallback(
		(writes: readonly ReceptionWrite[]) => {
			setKeeping((all) => [...all, ...writes]);
			// One after the other, in the order of the keys.
			for (const one of writes) turn.current = turn.current.then(() => keep(one));
		},
		[keep],
	);
	const forget = useCallback(({ id }: RefusedWrite) => void discard(id), [discard]);
	const insist = useCallback(
		(one: RefusedWrite) => {
			const { operation: name, label } = one;
			void session.queue(name, insistedInput(one), label).then((kept) => {
				if (kept.ok) void discard(one.id);
			});
		},
		[session, discard],
	);
	const shown = useMemo<readonly LoggedWrite[]>(() => [...log, ...keeping], [log, keeping]);
	return { shown, waiting, refused, fault, write, forget, insist };
}
