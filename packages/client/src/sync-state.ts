import type { WireError } from '@navette/protocol';
import type { ConnectionState } from './connection.ts';
import type { OutboxEntry, SyncState } from './session.ts';

/** What the state is decided from. */
export interface SyncFacts {
	readonly connection: ConnectionState;
	/** The server answers by HTTP though no socket opens. */
	readonly polling: boolean;
	/** Attempts failed since the server was last reached. */
	readonly failures: number;
	/** Everything watched was caught up since the server was reached. */
	readonly caughtUp: boolean;
	readonly outbox: readonly OutboxEntry[];
	/** Operations that the device is still writing into its outbox. */
	readonly keeping: number;
	readonly error: WireError | undefined;
	readonly syncedAt: number | undefined;
}

const kindOf = (facts: SyncFacts, sending: number, refused: number): SyncState['kind'] => {
	if (facts.error || facts.connection === 'refused') return 'refused';
	const reached = facts.connection === 'ready' || facts.polling;
	const isAway = facts.connection === 'closed' || facts.connection === 'paused';
	if (!reached && (facts.failures > 0 || isAway)) return 'offline';
	if (!reached || !facts.caughtUp) return 'connecting';
	if (sending > 0) return 'sending';
	return refused > 0 ? 'refused' : 'up-to-date';
};

/** The state shown to the person. */
export const syncStateOf = (facts: SyncFacts): SyncState => {
	const refused = facts.outbox.filter((entry) => entry.state === 'refused').length;
	const sending = facts.outbox.length - refused + facts.keeping;
	return {
		kind: kindOf(facts, sending, refused),
		sending,
		refused,
		...(facts.error ? { error: facts.error } : {}),
		...(facts.syncedAt === undefined ? {} : { syncedAt: facts.syncedAt }),
	};
};

/** Times of last synchronisation closer than this, ms, are the same to a person. */
const SAME_TIME = 1_000;

const sameTime = (a: number | undefined, b: number | undefined): boolean =>
	a === undefined || b === undefined ? a === b : Math.abs(a - b) < SAME_TIME;

/** Whether two states say the same. */
export const sameSyncState = (a: SyncState, b: SyncState): boolean =>
	a.kind === b.kind &&
	a.sending === b.sending &&
	a.refused === b.refused &&
	a.error === b.error &&
	sameTime(a.syncedAt, b.syncedAt);
