import type { Version } from '@navette/model';
import type { DocumentRow, ThreadReference } from './document-row.ts';

/** What one operation did to one thread. */
export interface ThreadChange {
	/** `type/id`. */
	readonly path: string;
	readonly reference: ThreadReference;
	/** Version before, so that a reader knows whether it misses something in between. */
	readonly from: Version;
	readonly version: Version;
	/** Types changed, at `version`. */
	readonly types: readonly string[];
	/** The documents written, when the bus can carry them (in process); ids alone travel further. */
	readonly documents?: readonly DocumentRow[];
}

/** What one durable operation did. */
export interface CommitNotice {
	readonly org: string;
	readonly threads: readonly ThreadChange[];
	/** Whether it wrote a document on which rights depend: what accounts may see is asked again. */
	readonly rightsMoved: boolean;
	/** Id of the account that did it: what one did oneself is no news. Absent = nobody in particular. */
	readonly by?: string;
}

/**
 * Carries commits to the sockets of every server. At most once: a loss is noticed, if not at once, and
 * made up for by whoever listens.
 */
export interface NoticeBus {
	/** Called after the commit, with the operations of one durable transaction, in order. */
	publish(commits: readonly CommitNotice[]): void;
	/**
	 * Hears commits, those of one server in commit order for a given thread; those of several may
	 * cross, and versions tell. The function returned stops it.
	 */
	listen(listener: (commits: readonly CommitNotice[]) => void): () => void;
	/**
	 * Told when commits of other servers may have been lost: what was told from them is to be read
	 * again. The function returned stops it. Never called within one process.
	 */
	doubt(tell: () => void): () => void;
	close(): Promise<void>;
}
