import type { Day } from '@navette/core';
import type { KeyText, ThreadState, Version } from '@navette/model';
import type {
	DocumentRow,
	LooseBlob,
	OrganisationRow,
	RowHandle,
	StoredAnswer,
	StoredDocument,
	StoredThread,
	ThreadReference,
} from './document-row.ts';

/** A value now or later: embedded stores answer at once, others over a network. */
export type Awaitable<T> = T | Promise<T>;

/** Part of the changes of a thread. */
export interface ChangesQuery {
	/** Only documents whose version is higher. */
	readonly after: Version;
	/** Only documents whose version is not higher. */
	readonly upTo?: Version;
	/** At most this many rows, the lowest versions first. */
	readonly limit?: number;
	/** Leave out tombstones at or below this version (a device that never held them). */
	readonly tombstonesAfter?: Version;
}

/**
 * Documents whose property lies within inclusive bounds of the property's own kind: a text bound
 * admits no number, and the reverse. Without bounds: numbers first, then texts in binary order.
 */
export interface PropertyQuery {
	readonly min?: string | number;
	readonly max?: string | number;
	/** The whole order turned round, ids of equal value included. */
	readonly descending?: boolean;
	readonly limit?: number;
}

/** A page of documents in the order of their ids (binary order of UTF-8). */
export interface PageQuery {
	/** Only ids after this one. */
	readonly after?: KeyText;
	readonly limit?: number;
}

/** A page of documents of a type. */
export interface TypeQuery extends PageQuery {
	/** Tombstones too. */
	readonly withTombstones?: boolean;
}

/** A page in binary order of what names each row. */
export interface NameQuery {
	/** Only names after this one. */
	readonly after?: string;
	readonly limit: number;
}

/**
 * Reads of one organisation, all from one state of the store. Nothing of another is reachable: a
 * handle of another organisation reads as nothing. Texts given are well formed, without U+0000;
 * numbers are finite. The bytes handed out are the reader's own.
 */
export interface DocumentReader {
	/** One document, tombstones included. */
	document(type: string, id: KeyText): Awaitable<StoredDocument | undefined>;
	/** Documents of a type, by id: the living, or all that are kept. */
	documentsOfType(type: string, page?: TypeQuery): Awaitable<readonly StoredDocument[]>;
	/** Living documents with a value of a grouping, by id. */
	documentsByGrouping(
		type: string,
		grouping: string,
		value: string,
		page?: PageQuery,
	): Awaitable<readonly StoredDocument[]>;
	/** Living documents by value of an indexable property, then by id. */
	documentsByProperty(
		type: string,
		property: string,
		query?: PropertyQuery,
	): Awaitable<readonly StoredDocument[]>;
	/** Names of the document types of which something was ever written, sorted. */
	types(): Awaitable<readonly string[]>;
	/** Threads by path. */
	threads(page: NameQuery): Awaitable<readonly StoredThread[]>;
	/** Remembered answers by operation id. */
	answers(page: NameQuery): Awaitable<readonly StoredAnswer[]>;
	/** A thread by its path `type/id`. */
	thread(path: string): Awaitable<StoredThread | undefined>;
	/** A thread by its reference. */
	threadByReference(reference: ThreadReference): Awaitable<StoredThread | undefined>;
	/**
	 * Documents attached to a thread, in version order (ids of equal version in no promised order).
	 * The cost follows what is returned, not what the thread holds.
	 */
	changes(thread: RowHandle, query: ChangesQuery): Awaitable<readonly StoredDocument[]>;
	/** The stored answer of an operation already run, by its id. */
	answer(operation: string): Awaitable<Uint8Array | undefined>;
	/** A loose content, by its id. */
	looseBlob(fid: string): Awaitable<LooseBlob | undefined>;
	/** Loose contents last worked on at `until` (ms) or before, by instant, then id; at most `limit`. */
	looseBlobs(until: number, limit: number): Awaitable<readonly LooseBlob[]>;
	/** The organisation itself. */
	organisation(): Awaitable<OrganisationRow | undefined>;
}

