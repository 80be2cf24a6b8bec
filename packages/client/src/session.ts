import type { Result } from '@navette/core';
import type { WireError } from '@navette/protocol';
import type { Drafts } from './drafts.ts';
import type { ReadFile } from './files/file-reader.ts';
import type { SendFile } from './files/file-sender.ts';
import type { LiveReport } from './live-report.ts';
import type { LiveThread, WatchOptions } from './live-thread.ts';
import type { ThreadPlace } from './locate-threads.ts';
import type { Observable } from './observable.ts';

/** One operation of the outbox, in the order in which they are sent. */
export interface OutboxEntry {
	/** Operation id, chosen when it was queued: however often it is sent, it runs once. */
	readonly id: string;
	/** Name of the operation. */
	readonly name: string;
	readonly input: unknown;
	/** `refused` ones stay, with their error, until discarded; the others go on. */
	readonly state: 'waiting' | 'sending' | 'refused';
	readonly error?: WireError;
	/** What the screen that queued it wants to remember: plain data that CBOR can hold. */
	readonly label?: unknown;
}

/** Where the device stands towards the server. */
export interface SyncState {
	/**
	 * In this order of importance: `refused` = the server refuses this access, or an operation of the
	 * outbox was refused and everything else is done; `offline`; `connecting` = connecting or catching
	 * up; `sending` = something asked for is not answered yet; `up-to-date`.
	 */
	readonly kind: 'up-to-date' | 'connecting' | 'sending' | 'offline' | 'refused';
	/** Operations asked for and not answered: being kept on the device, waiting, or being sent. */
	readonly sending: number;
	/** Operations that the server refused and nobody discarded yet. */
	readonly refused: number;
	/** Why the server refuses this access, when it does. */
	readonly error?: WireError;
	/** When everything watched was last known to be up to date: ms, organisation time. */
	readonly syncedAt?: number;
}

/** What an account does with one organisation from one device. */
export interface Session {
	readonly org: string;
	/**
	 * The documents of a thread (`CMDC/dupleix.bocage.20250614`), first as this device holds them,
	 * then as they change. Watchers of one thread share one subscription. Release it when done.
	 */
	watch(path: string, options?: WatchOptions): LiveThread;
	/** A report, first as last kept on this device, then as the server computes it now. */
	report<T>(name: string, input: unknown): LiveReport<T>;
	/** Runs an operation now. Unreachable server: `E-OFFLINE`. */
	call<T>(name: string, input: unknown): Promise<Result<T, WireError>>;
	/**
	 * Queues an operation: durable on this device when the promise resolves, sent in order as soon as
	 * the server is there, run exactly once. `E-DEVICE`: the device could not keep it, nothing is queued.
	 */
	queue(name: string, input: unknown, label?: unknown): Promise<Result<void, WireError>>;
	/** Forgets an operation of the outbox that is not being sent. */
	discard(id: string): Promise<void>;
	readonly outbox: Observable<readonly OutboxEntry[]>;
	readonly sync: Observable<SyncState>;
	/** What is typed and not sent, kept on this device with its photos. */
	readonly drafts: Drafts;
	/**
	 * Leaves the network alone: no socket, no question. What is watched goes on showing what the device
	 * holds, what is queued waits.
	 */
	pause(): void;
	/** Back on the network: one question for all threads, then the outbox. */
	resume(): void;
	/** Brings a content to the server, whole and verified, so that an operation can attach it. */
	readonly sendFile: SendFile;
	/** A whole content of a document that is shown, held against its digest. */
	readonly readFile: ReadFile;
	/** References and versions of threads; one that is not this account's is left out. */
	locate(paths: readonly string[]): Promise<Result<readonly ThreadPlace[], WireError>>;
	/** Organisation time, ms: this device's clock corrected by the server's. */
	now(): number;
	/**
	 * Organisation time minus this device's, ms, where they are more than two minutes apart; 0 otherwise.
	 * One of the two clocks is wrong, or the server lies.
	 */
	readonly clockGap: Observable<number>;
	/** Ends it: sockets, timers; what is being written to the device is written first. */
	close(): Promise<void>;
}
