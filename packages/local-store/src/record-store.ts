import type { Result } from '@navette/core';
import type { LocalStoreFault } from './local-store.ts';

/** A sealed record and its place on its shelf. */
export interface StoredRecord {
	readonly position: number;
	readonly bytes: Uint8Array;
}

/** Part of a write: put a record, take one away (`undefined`), or empty a shelf. */
export type RecordChange =
	| { readonly shelf: string; readonly position: number; readonly bytes: Uint8Array | undefined }
	| { readonly shelf: string; readonly clear: true };

/**
 * What a provider is: a place for opaque bytes on shelves with meaningless names (up to 64 characters
 * of ASCII), at positions that are integers from 0. It seals nothing and understands nothing.
 * - `write` applies all changes, in order, or none; durable when it resolves; a kill leaves one or
 *   the other;
 * - `read` sees every write that resolved before it;
 * - no method throws or rejects for a reason that a user can cause: no room is `full`; a base that
 *   was closed, deleted, upgraded elsewhere or is broken is `gone`, and reads as empty.
 */
export interface RecordStore {
	/** Records of a shelf from a position on (default 0), by position. */
	read(shelf: string, from?: number): Promise<readonly StoredRecord[]>;
	write(changes: readonly RecordChange[]): Promise<Result<void, LocalStoreFault>>;
	/** Removes everything. */
	wipe(): Promise<Result<void, LocalStoreFault>>;
	/** Ends it. */
	close(): Promise<void>;
}
