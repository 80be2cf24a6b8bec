import type { SyncState } from '@navette/client';
import type { Tone } from '../parts/tone.ts';

/** The states of the indicator; `connecting` is a passing form of `sending`. */
export type SyncStatus =
	| { readonly kind: 'up-to-date' | 'connecting' | 'update' }
	| { readonly kind: 'sending' | 'refused'; readonly count: number }
	| { readonly kind: 'offline'; readonly since?: number; readonly waiting: number };

/**
 * The one thing to show now, the most urgent first: something refused, offline, being sent, a new
 * version, up to date.
 */
export const syncStatusOf = (sync: SyncState, updateReady: boolean): SyncStatus => {
	if (sync.refused > 0 || sync.kind === 'refused') return { kind: 'refused', count: sync.refused };
	if (sync.kind === 'offline') {
		const since = sync.syncedAt === undefined ? {} : { since: sync.syncedAt };
		return { kind: 'offline', waiting: sync.sending, ...since };
	}
	if (sync.sending > 0) return { kind: 'sending', count: sync.sending };
	if (updateReady) return { kind: 'update' };
	return { kind: sync.kind === 'connecting' ? 'connecting' : 'up-to-date' };
};

export const SYNC_TONES: Readonly<Record<SyncStatus['kind'], Tone>> = {
	'up-to-date': 'ok',
	connecting: 'plain',
	sending: 'info',
	offline: 'warn',
	refused: 'danger',
	update: 'info',
};
