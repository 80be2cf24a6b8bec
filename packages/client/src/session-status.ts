import type { WireError } from '@navette/protocol';
import type { ConnectionState } from './connection.ts';
import { type Batch, createCell, type Observable } from './observable.ts';
import type { OutboxEntry, SyncState } from './session.ts';
import { sameSyncState, syncStateOf } from './sync-state.ts';

/** Where the session stands, gathered from its parts. */
export interface SessionStatus {
	readonly sync: Observable<SyncState>;
	/** Why the server refuses this access. */
	refusal(): WireError | undefined;
	refuse(error: WireError): void;
	/** Everything watched was up to date at this time. */
	upToDate(now: number): void;
	/** The server is not reached any more. */
	lost(): void;
	/** Something it is gathered from changed. */
	show(): void;
}

export const createSessionStatus = (deps: {
	readonly batch: Batch;
	readonly connection: () => { readonly state: ConnectionState; readonly failures: number };
	readonly polling: () => boolean;
	readonly outbox: () => readonly OutboxEntry[];
	readonly keeping: () => number;
}): SessionStatus => {
	const sync = createCell<SyncState>({ kind: 'connecting', sending: 0, refused: 0 }, deps.batch);
	let error: WireError | undefined;
	let caughtUp = false;
	let syncedAt: number | undefined;

	const show = () => {
		const { state, failures } = deps.connection();
		const next = syncStateOf({
			connection: state,
			failures,
			polling: deps.polling(),
			caughtUp,
			outbox: deps.outbox(),
			keeping: deps.keeping(),
			error,
			syncedAt,
		});
		if (!sameSyncState(next, sync.get())) sync.set(next);
	};

	return {
		sync,
		refusal: () => error,
		refuse(refusal) {
			error = refusal;
			show();
		},
		upToDate(now) {
			caughtUp = true;
			syncedAt = now;
			show();
		},
		lost() {
			caughtUp = false;
			show();
		},
		show,
	};
};
