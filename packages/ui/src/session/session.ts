import type { Result } from '@navette/core';
import type { Filter, Key } from '@navette/model';
import type { WireError } from '@navette/protocol';

/** A value that changes; `get()` returns the same object until it does. */
export interface Observable<T> {
	get(): T;
	/** Calls `listener` after each change; the returned function stops it. */
	subscribe(listener: () => void): () => void;
}

export interface LiveDocument<Data = unknown> {
	readonly type: string;
	readonly id: string;
	readonly key: Key;
	readonly version: number;
	readonly data: Data;
}

/** What is known of a thread. `syncedAt`: ms of organisation time, last time it was in step. */
export interface ThreadView {
	readonly status: 'loading' | 'ready' | 'refused';
	readonly error?: WireError;
	readonly syncedAt?: number;
	readonly version: number;
	documents(type: string): ReadonlyMap<string, LiveDocument>;
}

export interface LiveThread extends Observable<ThreadView> {
	release(): void;
}

/** What is known of a report. `asOf`: ms of organisation time at which it was computed. */
export interface ReportView<T> {
	readonly status: 'loading' | 'ready' | 'refused';
	readonly result?: T;
	readonly asOf?: number;
	readonly error?: WireError;
}

export interface LiveReport<T> extends Observable<ReportView<T>> {
	refresh(): void;
	release(): void;
}

export interface SyncState {
	readonly kind: 'up-to-date' | 'connecting' | 'sending' | 'offline' | 'refused';
	/** calls waiting or on their way */
	readonly sending: number;
	/** calls refused for good, still listed */
	readonly refused: number;
	readonly syncedAt?: number;
}

export interface OutboxEntry {
	readonly id: string;
	readonly name: string;
	readonly input: unknown;
	readonly state: 'waiting' | 'sending' | 'refused';
	readonly error?: WireError;
	readonly label?: unknown;
}

export interface WatchOptions {
	readonly types?: readonly string[];
	readonly filters?: Readonly<Record<string, Filter>>;
}

/** What screens need of a session of `@navette/client`. */
export interface Session {
	readonly org: string;
	watch(path: string, options?: WatchOptions): LiveThread;
	report<T>(name: string, input: unknown): LiveReport<T>;
	call<T>(name: string, input: unknown): Promise<Result<T, WireError>>;
	queue(name: string, input: unknown, label?: unknown): Promise<void>;
	readonly outbox: Observable<readonly OutboxEntry[]>;
	discard(id: string): void | Promise<void>;
	readonly sync: Observable<SyncState>;
	now(): number;
	close(): Promise<void>;
}
