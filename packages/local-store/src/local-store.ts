import type { Result } from '@navette/core';
import type { LocalDrafts } from './local-drafts.ts';

/**
 * A document as received: `[type, id, version, deleted day or 0, data or null]`, and its files when it
 * has some. `data` stays the bytes that came over the wire.
 */
export type LocalDocument = readonly [
	type: string,
	id: string,
	version: number,
	deleted: number,
	data: Uint8Array | null,
	files?: readonly unknown[],
];

/** Up to where a thread is held. Plain data, decided by the client, opaque here. */
export type LocalCursor = Readonly<Record<string, unknown>>;

/** A thread as held: its cursor and its living documents, from one and the same write. */
export interface LocalThread {
	readonly cursor: LocalCursor;
	readonly documents: readonly LocalDocument[];
}

/** One change of what is held of a thread. */
export interface ThreadWrite {
	readonly cursor: LocalCursor;
	/** Documents that changed, tombstones included; the last of an id wins. */
	readonly documents: readonly LocalDocument[];
	/** Drop everything held before: `documents` is all there is. */
	readonly replace: boolean;
}

/** The last answer of a report. */
export interface LocalReport {
	/** ms, organisation time. */
	readonly asOf: number;
	readonly result: unknown;
}

/** An operation waiting on this device. */
export interface OutboxRecord {
	/** Position; grows with each addition, never used twice. */
	readonly position: number;
	/** What the client keeps: plain data. */
	readonly value: unknown;
}

/**
 * Why nothing was written: no room; the store is no longer there (closed, taken, removed); or what
 * the write would be added to is damaged, so that only a write that replaces it makes sense.
 */
export type LocalStoreFault = 'full' | 'gone' | 'damaged';

/**
 * What one account keeps on one device: threads, reports, operations waiting, small values. All of
 * it is sealed; names are hashed under a key of the device, so that neither content nor names can be
 * read from the disk. Guarantees, each checked by the conformance suite:
 * - a write is whole or not there, durable when its promise resolves; writes happen in call order;
 * - a failed write changes nothing and the store goes on working;
 * - what cannot be opened (damaged, sealed by another key) reads as absent, is removed, and is
 *   reported once to the log; it never throws;
 * - reading never waits for more than the writes asked before it.
 */
export interface LocalStore {
	/** A thread as last written, or `undefined`. */
	readThread(name: string): Promise<LocalThread | undefined>;
	/** Writes documents and cursor together. */
	writeThread(name: string, write: ThreadWrite): Promise<Result<void, LocalStoreFault>>;
	/** Removes everything of a thread. */
	eraseThread(name: string): Promise<Result<void, LocalStoreFault>>;
	/** The last answer kept of a report for an input. */
	readReport(name: string, input: unknown): Promise<LocalReport | undefined>;
	/** Keeps an answer, or forgets it. The oldest kept go when there are many. */
	writeReport(
		name: string,
		input: unknown,
		report: LocalReport | undefined,
	): Promise<Result<void, LocalStoreFault>>;
	/** The operations waiting, by position. */
	readOutbox(): Promise<readonly OutboxRecord[]>;
	/** Adds one at the end; answers its position. */
	addToOutbox(value: unknown): Promise<Result<number, LocalStoreFault>>;
	/** Replaces the value at a position, or removes it (`undefined`). */
	writeOutbox(position: number, value: unknown): Promise<Result<void, LocalStoreFault>>;
	/** What was typed and not sent. */
	readonly drafts: LocalDrafts;
	/** A small value, or `undefined`. */
	readMeta(name: string): Promise<unknown>;
	/** Writes a small value, or removes it (`undefined`). */
	writeMeta(name: string, value: unknown): Promise<Result<void, LocalStoreFault>>;
	/** Erases everything, of every organisation, and the store is then empty and usable. */
	wipe(): Promise<Result<void, LocalStoreFault>>;
	/**
	 * Ends it after the writes under way; later writes answer `gone`, later reads absent, and the key is
	 * no longer held, whoever still holds the store.
	 */
	close(): Promise<void>;
}
