import type { Brand, Day } from '@navette/core';
import type { KeyText, ThreadState, Version } from '@navette/model';

/** Random 128-bit alias of a thread, unpadded base64url (22 characters). */
export type ThreadReference = Brand<string, 'ThreadReference'>;

/** Provider's own number of a row; meaningful only to the store and transaction it came from. */
export type RowHandle = number;

/** A document as the database sees it. */
export interface DocumentRow {
	readonly type: string;
	readonly id: KeyText;
	readonly version: Version;
	/** Day of deletion, or 0 while it lives. */
	readonly del: Day | 0;
	/** Opaque bytes; null in a tombstone. */
	readonly data: Uint8Array | null;
	/** Opaque descriptors of attached files; null when there are none, and in a tombstone. */
	readonly files: Uint8Array | null;
	/** Text of each declared grouping, by name. Kept in a tombstone. */
	readonly groupings: Readonly<Record<string, string>>;
	/** Value of each indexable property it has, by name. Empty in a tombstone. */
	readonly properties: Readonly<Record<string, string | number>>;
}

/** A document read from a store, with the handle a later write of it needs. */
export interface StoredDocument extends DocumentRow {
	readonly handle: RowHandle;
}

/** A thread as the database sees it. */
export interface StoredThread extends ThreadState {
	readonly handle: RowHandle;
	/** `type/id`. */
	readonly path: string;
	readonly reference: ThreadReference;
	/** Day of the last purge of its tombstones, or of its creation. */
	readonly cleanDate: Day;
}

/**
 * What may be done in an organisation: all, reading, nothing. One that is being imported, or deleted,
 * is not there for anybody but the operator.
 */
export type OrganisationStatus = 'open' | 'frozen' | 'closed' | 'importing' | 'deleting';

export interface OrganisationRow {
	/** 4–16 characters `[a-z0-9-]`. */
	readonly org: string;
	readonly status: OrganisationStatus;
	/** Opaque settings (label, clock of a demonstration…). */
	readonly settings: Uint8Array;
}

/** The remembered answer of an operation. */
export interface StoredAnswer {
	readonly operation: string;
	/** Day of the operation. */
	readonly day: Day;
	/** Opaque. */
	readonly answer: Uint8Array;
}

/**
 * A content of a file that no living document names: on its way in, or on its way out. A content is
 * either loose or named by a document, never both, because both change in one transaction.
 */
export interface LooseBlob {
	/** Universal id of the content (22 characters of base64url). */
	readonly fid: string;
	/** Folder it is kept in; see `blobPathOf`. */
	readonly folder: string;
	/** Instant it was last worked on, ms. */
	readonly since: number;
	/** Opaque: what is known of it. */
	readonly note: Uint8Array;
}
