import type { Filter, Key } from '@navette/model';
import type { WireError, WireFile } from '@navette/protocol';
import type { Observable } from './observable.ts';

/** A living document. The object stays the same as long as the document does. */
export interface LiveDocument<Data = unknown> {
	readonly type: string;
	/** Canonical text of the key. */
	readonly id: string;
	readonly key: Key;
	readonly version: number;
	readonly data: Data;
	/** Files of a clear document, in the order in which they were attached; none = absent. */
	readonly files?: readonly WireFile[];
}

/** One state of a thread, as this device holds it. Never changes: a new state is a new view. */
export interface ThreadView {
	/**
	 * `loading`: nothing held yet; `ready`: documents can be shown, `syncedAt` says how old they are;
	 * `refused`: not, or no longer, this account's to read, and nothing is kept of it.
	 */
	readonly status: 'loading' | 'ready' | 'refused';
	/** Why it is refused. */
	readonly error?: WireError;
	/** Last time it was known to be what the server has: ms, organisation time. */
	readonly syncedAt?: number;
	/** Version of the thread shown. */
	readonly version: number;
	/** Living documents of a type by id; the same map as long as none of them changed. */
	documents(type: string): ReadonlyMap<string, LiveDocument>;
}

/** What a watcher wants of a thread: absent = every type, every document. */
export interface WatchOptions {
	readonly types?: readonly string[];
	/** By document type, equality on properties of its key. */
	readonly filters?: Readonly<Record<string, Filter>>;
}

/** A thread followed by one watcher. */
export interface LiveThread extends Observable<ThreadView> {
	/** Ends this watcher; its subscription goes on as long as another needs it. */
	release(): void;
}
