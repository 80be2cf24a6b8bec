import type { Version } from '@navette/model';
import type { StoredDocument, ThreadReference } from './document-row.ts';

/** What one transaction did to one thread. */
export interface ThreadChange {
	readonly org: string;
	/** `type/id`. */
	readonly path: string;
	readonly reference: ThreadReference;
	/** Version before, so that a reader knows whether it misses something in between. */
	readonly from: Version;
	readonly version: Version;
	/** Types changed by this transaction, at `version`. */
	readonly types: readonly string[];
	/** The documents written, when the bus can carry them (in process); ids alone travel further. */
	readonly documents?: readonly Omit<StoredDocument, 'handle'>[];
}

/** Carries changes from a commit to the sockets of every server. At most once: a loss is harmless. */
export interface NoticeBus {
	/** Called after the commit, with the changes of one durable transaction. */
	publish(changes: readonly ThreadChange[]): void;
	/** Hears changes, in commit order for a given thread; the function returned stops it. */
	listen(listener: (changes: readonly ThreadChange[]) => void): () => void;
	close(): Promise<void>;
}