/** Reads and writes of one organisation inside a transaction; reads see its own writes. */
export interface DocumentWriter extends DocumentReader {
	/**
	 * The threads of these paths, locked until the transaction ends, in the order given (callers
	 * sort them, so that two transactions never wait for each other). An absent one is created
	 * empty, with the reference and the day it is handed; a reference taken in the organisation is
	 * a defect: it throws.
	 */
	lockThreads(
		paths: readonly string[],
		create: { readonly reference: () => ThreadReference; readonly day: Day },
	): Awaitable<readonly StoredThread[]>;
	/**
	 * Creates a thread in the state it had elsewhere. A path or a reference that is taken in the
	 * organisation is a defect: it throws.
	 */
	addThread(thread: Omit<StoredThread, 'handle'>): Awaitable<void>;
	/**
	 * Sets version and versions of a locked thread of this organisation; another is a defect: it
	 * throws. Its horizon moves by `purgeTombstones` only.
	 */
	putThread(handle: RowHandle, state: Pick<ThreadState, 'version' | 'versions'>): Awaitable<void>;
	/**
	 * Writes a document attached to these threads. `previous` is the row read in this transaction,
	 * absent when there was none; one that is not what is stored is a defect: it throws.
	 * Attachments never change for a given document. The bytes are copied before it returns.
	 */
	putDocument(
		row: DocumentRow,
		previous: StoredDocument | undefined,
		threads: readonly RowHandle[],
	): Awaitable<void>;
	/**
	 * Takes a living document away without a tombstone. It is attached to nothing: nobody has to be told.
	 * `previous` is the row read in this transaction; one that is not what is stored is a defect: it
	 * throws.
	 */
	removeDocument(previous: StoredDocument): Awaitable<void>;
	/**
	 * Removes some of what the organisation holds, whatever it is, at most `limit` rows and one at least;
	 * its own row goes last. Answers how many went; 0 when nothing is left. Whoever asks sees to it that
	 * nobody reads or writes the organisation meanwhile.
	 */
	removeSome(limit: number): Awaitable<number>;
	/**
	 * Removes the oldest tombstones (by day, then version) of a locked thread deleted before
	 * `before`, at most `limit`, from every
	 * thread they are attached to; raises the horizon of each to the highest version removed from
	 * it; sets `cleanDate` of this one to `today` when fewer than `limit` were removed.
	 * Answers how many.
	 */
	purgeTombstones(
		handle: RowHandle,
		purge: { readonly before: Day; readonly today: Day; readonly limit: number },
	): Awaitable<number>;
	/** Remembers the answer of an operation. An id already remembered is a defect: it throws. */
	putAnswer(operation: string, day: Day, answer: Uint8Array): Awaitable<void>;
	/** Replaces the bytes of a remembered answer; one that is not remembered is a defect: it throws. */
	replaceAnswer(operation: string, answer: Uint8Array): Awaitable<void>;
	/** Forgets answers of days before `before`, the oldest first, at most `limit`; says how many. */
	purgeAnswers(before: Day, limit: number): Awaitable<number>;
	/** Notes a loose content. One already noted is a defect: it throws (take it first). */
	putLooseBlob(row: LooseBlob): Awaitable<void>;
	/**
	 * Removes the note of a loose content and answers it, `undefined` when there is none. Of two
	 * transactions that take one content, one gets it.
	 */
	takeLooseBlob(fid: string): Awaitable<LooseBlob | undefined>;
	/** Creates or replaces the organisation's own row. */
	putOrganisation(row: OrganisationRow): Awaitable<void>;
}

/** One transaction over any number of organisations. */
export interface StoreTransaction {
	in(org: string): DocumentWriter;
	/**
	 * Runs `work`; when it throws, everything written since is undone and the error is thrown on,
	 * the transaction itself staying usable. Not nested. A store that limits the size of transactions
	 * throws `TransactionFull` when `work` has passed it.
	 */
	savepoint<T>(work: () => Awaitable<T>): Promise<T>;
}

/**
 * Where documents live. Every guarantee here is checked by the conformance suite. Its own failures
 * are `StorageFault`s.
 */
export interface DocumentStore {
	/** Random id of this content's history (hex, 128 bits), renewed when a backup is restored. */
	readonly epoch: string;
	/** How many transactions are worth having open at once; 1 = they queue. */
	readonly writers: number;
	/**
	 * Runs `work` in one transaction: all of it, durable when the promise resolves, or nothing when
	 * it throws. `work` may run again after a conflict, so it has no other effect. The transaction and
	 * its writers are dead once it ends: using them throws.
	 */
	transaction<T>(work: (transaction: StoreTransaction) => Awaitable<T>): Promise<T>;
	/** Runs `work` on one committed state, while writers go on. Not within another snapshot. */
	snapshot<T>(org: string, work: (reader: DocumentReader) => Awaitable<T>): Promise<T>;
	/** Codes of all organisations that have a row, sorted. */
	organisations(): Promise<readonly string[]>;
	/** Ends it: work already asked for finishes first, later work rejects with a `StorageFault`. */
	close(): Promise<void>;
}
