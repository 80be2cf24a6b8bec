import type { OutboxEntry } from '@navette/ui';
import { useMemo, useState } from 'react';

interface Held {
	readonly waiting: readonly OutboxEntry[];
	/** Just accepted, with the version of the thread then. */
	readonly answered: readonly { readonly entry: OutboxEntry; readonly version: number }[];
}

/**
 * What the screens show above the documents: writes that wait, and those just accepted until the
 * thread moves. Between the answer of the server and the moved documents a line would otherwise blink
 * back to what it was.
 */
export function useShownLog(
	waiting: readonly OutboxEntry[],
	version: number,
	/** Those that left without being accepted: refused, discarded. */
	isDropped: (id: string) => boolean,
): readonly OutboxEntry[] {
	const [held, setHeld] = useState<Held>({ waiting, answered: [] });
	const still = held.answered.filter((one) => version <= one.version);
	if (held.waiting !== waiting || still.length !== held.answered.length) {
		const here = new Set(waiting.map(({ id }) => id));
		const left = held.waiting.filter(({ id }) => !here.has(id) && !isDropped(id));
		setHeld({ waiting, answered: [...still, ...left.map((entry) => ({ entry, version }))] });
	}
	return useMemo(() => [...held.answered.map(({ entry }) => entry), ...held.waiting], [held]);
}
