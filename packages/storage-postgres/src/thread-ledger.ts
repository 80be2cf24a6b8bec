import type { RowHandle, StoredThread } from '@navette/storage';

interface Held {
	readonly org: string;
	readonly thread: StoredThread;
	/** Whether it moved since it was read: the row in the database is behind. */
	readonly isMoved: boolean;
}

/**
 * The threads that a transaction holds. Nobody else can change them, so their state lives here, and a
 * thread that moves many times in a transaction is written once, at its end.
 */
export interface ThreadLedger {
	/** A held thread by its path. */
	byPath(org: string, path: string): StoredThread | undefined;
	/** A held thread of an organisation by its handle. */
	byHandle(org: string, handle: RowHandle): StoredThread | undefined;
	/** Notes a thread just locked, as it is in the database. */
	hold(org: string, thread: StoredThread): void;
	/** Changes the state of a held thread; `isMoved` when the database does not know. */
	change(handle: RowHandle, parts: Partial<StoredThread>, isMoved: boolean): void;
	/** From here on, `restore` can undo. */
	mark(): void;
	/** Forgets what happened since the mark. */
	restore(): void;
	/** Threads that the database does not know in their last state. */
	moved(): readonly StoredThread[];
}

export const createThreadLedger = (): ThreadLedger => {
	const held = new Map<RowHandle, Held>();
	const handles = new Map<string, RowHandle>();
	/** What each handle changed since the mark was before, in order. */
	let undo: { readonly handle: RowHandle; readonly before: Held | undefined }[] = [];

	const set = (handle: RowHandle, next: Held): void => {
		undo.push({ handle, before: held.get(handle) });
		held.set(handle, next);
	};
	const byHandle = (org: string, handle: RowHandle): StoredThread | undefined => {
		const found = held.get(handle);
		return found?.org === org ? found.thread : undefined;
	};
	return {
		byHandle,
		byPath(org, path) {
			const handle = handles.get(`${org} ${path}`);
			return handle === undefined ? undefined : byHandle(org, handle);
		},
		hold(org, thread) {
			handles.set(`${org} ${thread.path}`, thread.handle);
			set(thread.handle, { org, thread, isMoved: false });
		},
		change(handle, parts, isMoved) {
			const before = held.get(handle);
			if (!before) return;
			const thread = { ...before.thread, ...parts };
			set(handle, { org: before.org, thread, isMoved: before.isMoved || isMoved });
		},
		mark() {
			undo = [];
		},
		restore() {
			for (const { handle, before } of undo.reverse())
				if (before) held.set(handle, before);
				else held.delete(handle);
			undo = [];
		},
		moved: () => [...held.values()].flatMap((each) => (each.isMoved ? [each.thread] : [])),
	};
};
