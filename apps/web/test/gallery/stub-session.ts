import { ok } from '@navette/core';
import type { DraftView, OutboxEntry, Session, SyncState } from '@navette/ui';

/** An observable a test may set. */
const cell = <T>(initial: T) => {
	let value = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => value,
		set(next: T) {
			value = next;
			for (const listener of listeners) listener();
		},
		subscribe(listener: () => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
};

const NOW = Date.UTC(2025, 5, 10, 16);

/** A session without server; the test sets what it shows. */
export const createStubSession = () => {
	const sync = cell<SyncState>({
		...{ kind: 'up-to-date', sending: 0, refused: 0, syncedAt: NOW - 180_000 },
	});
	const outbox = cell<readonly OutboxEntry[]>([]);
	const discarded: string[] = [];
	const session: Session = {
		org: 'demo',
		sync,
		outbox,
		now: () => NOW,
		clockGap: cell(0),
		watch: () => ({
			get: () => ({ status: 'loading' as const, version: 0, documents: () => new Map() }),
			subscribe: () => () => undefined,
			release: () => undefined,
		}),
		report: () => ({
			get: () => ({ status: 'loading' as const }),
			subscribe: () => () => undefined,
			refresh: () => undefined,
			release: () => undefined,
		}),
		call: <T>() => Promise.resolve(ok(undefined as T)),
		queue: () => Promise.resolve(ok(undefined)),
		discard(id) {
			discarded.push(id);
			outbox.set(outbox.get().filter((entry) => entry.id !== id));
			return Promise.resolve();
		},
		drafts: {
			list: () => Promise.resolve([]),
			open: () => ({
				...cell<DraftView>({ status: 'ready', photos: [], atRisk: false }),
				change: () => undefined,
				forget: () => undefined,
				settled: () => Promise.resolve(),
				readAgain: () => Promise.resolve(),
			}),
			readPhoto: () => Promise.resolve(undefined),
			addPhoto: () => Promise.resolve(ok(undefined)),
			removePhoto: () => Promise.resolve(),
		},
		readFile: () => Promise.resolve(ok(new Uint8Array())),
		sendFile: () => Promise.resolve(ok({ fid: 'A'.repeat(22), size: 0, digest: '' })),
		pause: () => undefined,
		resume: () => undefined,
		locate: () => Promise.resolve(ok([])),
		close: () => Promise.resolve(),
	};
	return { session, sync, outbox, discarded };
};
