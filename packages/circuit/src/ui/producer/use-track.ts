import type { OutboxEntry } from '@navette/client';
import { useState } from 'react';
import { nextTrack } from '../../client/index.ts';

/** Operations of this device that a thread may not show yet: what is in the outbox, what was just answered. */
export function useTrack(entries: readonly OutboxEntry[], version: number) {
	const [track, setTrack] = useState({ entries, version, answered: [] as typeof entries });
	if (track.entries !== entries || track.version !== version) {
		const next = nextTrack(track, entries, version);
		setTrack(next);
		return next;
	}
	return track;
}
